//! How nouns stand to each other, and how they name what they bring.

use crate::workspace::{files, root};
use forecourt_application::registry;
use std::collections::{BTreeMap, BTreeSet};

/// Whom a noun may use. The list has no loop, so that the nouns can be divided among crates.
const MAY_USE: &[(&str, &[&str])] = &[
    ("booking", &["contact"]),
    ("capture_form", &["consent", "dealership", "reconsent"]),
    ("carry_over", &["consent", "import"]),
    ("consent", &["dealership"]),
    ("consent_receipt", &["consent", "dealership", "portal_link"]),
    ("contact", &["consent", "dealership"]),
    ("dealership", &[]),
    ("draft", &[]),
    ("employee", &["dealership"]),
    ("erasure", &[]),
    ("history", &["consent", "dealership"]),
    ("import", &["consent", "contact"]),
    ("invoice", &["consent", "contact", "dealership", "job_card"]),
    ("job", &[]),
    ("job_card", &["consent", "dealership"]),
    ("part", &[]),
    ("plate_look_up", &[]),
    ("portal_link", &["consent", "dealership"]),
    ("profile", &["consent", "setting"]),
    ("reconsent", &["consent", "contact"]),
    ("report_audit", &["sign_in"]),
    ("rights_request", &["consent_receipt", "dealership", "history"]),
    ("search", &["contact"]),
    ("setting", &["dealership", "plate_look_up", "portal_link"]),
    ("sign_in", &["consent", "dealership", "employee", "setting"]),
    ("startup", &["consent", "dealership", "employee", "setting"]),
    ("vehicle", &["consent", "dealership"]),
    ("workshop", &[]),
];

fn may_use() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    MAY_USE.iter().map(|(noun, others)| (*noun, others.iter().copied().collect())).collect()
}

/// The nouns that a line of code names, whatever else it names of its crate.
fn named<'l>(line: &'l str, nouns: &BTreeSet<&'static str>) -> Vec<&'l str> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = line.get(at + "crate::".len()..).unwrap_or_default();
        let list = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or_default());
        let several = rest.starts_with('{');
        for part in list.split(',').take(if several { usize::MAX } else { 1 }) {
            let word =
                part.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            if nouns.contains(word) {
                found.push(word);
            }
        }
    }
    found
}

#[test]
fn a_noun_uses_only_the_nouns_it_may() {
    let law = may_use();
    let nouns: BTreeSet<&'static str> = law.keys().copied().collect();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in files("crates/application/src", &[".rs"]) {
        let noun = path.trim_start_matches("crates/application/src/").split('/').next().unwrap_or_default();
        if !path.trim_start_matches("crates/application/src/").contains('/') {
            continue;
        }
        let allowed = law.get(noun).unwrap_or_else(|| panic!("the noun {noun} is not in the list"));
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for other in named(line, &nouns).into_iter().filter(|other| *other != noun) {
                assert!(allowed.contains(other), "{path}:{}: {noun} may not use {other}", number + 1);
                seen.entry(noun.to_owned()).or_default().insert(other.to_owned());
            }
        }
    }
    for (noun, others) in &law {
        for other in others {
            let used = seen.get(*noun).is_some_and(|used| used.contains(*other));
            assert!(used, "{noun} uses {other} no more: take it off the list");
        }
    }
}

#[test]
fn the_list_of_who_uses_whom_has_no_loop() {
    let mut law = may_use();
    loop {
        let free: Vec<&str> =
            law.iter().filter(|(_, others)| others.is_empty()).map(|(noun, _)| *noun).collect();
        if free.is_empty() {
            break;
        }
        for noun in free {
            law.remove(noun);
            law.values_mut().for_each(|others| {
                others.remove(noun);
            });
        }
    }
    assert!(law.is_empty(), "these nouns use each other in a loop: {law:?}");
}

/// A command's file, its struct and its name on the wire are one name.
#[test]
fn file_struct_and_wire_name_agree() {
    let camel = |name: &str| -> String {
        let words = name.split('_').map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        });
        words.flatten().collect()
    };
    for (noun, entry) in registry().commands_of_nouns() {
        let path: Vec<&str> = entry.path.split("::").collect();
        let expected = ["forecourt_application", noun.name, entry.name, &camel(entry.name)];
        assert_eq!(path, expected, "{} is not where its name says", entry.name);
    }
    for noun in registry().nouns() {
        let folder = root().join("crates/application/src").join(noun.name);
        assert!(folder.is_dir(), "the noun {} has no folder of its name", noun.name);
    }
}

#[test]
fn every_setting_is_declared_once_and_whole() {
    let mut keys = BTreeSet::new();
    for of in registry().settings() {
        assert!(keys.insert(of.key), "{} is declared twice", of.key);
        assert!(!of.label.is_empty() && of.path.starts_with("Settings > "), "{} has no place", of.key);
    }
    assert!(keys.len() > 20, "{} settings are too few to be all", keys.len());
}
