//! Words are for eyes only: nothing in the sources decides by what a label or a sentence says. Views
//! carry states as codes beside their words.

use crate::workspace::files;

/// Where words are what is read: the files and forms of others, in whatever words they come.
const FOREIGN: &[&str] = &["crates/application/src/import/", "crates/documents/src/capture_form/wording.rs"];

/// What words stand in, on the screen's side of a view.
const SHOWN: &[&str] = &["words", "label", "title", "told"];

/// The code of a file up to its own tests, line by line, without comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    lines
        .take_while(|(_, line)| !line.contains("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The literals that stand directly behind `before`.
fn literals<'t>(line: &'t str, before: &str) -> Vec<&'t str> {
    let rests = line.split(before).skip(1);
    rests.filter_map(|rest| rest.split('"').next()).collect()
}

/// `Given`, `Ran out`: the beginning of something that people read.
fn is_label(literal: &str) -> bool {
    let mut letters = literal.chars();
    letters.next().is_some_and(|first| first.is_ascii_uppercase())
        && letters.next().is_some_and(|second| second.is_ascii_lowercase() || second == ' ')
}

/// `a request for consent`: several words in a row.
fn is_sentence(literal: &str) -> bool {
    let long = literal.split_whitespace().filter(|word| word.len() > 1);
    long.count() > 1
}

/// What is said about a line that decides by words.
fn decides_by_words(line: &str) -> Option<String> {
    // The names of keys are codes of the browser, capital letter or not.
    if line.contains("event.key") || line.contains("key === \"") {
        return None;
    }
    let compared = ["== \"", "!= \"", "case \""].iter().flat_map(|before| literals(line, before));
    let searched =
        ["contains(\"", "includes(\"", "starts_with(\"", "startsWith(\"", "ends_with(\"", "endsWith(\""];
    let searched: Vec<&str> = searched.iter().flat_map(|before| literals(line, before)).collect();
    if let Some(label) = compared.chain(searched.iter().copied()).find(|literal| is_label(literal)) {
        return Some(format!("decides by the label {label:?}"));
    }
    if let Some(words) = searched.iter().find(|literal| is_sentence(literal)) {
        return Some(format!("looks for the words {words:?}"));
    }
    if let Some(part) = searched.iter().find(|literal| literal.starts_with('_')) {
        return Some(format!("takes a name to pieces by {part:?}"));
    }
    let shown = SHOWN.iter().find(|field| {
        let owner = [" === ", " !== "].iter().filter_map(|sign| line.split_once(sign)).next();
        owner.is_some_and(|(left, right)| {
            let name = left.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let nothing = ["\"\"", "null", "undefined"].iter().any(|none| right.starts_with(none));
            name == **field && !nothing
        })
    });
    shown.map(|field| format!("compares {field}, which is there to be read"))
}

#[test]
fn nothing_decides_by_what_people_read() {
    let sources = files("crates", &[".rs"]).into_iter().filter(|(path, _)| path.contains("/src/"));
    let screens = files("ui/src", &[".ts", ".tsx"]).into_iter().filter(|(path, _)| {
        !path.contains(".test.") && !path.contains("/testing/") && !path.contains("/bindings/")
    });
    for (path, text) in sources.chain(screens) {
        let own_tests = path.ends_with("tests.rs") || path.contains("/tests/");
        if own_tests || FOREIGN.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        for (number, line) in code(&text) {
            let fault = decides_by_words(line);
            assert!(fault.is_none(), "{path}:{number} {}: {}", fault.unwrap_or_default(), line.trim());
        }
    }
}

#[test]
fn a_line_that_decides_by_words_is_seen() {
    for bad in [
        r#"if (words === "Assumed") return "half";"#,
        r#"return cell.words === "Expiring" ? "caution" : MARKS[cell.state];"#,
        r#"const same = cells.every((cell) => cell.words === first.words);"#,
        r#"if verdict.label() == "Not allowed" {"#,
        r#"reason.contains("a request for consent is marketing")"#,
        r#"key.ends_with("_months")"#,
        r#"case "Ran out":"#,
    ] {
        assert!(decides_by_words(bad).is_some(), "{bad}");
    }
    for good in [
        r#"if (event.key === "Enter") submit();"#,
        r#"turn === "given" ? classes.on : classes.off"#,
        r#"if (words === "") return null;"#,
        r#"address.contains("@")"#,
        r#"Some(("third_party", name)) if !name.is_empty()"#,
    ] {
        assert_eq!(decides_by_words(good), None, "{good}");
    }
}
