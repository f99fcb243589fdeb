//! What is held at one version or one content on purpose.

use std::fs;

use sha2::{Digest, Sha256};

use crate::workspace::{files, read, read_json, resolved};

/// SQLCipher 4.19.0 on SQLite 3.53.4, compared with the makers' release. The crate
/// that carries it has a single keeper, so a new content needs a new comparison.
const SQLCIPHER: &str = "838b2ed8a586b8b77f03e82c5a25b97e1a55e524ebac0de05354193865703072";

#[test]
fn sqlcipher_source_is_the_one_that_was_compared() {
    let metadata = resolved();
    let mut carriers = metadata.packages.iter().filter(|package| package.name.as_str() == "sqlcipher-src");
    let carrier = carriers.next().expect("the database library carries SQLCipher");
    assert!(carriers.next().is_none(), "two SQLCiphers in one build");
    let folder = carrier.manifest_path.parent().expect("a package has a folder");
    let source = fs::read(folder.join("sqlcipher/sqlcipher.c")).expect("sqlcipher.c");
    let hash: String = Sha256::digest(&source).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, SQLCIPHER, "sqlcipher.c in {folder} is not the one that was compared");
}

#[test]
fn no_system_sqlite_is_linked() {
    // Debian 12's SQLite has the WAL-reset corruption bug, its SQLCipher cannot read our files.
    let manifests: String = files("crates", &["Cargo.toml"])
        .into_iter()
        .map(|(_, text)| text)
        .chain([read("Cargo.toml")])
        .collect();
    let lines: Vec<_> = manifests.lines().filter(|line| line.starts_with("rusqlite")).collect();
    assert!(
        lines.iter().any(|line| line.contains("bundled-sqlcipher-vendored-openssl")),
        "rusqlite is not bundled: {lines:?}"
    );
}

/// (name, version) of every package in the lock file.
fn locked() -> Vec<(String, String)> {
    let lock = read("Cargo.lock");
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key))?;
        Some(line.trim_matches(['"', ' ', '=']).to_owned())
    };
    lock.split("[[package]]")
        .filter_map(|block| Some((value(block, "name")?, value(block, "version")?)))
        .collect()
}

fn numbers(version: &str) -> Vec<u64> {
    version.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
}

#[test]
fn tauri_is_a_release_that_keeps_remote_pages_out() {
    let tauri: Vec<_> = locked().into_iter().filter(|(name, _)| name == "tauri").collect();
    assert_eq!(tauri.len(), 1, "{tauri:?}");
    for (_, version) in tauri {
        let parts = numbers(&version);
        // CVE-2026-42184: before 2.11.1 a remote page could call our commands on Windows.
        assert!(parts >= vec![2, 11, 1] && parts.first() == Some(&2), "tauri {version}");
        assert!(!version.contains('-'), "tauri {version} is a preview");
    }
    for (name, version) in locked().into_iter().filter(|(name, _)| name.starts_with("tauri-plugin-")) {
        assert!(version.starts_with("2."), "{name} {version}");
    }
}

#[test]
fn erased_names_cannot_survive_in_statistics() {
    let flags = read(".cargo/config.toml");
    for flag in
        ["-USQLITE_ENABLE_STAT4", "-DSQLITE_SECURE_DELETE", "-DSQLITE_DQS=0", "-DSQLITE_ENABLE_DBPAGE_VTAB"]
    {
        assert!(flags.contains(flag), ".cargo/config.toml lost {flag}");
    }
}

#[test]
fn node_packages_come_from_the_registry_at_one_version() {
    let lock = read_json("ui/package-lock.json");
    let packages = lock.get("packages").and_then(serde_json::Value::as_object).expect("packages");
    assert!(packages.len() > 1, "no packages locked");
    for (place, package) in packages.iter().filter(|(place, _)| !place.is_empty()) {
        let text = |key: &str| package.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
        if package.get("inBundle").is_some() {
            continue;
        }
        // Without an address it comes from the registry npm is set to; the hash holds either way.
        let from = text("resolved");
        assert!(from.is_empty() || from.starts_with("https://registry.npmjs.org/"), "{place}: {from}");
        assert!(text("integrity").starts_with("sha512-"), "{place} has no hash");
    }
}

#[test]
fn node_packages_are_pinned_and_the_lock_file_follows() {
    let (asked, lock) = (read_json("ui/package.json"), read_json("ui/package-lock.json"));
    for kind in ["dependencies", "devDependencies"] {
        let wanted = asked.get(kind).and_then(serde_json::Value::as_object).expect("a list of packages");
        for (name, version) in wanted {
            let exact =
                version.as_str().is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()));
            assert!(exact, "{name} is asked for as {version}, not as one version");
            let locked =
                lock.pointer("/packages").and_then(|packages| packages.get(format!("node_modules/{name}")));
            let locked = locked.and_then(|package| package.get("version"));
            assert_eq!(locked, Some(version), "{name}: the lock file does not follow package.json");
        }
    }
}
