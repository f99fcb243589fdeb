//! The statements of the noun files run on SQLite and on PostgreSQL. This reads them for the forms that
//! only one of the two understands; what only SQLite understands stands under `engine/`.

use std::fs;
use std::path::{Path, PathBuf};

/// A form that must not be written, and what is written instead.
const BANNED: &[(&str, &str)] = &[
    ("REPLACE INTO", "UPDATE, or INSERT with ON CONFLICT"),
    ("INSERT OR", "engine::Insert, or ON CONFLICT"),
    ("UPDATE OR", "ON CONFLICT"),
    ("LIMIT -1", "i64::MAX"),
    ("x''", "a column without coalesce"),
    ("LAST_INSERT_ROWID", "RETURNING id"),
    ("ROWID", "the key's own name"),
    ("PRAGMA", "a function of engine"),
    ("SQLITE_", "a function of engine"),
    ("GLOB", "a range"),
    ("IFNULL(", "coalesce"),
    ("STRFTIME(", "times are text"),
    ("DATETIME(", "times are text"),
    ("GROUP_CONCAT(", "rows"),
    ("INSTR(", "a range"),
    ("IIF(", "CASE"),
    ("TOTAL(", "sum"),
    ("AUTOINCREMENT", "a migration"),
    ("INDEXED BY", "an index that fits"),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("src/engine") {
                sources(&path, found);
            }
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// The texts of a source file that are statements or parts of one: outside comments, before the tests.
fn statements(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut rest = code.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if c == '/' && code[at..].starts_with("//") {
            while rest.next_if(|(_, c)| *c != '\n').is_some() {}
        } else if c == '\'' {
            // A character, which may be a quotation mark; a lifetime has no closing mark.
            let length = if code[at + 1..].starts_with('\\') { 3 } else { 2 };
            if code[at..].chars().nth(length) == Some('\'') {
                rest.nth(length - 1);
            }
        } else if c == '"' {
            let mut text = String::new();
            while let Some((_, c)) = rest.next() {
                match c {
                    '"' => break,
                    '\\' => {
                        rest.next();
                    }
                    c => text.push(c),
                }
            }
            found.push(text);
        }
    }
    let sql = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE ", "REPLACE ", " FROM ", "WHERE ", "ORDER BY "];
    found.retain(|text| sql.iter().any(|word| text.to_uppercase().contains(word)));
    found
}

/// What is wrong with a statement.
fn fault(sql: &str) -> Option<String> {
    let flat = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    let upper = flat.to_uppercase();
    for (form, instead) in BANNED {
        if upper.contains(&form.to_uppercase()) {
            return Some(format!("{form} (write {instead})"));
        }
    }
    for scalar in ["MAX(", "MIN("] {
        for (at, _) in upper.match_indices(scalar) {
            if has_two(&upper[at + scalar.len()..]) {
                return Some(format!("{scalar}a, b) of one row (write CASE or a comparison)"));
            }
        }
    }
    if upper.split('\'').skip(1).step_by(2).any(|literal| literal.contains('?')) {
        return Some("a ? within a literal (bind it)".into());
    }
    upper.split_once("DO UPDATE SET ").and_then(|(_, set)| {
        let set = set.split(" WHERE ").next().unwrap_or_default();
        let set = set.split(" RETURNING ").next().unwrap_or_default();
        ambiguous(set).map(|word| format!("{word} of which of the two rows (write the table or excluded)"))
    })
}

/// Has a call, seen from behind its bracket, more than one argument?
fn has_two(arguments: &str) -> bool {
    let mut depth = 0;
    for c in arguments.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return false,
            ')' => depth -= 1,
            ',' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

/// The first name on the right of an upsert's assignments that does not say whose it is.
fn ambiguous(set: &str) -> Option<&str> {
    set.split(',').filter_map(|assignment| assignment.split_once('=')).find_map(|(_, value)| {
        let words = value.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.' | '?'));
        words.filter(|word| word.starts_with(|c: char| c.is_alphabetic())).find(|word| !word.contains('.'))
    })
}

#[test]
fn every_statement_is_one_that_both_engines_understand() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut read = 0;
    for file in files {
        for sql in statements(&fs::read_to_string(&file).unwrap()) {
            read += 1;
            if let Some(fault) = fault(&sql) {
                panic!("{}: {fault} in\n{sql}", file.display());
            }
        }
    }
    assert!(read > 90, "only {read} statements were found");
}

#[test]
fn each_banned_form_would_be_found() {
    let faulty = [
        "REPLACE INTO a (b) VALUES (?)",
        "INSERT OR IGNORE INTO a (b) VALUES (?)",
        "SELECT b FROM a LIMIT -1",
        "SELECT coalesce(b, x'') FROM a",
        "SELECT max(b, ?) FROM a",
        "UPDATE a SET b = max(coalesce(b, 0), ?) WHERE c = ?",
        "SELECT b FROM a WHERE c = 'who?' ORDER BY b",
        "INSERT INTO a (b, c) VALUES (?, ?) ON CONFLICT (b) DO UPDATE SET c = c + excluded.c",
        "SELECT last_insert_rowid()",
        "SELECT name FROM sqlite_schema",
    ];
    for sql in faulty {
        assert!(fault(sql).is_some(), "{sql}");
    }
    let sound = [
        "SELECT min(workstation), max(b) FROM erasure WHERE workstation > ?",
        "INSERT INTO a (b) VALUES (?) ON CONFLICT (b) DO UPDATE SET c = a.c + excluded.c RETURNING c",
        "SELECT b FROM a WHERE c = '' AND d = ?",
    ];
    for sql in sound {
        assert_eq!(fault(sql), None, "{sql}");
    }
}

#[test]
fn statements_are_read_out_of_code_and_not_out_of_comments() {
    let source =
        "// SELECT a FROM \"b\"\nfn f<'a>() { let q = '\"'; g(\"SELECT a FROM b WHERE c = ?\"); h(\"no\") }";
    assert_eq!(statements(source), ["SELECT a FROM b WHERE c = ?"]);
}
