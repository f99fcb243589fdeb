//! Which crate may know which, and which library each may name.

use std::collections::BTreeSet;

use cargo_metadata::{Dependency, Package};

use crate::workspace::{members, read, root};

/// The arrows inward. A crate that is not listed here may not exist.
const ARROWS: &[(&str, &[&str])] = &[
    ("forecourt-domain", &[]),
    ("forecourt-store", &["forecourt-domain"]),
    ("forecourt-documents", &["forecourt-domain"]),
    ("forecourt-dispatch", &["forecourt-documents", "forecourt-domain", "forecourt-store"]),
    (
        "forecourt-application",
        &["forecourt-dispatch", "forecourt-documents", "forecourt-domain", "forecourt-store"],
    ),
    // The gateways fill the ports; the hosts put the two together. No host knows the store.
    ("forecourt-gateways", &["forecourt-dispatch", "forecourt-domain"]),
    (
        "forecourt-cli",
        &["forecourt-application", "forecourt-dispatch", "forecourt-domain", "forecourt-gateways"],
    ),
    ("forecourt", &["forecourt-application", "forecourt-dispatch", "forecourt-domain", "forecourt-gateways"]),
    ("xtask", &[]),
];

/// The package that tests across all layers may see all of them.
const ACROSS: &str = "forecourt-tests";

/// A library, and the only crates that may name it.
struct Reserved {
    is_it: fn(&str) -> bool,
    what: &'static str,
    may: &'static [&'static str],
}

const RESERVED: &[Reserved] = &[
    Reserved {
        is_it: |name| name == "tauri" || name.starts_with("tauri-") || name == "wry" || name == "tao",
        what: "tauri*",
        may: &["forecourt"],
    },
    Reserved {
        is_it: |name| ["rusqlite", "libsqlite3-sys", "sqlx", "diesel"].contains(&name),
        what: "an SQL library",
        may: &["forecourt-store"],
    },
    Reserved {
        is_it: |name| ["reqwest", "ureq", "hyper", "keyring", "keyring-core"].contains(&name),
        what: "network or keychain",
        may: &["forecourt-gateways"],
    },
    Reserved { is_it: |name| name == "axum", what: "axum", may: &[] },
    Reserved {
        is_it: |name| ["printpdf", "lopdf", "csv", "mail-builder"].contains(&name),
        what: "a document library",
        may: &["forecourt-documents"],
    },
];

/// The crates that read the time, once per call.
const HOSTS: &[&str] = &["forecourt", "forecourt-cli"];

/// Top-level folders; there is no other.
const FOLDERS: &[&str] = &["assets", "crates", "installer", "src-tauri", "tests", "ui", "xtask"];

fn ours(dependency: &Dependency) -> bool {
    dependency.name == "forecourt" || dependency.name.starts_with("forecourt-") || dependency.name == "xtask"
}

#[test]
fn every_arrow_is_drawn() {
    for package in members() {
        if package.name.as_str() == ACROSS {
            continue;
        }
        let drawn = ARROWS.iter().find(|(name, _)| *name == package.name.as_str());
        let (_, drawn) = drawn.unwrap_or_else(|| panic!("{} has no place in the layers", package.name));
        for dependency in package.dependencies.iter().filter(|dependency| ours(dependency)) {
            assert!(
                drawn.contains(&dependency.name.as_str()),
                "{} may not know {} (not even for its tests)",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn nobody_depends_on_the_tests_or_on_xtask() {
    for package in members() {
        for dependency in &package.dependencies {
            assert!(
                dependency.name != ACROSS && dependency.name != "xtask",
                "{} depends on {}",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn reserved_libraries_stay_in_their_crate() {
    for package in members() {
        for dependency in &package.dependencies {
            for reserved in RESERVED.iter().filter(|reserved| (reserved.is_it)(&dependency.name)) {
                assert!(
                    reserved.may.contains(&package.name.as_str()),
                    "{} names {}, but {} is for {:?} only",
                    package.name,
                    dependency.name,
                    reserved.what,
                    reserved.may
                );
            }
        }
    }
}

#[test]
fn only_hosts_know_the_time() {
    for package in members() {
        let clock =
            package.dependencies.iter().filter(|dependency| dependency.name == "chrono").any(|chrono| {
                chrono.uses_default_features
                    || chrono.features.iter().any(|feature| feature == "clock" || feature == "now")
            });
        let may = HOSTS.contains(&package.name.as_str()) || package.name.as_str() == ACROSS;
        assert!(!clock || may, "{} has chrono with its clock", package.name);
    }
}

#[test]
fn every_member_keeps_the_house_rules() {
    for package in members() {
        let manifest = package.manifest_path.as_std_path();
        let text = std::fs::read_to_string(manifest).expect("a manifest");
        assert!(text.contains("[lints]\nworkspace = true"), "{} has lints of its own", package.name);
        assert_eq!(package.publish, Some(vec![]), "{} could be published by mistake", package.name);
        assert!(lives_where_it_should(&package), "{} lives at {}", package.name, package.manifest_path);
        for dependency in &package.dependencies {
            let registry = dependency.source.as_ref().map(|source| source.repr.clone());
            let from_a_registry = registry.is_some_and(|source| source.starts_with("registry+"));
            assert!(
                from_a_registry || dependency.path.is_some(),
                "{} takes {} from neither a registry nor this checkout",
                package.name,
                dependency.name
            );
        }
    }
    let law = read("Cargo.toml");
    assert!(law.contains("unsafe_code = \"forbid\""), "unsafe code is no longer forbidden");
    assert!(!law.contains("[patch"), "a patched library is a fork nobody sees");
}

fn lives_where_it_should(package: &Package) -> bool {
    let folder =
        package.manifest_path.as_std_path().parent().and_then(|folder| folder.strip_prefix(root()).ok());
    let folder = folder.map(|folder| folder.to_string_lossy().replace('\\', "/")).unwrap_or_default();
    match package.name.as_str() {
        "forecourt" => folder == "src-tauri",
        "forecourt-tests" => folder == "tests",
        "xtask" => folder == "xtask",
        name => name.strip_prefix("forecourt-").is_some_and(|name| folder == format!("crates/{name}")),
    }
}

#[test]
fn no_further_top_level_folder() {
    // What git tracks, so that somebody's build or editor folder is not mistaken for one.
    let listed =
        std::process::Command::new("git").current_dir(root()).args(["ls-files", "--", "*/*"]).output();
    let Ok(listed) = listed else { return };
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let folders: BTreeSet<&str> = listed.lines().filter_map(|path| path.split('/').next()).collect();
    let folders = folders.into_iter().filter(|folder| !folder.starts_with('.'));
    let further: Vec<_> = folders.filter(|folder| !FOLDERS.contains(folder)).collect();
    assert!(further.is_empty(), "top-level folders with no place in the layout: {further:?}");
}

/// What only tests may do is compiled for tests only.
#[test]
fn no_program_is_built_with_the_ways_in_of_a_test() {
    for package in members() {
        if package.name.as_str() == ACROSS {
            continue;
        }
        for dependency in package.dependencies.iter().filter(|dependency| ours(dependency)) {
            let testing =
                dependency.features.iter().any(|feature| feature == "testing" || feature == "bindings");
            assert!(!testing, "{} builds {} with a feature of tests", package.name, dependency.name);
        }
        let wakes = package.features.iter().filter(|(name, _)| *name == "default");
        for (_, on) in wakes {
            assert!(on.is_empty(), "{} has features that are on by themselves: {on:?}", package.name);
        }
    }
}
