//! Packs the screens into the program and writes down which commands the page may call.

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").is_file() {
        println!("cargo:warning=ui/dist is missing: build the screens first");
        panic!(
            "ui/dist is missing. Run `npm ci && npm run build` in ui, or let `cargo xtask run` do it all."
        );
    }
    // Naming the one command makes Tauri refuse it to any window without the permission for it.
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        panic!("{error:#}");
    }
}
