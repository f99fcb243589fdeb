//! The screens' folders: lib, then components, then features, then app, never sideways;
//! and one file that knows the platform.

use std::path::{Component, Path, PathBuf};

use crate::workspace::files;

/// The only file that may import from `@tauri-apps`.
const PLATFORM: &str = "ui/src/lib/tauri.ts";

/// What stands between quotes after `from` or `import` in a TypeScript file.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for before in ["from ", "import ", "import("] {
            for (start, _) in line.match_indices(before) {
                let rest = line.get(start + before.len()..).unwrap_or_default();
                let quote = rest.chars().next().filter(|c| *c == '"' || *c == '\'');
                let Some(quote) = quote else { continue };
                if let Some(path) = rest.get(1..).and_then(|rest| rest.split(quote).next()) {
                    found.push((number + 1, path.to_owned()));
                }
            }
        }
    }
    found
}

/// A path without its `.` and `..`.
fn flat(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(flat.pop()),
            Component::CurDir => {}
            part => flat.push(part),
        }
    }
    flat
}

/// How far out a file of the screens stands, and for a feature its noun.
fn place(path: &str) -> Option<(u8, &str)> {
    let inside = path.strip_prefix("ui/src/")?;
    let mut parts = inside.split('/');
    Some(match parts.next()? {
        "bindings" => (0, ""),
        "lib" => (1, ""),
        "components" => (2, ""),
        "features" => (3, parts.next()?),
        // The app, and main.tsx that starts it.
        _ => (4, ""),
    })
}

#[test]
fn imports_flow_outward_and_never_sideways() {
    for (path, text) in files("ui/src", &[".ts", ".tsx"]) {
        let test_support = path.contains("/testing/") || path.contains(".test.");
        let Some((own, own_noun)) = place(&path) else { continue };
        for (line, import) in imports(&text) {
            let target = if import.starts_with('.') {
                let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
                flat(&folder.join(&import)).to_string_lossy().replace('\\', "/")
            } else if let Some(inside) = import.strip_prefix("@/") {
                format!("ui/src/{inside}")
            } else {
                continue;
            };
            if target.contains("/testing/") {
                assert!(test_support, "{path}:{line} imports what is for tests");
                continue;
            }
            let Some((other, noun)) = place(&target) else { continue };
            assert!(other <= own, "{path}:{line} imports outward: {import}");
            assert!(
                !(own == 3 && other == 3 && noun != own_noun),
                "{path}:{line} imports sideways, from {noun} into {own_noun}: {import}"
            );
        }
    }
}

#[test]
fn one_file_knows_the_platform() {
    let mut known = false;
    for (path, text) in files("ui/src", &[".ts", ".tsx"]) {
        for (line, import) in imports(&text) {
            if import.starts_with("@tauri-apps/") {
                assert_eq!(path, PLATFORM, "line {line} imports {import}");
                known = true;
            }
        }
    }
    assert!(known, "{PLATFORM} no longer imports the platform");
}

#[test]
fn nothing_on_screen_runs_text_or_loads_from_a_network() {
    const BANNED: &[&str] = &[
        "dangerouslySetInnerHTML",
        ".innerHTML",
        "eval(",
        "new Function(",
        "document.write",
        "__TAURI__",
        "__TAURI_INTERNALS__",
        "localStorage",
        "indexedDB",
        "XMLHttpRequest",
        "WebSocket(",
        " fetch(",
        "src=\"http",
        "url(http",
    ];
    let mut all = files("ui/src", &[".ts", ".tsx", ".css"]);
    all.push(("ui/index.html".to_owned(), crate::workspace::read("ui/index.html")));
    for (path, text) in all {
        for (number, line) in text.lines().enumerate() {
            let found = BANNED.iter().find(|word| line.contains(**word));
            assert!(found.is_none(), "{path}:{}: {}", number + 1, line.trim());
        }
    }
}
