//! Reading the checkout: cargo's own account of it, and its files.

use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand, Package};

/// The checkout's top folder.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests/ is in the checkout").to_path_buf()
}

/// The members of the workspace with what their Cargo.toml says, libraries unresolved.
pub fn members() -> Vec<Package> {
    let metadata = MetadataCommand::new().current_dir(root()).no_deps().other_options(offline()).exec();
    metadata.expect("cargo metadata").packages
}

/// Every package that this system's build is made of, with where its sources are.
pub fn resolved() -> Metadata {
    let mut options = offline();
    options.extend(["--filter-platform".to_owned(), host()]);
    let metadata = MetadataCommand::new().current_dir(root()).other_options(options).exec();
    metadata.expect("cargo metadata of the resolved build")
}

/// What was built can be read again without a network, and must not change the lock file.
fn offline() -> Vec<String> {
    ["--offline", "--locked"].map(str::to_owned).to_vec()
}

fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let about = std::process::Command::new(rustc).arg("-vV").output().expect("rustc -vV");
    let about = String::from_utf8_lossy(&about.stdout).into_owned();
    about.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host line").to_owned()
}

/// A text file of the checkout.
pub fn read(path: &str) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// A JSON file of the checkout.
pub fn read_json(path: &str) -> serde_json::Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// All files below a folder of the checkout whose names end in one of `endings`, as
/// (path from the checkout, content).
pub fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} holds no file ending in {endings:?}");
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display())) {
        let path = entry.expect("a folder's entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "target", "dist", "gen"].contains(&name.as_str()) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            let from_root = path.strip_prefix(root()).expect("below the checkout");
            found.push((from_root.to_string_lossy().replace('\\', "/"), text));
        }
    }
}
