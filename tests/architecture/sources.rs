//! House rules that only the text of the sources shows.

use crate::workspace::files;

/// The code of a file without its comments, line by line.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn the_database_library_stays_in_the_engine() {
    for (path, text) in files("crates/store/src", &[".rs"]) {
        if path.contains("/engine/") || path.ends_with("/engine.rs") {
            continue;
        }
        for (number, line) in code(&text) {
            assert!(!line.contains("rusqlite"), "{path}:{number} names rusqlite outside the engine");
        }
    }
}

/// Hosts go through commands: neither the store nor the database is handed out to them.
#[test]
fn no_host_sees_the_store() {
    const HOSTS: &[&str] = &["crates/cli/src", "src-tauri/src"];
    for folder in HOSTS {
        for (path, text) in files(folder, &[".rs"]) {
            for (number, line) in code(&text) {
                for word in ["store::", "forecourt_store", "rusqlite", "Database::", "database_of_the_test"] {
                    assert!(!line.contains(word), "{path}:{number} names {word}");
                }
            }
        }
    }
    for (path, text) in files("crates/application/src", &[".rs"]) {
        for (number, line) in code(&text) {
            let reexport = line.trim_start().starts_with("pub use") && line.contains("forecourt_store");
            assert!(!reexport, "{path}:{number} hands the store out");
            assert!(!line.contains("rusqlite"), "{path}:{number} names rusqlite");
        }
    }
}

/// Files are the hosts', the gateways' and the engine's business.
#[test]
fn use_cases_touch_no_file() {
    for folder in
        ["crates/domain/src", "crates/documents/src", "crates/dispatch/src", "crates/application/src"]
    {
        for (path, text) in files(folder, &[".rs"]) {
            // What tests do in a folder of their own is theirs.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            for (number, line) in code(&text) {
                for word in ["std::fs", "fs::", "std::path", "PathBuf", "OpenOptions"] {
                    assert!(!line.contains(word), "{path}:{number} names {word}");
                }
            }
        }
    }
}

#[test]
fn only_store_speaks_sql() {
    const SPOKEN: &[&str] = &["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE FROM", "\"PRAGMA "];
    for folder in [
        "crates/application",
        "crates/dispatch",
        "crates/documents",
        "crates/domain",
        "crates/gateways",
        "crates/cli",
        "src-tauri/src",
    ] {
        for (path, text) in files(folder, &[".rs"]) {
            for (number, line) in code(&text) {
                let spoken = SPOKEN.iter().find(|words| line.contains(**words));
                assert!(spoken.is_none(), "{path}:{number} speaks SQL");
            }
        }
    }
}

#[test]
fn names_are_the_trade_s_own_words() {
    // A dealership's first manager is a person, not a kind of code.
    const TRADE: &[&str] = &["NewManager"];
    const VAGUE: &[&str] = &["Manager", "Helper", "Util", "Utils", "Common", "Service", "Processor"];
    for folder in ["crates", "src-tauri/src", "tests", "xtask/src"] {
        for (path, text) in files(folder, &[".rs"]) {
            for (number, line) in code(&text) {
                let words: Vec<&str> = line.split_whitespace().collect();
                let named = words.windows(2).find_map(|pair| match pair {
                    ["struct" | "enum" | "trait" | "type", name] => Some(*name),
                    _ => None,
                });
                let Some(name) = named else { continue };
                let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                let vague = VAGUE.iter().find(|word| name.ends_with(**word) && !TRADE.contains(&name));
                assert!(vague.is_none(), "{path}:{number}: {name} says nothing");
            }
        }
    }
}

#[test]
fn nothing_is_switched_off_or_left_for_later() {
    const LATER: &[&str] =
        &["todo!(", "unimplemented!(", "#[ignore", "#[allow(", "#![allow(", "FIXME", "TODO"];
    for folder in ["crates", "src-tauri/src", "tests", "xtask/src"] {
        for (path, text) in files(folder, &[".rs"]) {
            if path == "tests/architecture/sources.rs" {
                continue;
            }
            for (number, line) in text.lines().enumerate() {
                let left = LATER.iter().find(|word| line.contains(**word));
                assert!(left.is_none(), "{path}:{}: {}", number + 1, line.trim());
            }
        }
    }
}

/// A change without a line in the ledger is the first start's alone: set-up, and its end, which nobody
/// has to be signed in for.
#[test]
fn only_set_up_writes_without_a_line() {
    for (path, text) in files("crates/application/src", &[".rs"]) {
        if ["startup/set_up_dealership.rs", "startup/founding.rs"].iter().any(|file| path.ends_with(file)) {
            continue;
        }
        for (number, line) in code(&text) {
            for word in ["write_unlogged", "of_the_product"] {
                assert!(!line.contains(word), "{path}:{number} writes without a line");
            }
            // What was typed and not saved is nobody's deed.
            let is_draft = path.starts_with("crates/application/src/draft/");
            assert!(is_draft || !line.contains("write_unsaved"), "{path}:{number} writes without a line");
        }
    }
}
