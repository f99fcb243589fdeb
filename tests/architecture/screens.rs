//! What no screen may do. How its folders may import from each other is the law of
//! `ui/src/testing/architecture.test.ts`.

use crate::workspace::files;

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
