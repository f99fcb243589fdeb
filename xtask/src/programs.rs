//! What stands in the programs that were built, and what must not.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::places;

/// The feature by which the window journeys can drive the window.
pub const DRIVEN: [&str; 2] = ["--features", "forecourt/driven"];

/// What stands in a window that was compiled with it (`src-tauri/src/window.rs`).
const DRIVEN_MARK: &str = "this program was compiled to be driven by tests";

/// Whether tests can drive the window has to be as it was asked for: never in what people get.
pub fn check_driven(program: &Path, expected: bool) -> anyhow::Result<()> {
    let bytes = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    match (holds(&bytes, DRIVEN_MARK.as_bytes()), expected) {
        (true, false) => bail!("{} can be driven by tests, and is not built for them", program.display()),
        (false, true) => bail!("{} cannot be driven: its mark is not found", program.display()),
        _ => {
            let word = if expected { "can" } else { "cannot" };
            println!("{} {word} be driven by tests", program.display());
            Ok(())
        }
    }
}

/// Flags for rustc that leave the folders of this machine out of what it writes into a program.
pub fn without_build_paths() -> OsString {
    let mut flags: Vec<String> = build_paths()
        .into_iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .collect();
    if let Ok(more) = env::var("RUSTFLAGS") {
        flags.extend(more.split_whitespace().map(str::to_owned));
    }
    flags.join("\u{1f}").into()
}

/// Says how many paths of this machine stand in a program, and how many of them name a source file:
/// of those there are none. What compilers of other languages and build scripts wrote stays, no flag
/// of ours reaches it. Texts follow each other in a program without a gap, so this is told, not judged.
pub fn tell_build_paths(program: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    let (mut sources, mut others) = (0, 0);
    for (folder, _) in build_paths() {
        let folder = folder.display().to_string();
        for text in texts_beginning_with(&bytes, folder.as_bytes()) {
            if text.contains(".rs") {
                sources += 1;
            } else {
                others += 1;
            }
        }
    }
    println!("{}: {sources} source files by their folder here, {others} other paths", program.display());
    Ok(())
}

/// The folders of this machine that sources come from, and what stands for each in a program. Of two
/// that fit, rustc takes the last.
fn build_paths() -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut folders = vec![(places::target(), "target"), (places::root(), "forecourt")];
    if let Some(home) = home {
        folders.push((home.join("registry/src"), "crates"));
    }
    folders
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// Every readable text in `bytes` that begins so, up to its end or 200 characters.
fn texts_beginning_with(bytes: &[u8], beginning: &[u8]) -> Vec<String> {
    let Some(first) = beginning.first() else { return Vec::new() };
    let mut texts = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        let Some(rest) = bytes.get(at..) else { break };
        if byte == first && rest.starts_with(beginning) {
            let text = rest.iter().take(200).take_while(|byte| byte.is_ascii_graphic());
            texts.push(text.map(|byte| char::from(*byte)).collect());
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_program_is_found() {
        let bytes = b"\x7fELF\0/home/ann/forecourt/crates/x/src/lib.rs\0/home/ann/forecourt/out/lib\0";
        assert!(holds(bytes, b"crates/x") && !holds(bytes, b"crates/y"));
        let found = texts_beginning_with(bytes, b"/home/ann/forecourt");
        assert_eq!(found, ["/home/ann/forecourt/crates/x/src/lib.rs", "/home/ann/forecourt/out/lib"]);
    }

    #[test]
    fn every_folder_that_sources_come_from_gets_another_name() {
        let flags = without_build_paths().into_string().unwrap();
        let root = format!("--remap-path-prefix={}=forecourt", places::root().display());
        assert!(flags.split('\u{1f}').any(|flag| flag == root), "{flags}");
        assert!(flags.contains("registry/src=crates"), "{flags}");
    }
}
