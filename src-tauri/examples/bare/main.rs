//! A bare Tauri window that shows one line: what the start and the memory of the product's window are
//! measured beside. Like the product it appends `first content` to the file that
//! `FORECOURT_TRACE_STARTUP` names.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use tauri::{WebviewUrl, WebviewWindowBuilder, Wry};

/// Named as the product's one command, for which alone the page has permission.
#[tauri::command]
fn call() {
    mark("first content");
}

fn mark(what: &str) {
    let Some(place) = std::env::var_os("FORECOURT_TRACE_STARTUP") else { return };
    let Ok(mut file) = OpenOptions::new().create(true).append(true).open(PathBuf::from(place)) else {
        return;
    };
    let _ = writeln!(file, "{{\"mark\":\"{what}\",\"micros\":{}}}", micros());
}

/// The clock of the product's marks.
#[cfg(unix)]
fn micros() -> i64 {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    now.tv_sec * 1_000_000 + now.tv_nsec / 1_000
}

#[cfg(not(unix))]
const fn micros() -> i64 {
    0
}

fn main() -> tauri::Result<()> {
    mark("process start");
    let context = tauri::generate_context!("examples/bare/tauri.conf.json");
    tauri::Builder::<Wry>::default()
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            WebviewWindowBuilder::new(app.handle(), "main", WebviewUrl::App("index.html".into()))
                .title("Bare")
                .inner_size(1280.0, 800.0)
                .build()?;
            mark("window created");
            Ok(())
        })
        .run(context)
}
