//! No file of a crate imports in a circle: whoever reads one can stop where its imports stop.

use crate::workspace::files;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const CRATES: &[&str] = &[
    "crates/domain/src",
    "crates/store/src",
    "crates/documents/src",
    "crates/dispatch/src",
    "crates/application/src",
    "crates/gateways/src",
    "crates/cli/src",
    "src-tauri/src",
    "xtask/src",
];

/// The module that a file is: `consent/view/mod.rs` is `["consent", "view"]`.
fn module_of(path: &str) -> Vec<String> {
    let mut parts: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        parts.pop();
    }
    parts
}

/// What the imports of a text name, each from the top of the crate.
fn imports(text: &str, own: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for statement in text.split(';').filter_map(|part| {
        let at = part
            .rfind("\nuse ")
            .map(|at| at + 5)
            .or_else(|| part.rfind("\npub(crate) use ").map(|at| at + 16));
        at.and_then(|at| part.get(at..))
    }) {
        let compact: String = statement.split_whitespace().collect::<Vec<_>>().join(" ");
        spread(&compact.replace(' ', ""), &mut Vec::new(), own, &mut found);
    }
    found
}

/// Takes `a::{b::C, d}` apart.
fn spread(text: &str, before: &mut Vec<String>, own: &[String], found: &mut Vec<Vec<String>>) {
    if let Some(open) = text.find('{') {
        let head = text.get(..open).unwrap_or_default();
        let depth = before.len();
        before.extend(head.split("::").filter(|word| !word.is_empty()).map(str::to_owned));
        let inner = text.get(open + 1..text.rfind('}').unwrap_or(text.len())).unwrap_or_default();
        let (mut level, mut begin) = (0_usize, 0);
        for (at, letter) in inner.char_indices() {
            match letter {
                '{' => level += 1,
                '}' => level -= 1,
                ',' if level == 0 => {
                    spread(inner.get(begin..at).unwrap_or_default(), before, own, found);
                    begin = at + 1;
                }
                _ => {}
            }
        }
        spread(inner.get(begin..).unwrap_or_default(), before, own, found);
        before.truncate(depth);
        return;
    }
    let mut words: Vec<String> = before.clone();
    words.extend(text.split("::").filter(|word| !word.is_empty()).map(str::to_owned));
    let mut from: Vec<String> = match words.first().map(String::as_str) {
        Some("crate") => Vec::new(),
        Some("super") => own.get(..own.len().saturating_sub(1)).unwrap_or_default().to_vec(),
        _ => return,
    };
    let mut rest = words.get(1..).unwrap_or_default();
    while rest.first().is_some_and(|word| word == "super") {
        from.pop();
        rest = rest.get(1..).unwrap_or_default();
    }
    from.extend(rest.iter().cloned());
    found.push(from);
}

#[test]
fn no_file_imports_in_a_circle() {
    let mut circles = String::new();
    for folder in CRATES {
        let sources = files(folder, &[".rs"]);
        let modules: BTreeMap<Vec<String>, String> = sources
            .iter()
            .map(|(path, _)| {
                let inside = path.trim_start_matches(folder).trim_start_matches('/');
                (module_of(inside), inside.to_owned())
            })
            .collect();
        let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (path, text) in &sources {
            let inside = path.trim_start_matches(folder).trim_start_matches('/');
            let own = module_of(inside);
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for mut named in imports(code, &own) {
                while !modules.contains_key(&named) && !named.is_empty() {
                    named.pop();
                }
                let Some(other) = modules.get(&named).filter(|other| !named.is_empty() && *other != inside)
                else {
                    continue;
                };
                // What a folder's own face hands on is no import of its files.
                if named.starts_with(&own) {
                    continue;
                }
                uses.entry(inside.to_owned()).or_default().insert(other.clone());
            }
        }
        loop {
            let before = uses.len();
            let still: BTreeSet<String> = uses.keys().cloned().collect();
            uses.retain(|_, others| {
                others.retain(|other| still.contains(other));
                !others.is_empty()
            });
            if uses.len() == before {
                break;
            }
        }
        for (file, others) in uses {
            let _ = writeln!(circles, "{folder}: {file} -> {others:?}");
        }
    }
    assert!(circles.is_empty(), "files that import in a circle, or from one:\n{circles}");
}

#[test]
fn imports_are_taken_apart() {
    let own = vec!["a".to_owned(), "b".to_owned()];
    let text = "\nuse crate::x::{y::Z, w};\nuse super::c::D;\nuse super::super::e;\nuse std::fs;";
    let named: Vec<String> = imports(text, &own).iter().map(|path| path.join("::")).collect();
    assert_eq!(named, ["x::y::Z", "x::w", "a::c::D", "e"]);
}
