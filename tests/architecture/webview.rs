//! What the webview may do (S6): show our own files and call one command.

use serde_json::{Value, json};

use crate::workspace::{files, members, read, read_json};

fn config() -> Value {
    read_json("src-tauri/tauri.conf.json")
}

fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    value.pointer(path).unwrap_or(&Value::Null)
}

/// The content security policy as (directive, its sources).
fn policy() -> Vec<(String, Vec<String>)> {
    let config = config();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    match at(&config, "/app/security/csp") {
        Value::String(policy) => policy
            .split(';')
            .filter_map(|directive| {
                let mut words = words(directive).into_iter();
                Some((words.next()?, words.collect()))
            })
            .collect(),
        Value::Object(policy) => policy
            .iter()
            .map(|(name, sources)| match sources {
                Value::Array(list) => {
                    (name.clone(), list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
                }
                other => (name.clone(), words(other.as_str().unwrap_or_default())),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn sources(directive: &str) -> Option<Vec<String>> {
    policy().into_iter().find(|(name, _)| name == directive).map(|(_, sources)| sources)
}

#[test]
fn policy_allows_nothing_by_default() {
    assert_eq!(sources("default-src"), Some(vec!["'none'".to_owned()]), "default-src");
}

#[test]
fn only_our_own_scripts_run() {
    assert_eq!(sources("script-src"), Some(vec!["'self'".to_owned()]), "script-src");
    for directive in ["script-src-elem", "script-src-attr", "worker-src", "frame-src", "object-src"] {
        let allowed = sources(directive).unwrap_or_default();
        assert!(
            allowed.iter().all(|source| source == "'self'" || source == "'none'"),
            "{directive}: {allowed:?}"
        );
    }
}

#[test]
fn only_our_own_styles_count() {
    assert_eq!(sources("style-src"), Some(vec!["'self'".to_owned()]), "style-src");
    for (directive, sources) in policy() {
        assert!(!sources.contains(&"'unsafe-inline'".to_owned()), "{directive} lets text of any origin in");
    }
    // Whoever writes styles at run time asks for the mark, and finds it on the page's own style.
    let app = read("ui/src/app/App.tsx");
    assert!(app.contains("getStyleNonce={() => styleNonce}"), "the component library's styles bear no mark");
    assert!(read("ui/index.html").contains("<style>"), "nothing on the page bears the mark");
}

#[test]
fn what_a_test_switches_off_is_compiled_for_tests_only() {
    let shell =
        members().into_iter().find(|package| package.name.as_str() == "forecourt").expect("the shell");
    assert!(shell.features.contains_key("driven"), "the feature is gone");
    let default = shell.features.get("default").cloned().unwrap_or_default();
    assert!(!default.contains(&"driven".to_owned()), "every build can be driven");
    let window = read("src-tauri/src/window.rs");
    let (before, asked) = window.split_once("TAURI_WEBVIEW_AUTOMATION").expect("the driver's variable");
    assert!(!asked.contains("TAURI_WEBVIEW_AUTOMATION"), "it is asked for once");
    let function = before.rsplit_once("\n\n").expect("a function of its own").1;
    assert!(function.contains("#[cfg(feature = \"driven\")]"), "{function}");
    for path in ["xtask/src/bundle.rs", "installer/bundle.json"] {
        assert!(!read(path).contains("DRIVEN"), "{path} builds a window that can be driven");
    }
}

#[test]
fn policy_names_no_place_on_a_network() {
    for (directive, sources) in policy() {
        for source in sources {
            let inside = source.starts_with('\'')
                || ["data:", "blob:", "ipc:", "http://ipc.localhost"].contains(&source.as_str());
            assert!(inside, "{directive} lets {source} in");
            assert!(source != "'unsafe-eval'", "{directive} lets text be run");
        }
    }
    let connect = sources("connect-src").expect("connect-src");
    let ipc = |source: &String| ["'self'", "ipc:", "http://ipc.localhost"].contains(&source.as_str());
    assert!(connect.iter().all(ipc), "connect-src {connect:?}");
}

#[test]
fn page_cannot_reach_behind_its_bridge() {
    let config = config();
    assert_ne!(at(&config, "/app/withGlobalTauri"), &Value::Bool(true), "withGlobalTauri is on");
    assert_eq!(at(&config, "/app/security/freezePrototype"), &Value::Bool(true), "freezePrototype is off");
    // The shell marks the page's own scripts and styles, anew at each start.
    let untouched = at(&config, "/app/security/dangerousDisableAssetCspModification");
    let marks = matches!(untouched, Value::Null | Value::Bool(false));
    assert!(marks, "dangerousDisableAssetCspModification is {untouched}");
    let http = at(&config, "/app/security/dangerousUseHttpScheme");
    assert!(matches!(http, Value::Null | Value::Bool(false)), "dangerousUseHttpScheme is {http}");
    let asset = at(&config, "/app/security/assetProtocol/enable");
    assert_ne!(asset, &Value::Bool(true), "the page could read files by name");
    assert_eq!(at(&config, "/build/devUrl"), &Value::Null, "the page must come from the program itself");
}

#[test]
fn there_is_one_window_and_it_remembers_nothing() {
    // The shell opens it once the database is being opened, so the settings name none.
    assert_eq!(at(&config(), "/app/windows"), &json!([]), "windows in tauri.conf.json");
    let sources = files("src-tauri/src", &[".rs"]);
    let builders: Vec<_> =
        sources.iter().filter(|(_, text)| text.contains("WebviewWindowBuilder::new(")).collect();
    let [(path, builder)] = builders.as_slice() else {
        panic!("{} files build windows", builders.len());
    };
    assert_eq!(builder.matches("WebviewWindowBuilder::new(").count(), 1, "{path} builds several windows");
    assert!(builder.contains("WebviewUrl::App("), "{path}: the window opens something else than our page");
    assert!(!builder.contains("WebviewUrl::External"), "{path} opens a page from a network");
    // On Windows the webview stores what staff type unless told otherwise twice.
    for wanted in
        [".incognito(true)", ".general_autofill_enabled(false)", ".on_navigation(", ".on_new_window("]
    {
        assert!(builder.contains(wanted), "{path} lost {wanted}");
    }
    let shell =
        members().into_iter().find(|package| package.name.as_str() == "forecourt").expect("the shell");
    let tauri = shell.dependencies.iter().filter(|dependency| dependency.name == "tauri");
    assert!(
        tauri.flat_map(|tauri| &tauri.features).all(|feature| feature != "devtools"),
        "the devtools feature shows the page's insides in a release"
    );
}

#[test]
fn page_may_call_one_command() {
    let sources = files("src-tauri/src", &[".rs"]);
    let commands: usize = sources.iter().map(|(_, text)| text.matches("#[tauri::command").count()).sum();
    assert_eq!(commands, 1, "every call enters by the one dispatcher");
}

#[test]
fn capabilities_are_for_our_window_and_few() {
    let listed = files("src-tauri/capabilities", &[".json", ".toml", ".json5"]);
    for (path, text) in listed {
        let capability: Value = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        assert_eq!(at(&capability, "/remote"), &Value::Null, "{path} is for pages on a network");
        assert_eq!(at(&capability, "/windows"), &json!(["main"]), "{path}");
        let permissions = at(&capability, "/permissions").as_array().cloned().unwrap_or_default();
        for permission in &permissions {
            let name =
                permission.as_str().unwrap_or_else(|| at(permission, "/identifier").as_str().unwrap_or("?"));
            // Files, programs and addresses are for Rust alone, behind a permit.
            assert!(name == "allow-call" || name.starts_with("core:"), "{path} gives the page {name}");
            assert!(!name.ends_with(":default"), "{path} gives the page {name}, which is more than it needs");
        }
    }
}
