//! The window and the life of the program: one per data folder, the database opened while the
//! webview starts, and nothing of what staff see or type left behind on the disk by the webview.

use crate::instance::{self, Held};
use crate::ipc::{self, MAIN};
use crate::outlet::DesktopOutlet;
use crate::shell::Shell;
use crate::trace::{Mark, Trace};
use forecourt_application::registry;
use forecourt_dispatch::{App, DataFolder, Desk};
use forecourt_gateways::computer::ThisComputer;
use forecourt_gateways::half_written::forget_half_written;
use forecourt_gateways::keychain::SystemKeychain;
use forecourt_gateways::outbox::Outbox;
use forecourt_gateways::own_folder::OwnFolder;
use forecourt_gateways::plate_services::PlateServices;
use forecourt_gateways::process;
use forecourt_gateways::unfinished::Unfinished;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;
use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, LogicalSize, Manager, RunEvent, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent, Wry,
};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_window_state::{AppHandleExt, StateFlags};

/// Opens the window on `data` and returns when it was closed.
///
/// # Errors
/// When there is no display, or no webview.
pub fn run(data: PathBuf, trace: Trace) -> tauri::Result<()> {
    let context = tauri::generate_context!();
    let identifier = context.config().identifier.clone();
    let app = tauri::Builder::default()
        // First of all: a second start ends here, before it touches anything.
        .plugin(only_once(&identifier, &data))
        .plugin(tauri_plugin_dialog::init())
        .plugin(size_and_place())
        .plugin(dealership(data.clone(), trace))
        .invoke_handler(tauri::generate_handler![ipc::call])
        .setup(move |app| open(app.handle(), &data))
        .on_window_event({
            let (moved, rests) = mpsc::channel();
            keep_where_it_rests(rests);
            move |window, event| {
                if matches!(event, WindowEvent::Resized(_) | WindowEvent::Moved(_)) {
                    let _ = moved.send(window.app_handle().clone());
                }
            }
        })
        .build(context)?;
    app.run(|handle, event| {
        if let (RunEvent::Exit, Some(shell)) = (event, handle.try_state::<Arc<Shell>>()) {
            shell.end();
        }
    });
    Ok(())
}

/// Brings the window forward when the program is started once more on the same data.
fn only_once(identifier: &str, data: &Path) -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(instance::bus_name(identifier, data))
        .callback(|handle, _, _| {
            if let Some(window) = handle.get_webview_window(MAIN) {
                let _ = window.unminimize();
                let _ = window.show();
                let _ = window.set_focus();
            }
        })
        .build()
}

/// What is remembered of the window.
fn remembered() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

/// The window comes back as it was left: size, place and whether it filled the screen. Where the screen
/// it stood on is gone, the system places it.
fn size_and_place() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_filename("window.json")
        .with_state_flags(remembered())
        .build()
}

/// The plugin keeps the size at the end of the program, which a crash or the end of the day's power never
/// sees. So it is kept as well once the window has stood still for a second.
fn keep_where_it_rests(moved: Receiver<AppHandle>) {
    const REST: Duration = Duration::from_secs(1);
    thread::spawn(move || {
        while let Ok(mut handle) = moved.recv() {
            while let Ok(later) = moved.recv_timeout(REST) {
                handle = later;
            }
            if let Err(fault) = handle.save_window_state(remembered()) {
                tracing::warn!(%fault, "the size of the window is not kept");
            }
        }
    });
}

/// The application behind the window, which begins to open the database before there is one.
fn dealership(data: PathBuf, trace: Trace) -> TauriPlugin<Wry> {
    tauri::plugin::Builder::new("dealership")
        .setup(move |handle, _| {
            let Some(held) = instance::hold(&data) else { return Ok(()) };
            let folder = DataFolder::new(&data);
            let outbox = Outbox::at(folder.outbox());
            outbox.empty();
            let computer = ThisComputer::new(Some(host_name()), folder.machine());
            let unfinished = Unfinished::at(folder.unfinished());
            // What an earlier run was killed in the midst of, wherever it wrote.
            unfinished.forget();
            forget_half_written(folder.path());
            let outlet = DesktopOutlet::new(handle.clone(), outbox, OwnFolder::new(&data), unfinished);
            let desk = Desk::new(Arc::new(computer), Arc::new(outlet));
            let app =
                App::new(folder, Arc::new(SystemKeychain::new()), registry()).asking(Arc::new(registers()));
            let shell = Arc::new(Shell::new(Arc::new(app), Arc::new(desk), trace));
            shell.open_database();
            shell.remember_head_from_time_to_time();
            shell.check_pages_from_day_to_day();
            #[cfg(target_os = "linux")]
            crate::system_lock::watch(handle.clone(), Arc::clone(&shell));
            handle.manage(held);
            handle.manage(shell);
            Ok(())
        })
        .build()
}

fn host_name() -> String {
    let name = hostname::get().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let first = name.split('.').next().unwrap_or_default();
    if first.is_empty() { "Workstation".to_owned() } else { first.to_owned() }
}

fn open(handle: &AppHandle, data: &Path) -> Result<(), Box<dyn Error>> {
    let Some(shell) = handle.try_state::<Arc<Shell>>() else {
        say_in_use(handle);
        return Ok(());
    };
    debug_assert!(handle.try_state::<Held>().is_some());
    let window = build(handle, data)?;
    process::forbid_inspection();
    shell.trace.mark(Mark::WindowCreated);
    #[cfg(target_os = "linux")]
    recover(&window, Arc::clone(&shell))?;
    #[cfg(not(target_os = "linux"))]
    let _ = window;
    Ok(())
}

/// Another window has the data, and there is no message bus to bring it forward by.
fn say_in_use(handle: &AppHandle) {
    let ending = handle.clone();
    handle
        .dialog()
        .message("Forecourt is open already on this computer, with the same data.")
        .title("Forecourt")
        .show(move |_| ending.exit(1));
}

/// The smallest window that the screens are drawn for. A screen that is smaller, as one of 1080 lines at a
/// scale of two, is filled.
fn least_size(handle: &AppHandle) -> LogicalSize<f64> {
    let least = LogicalSize::new(900.0, 600.0);
    let Ok(Some(monitor)) = handle.primary_monitor() else { return least };
    let screen = monitor.size().to_logical::<f64>(monitor.scale_factor());
    LogicalSize::new(least.width.min(screen.width), least.height.min(screen.height))
}

fn build(handle: &AppHandle, data: &Path) -> tauri::Result<WebviewWindow> {
    let least = least_size(handle);
    let builder = WebviewWindowBuilder::new(handle, MAIN, WebviewUrl::App("index.html".into()))
        .title("Forecourt")
        .inner_size(1280.0, 800.0)
        .min_inner_size(least.width, least.height)
        .prevent_overflow()
        // The webview makes a folder of its own even where it keeps nothing.
        .data_directory(data.join("webview"))
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        // The page sees to its size itself: by steps, within limits, and saying how large it is.
        .zoom_hotkeys_enabled(false)
        // The desktop's list of windows says which customer is open; locked, it names nobody.
        .on_document_title_changed(|window, title| {
            let _ = window.set_title(&title);
        })
        .on_navigation(is_our_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    // A test that drives the window needs the webview's ordinary mode on Linux: the forgetful one
    // cannot be driven.
    let builder = if is_driven() { builder } else { builder.incognito(true) };
    builder.build()
}

/// Stands in a program that tests can drive, and in no other; `cargo xtask` looks for it.
/// The registers of vehicles; where a test drives the window, those that it pretends on this computer.
#[cfg(feature = "driven")]
fn registers() -> PlateServices {
    let at = std::env::var("FORECOURT_PLATE_SERVICES").ok().and_then(|at| at.parse().ok());
    let pretended = at.and_then(|at| PlateServices::pretended(at, std::time::Duration::from_secs(6)));
    pretended.unwrap_or_else(PlateServices::official)
}

#[cfg(not(feature = "driven"))]
fn registers() -> PlateServices {
    PlateServices::official()
}

#[cfg(feature = "driven")]
const DRIVEN: &str = "this program was compiled to be driven by tests";

/// Is the window driven by a test? Only where that was compiled in: a variable that somebody sets on a
/// computer of the dealership must not have the webview keep what staff see and type.
#[cfg(feature = "driven")]
fn is_driven() -> bool {
    tracing::warn!("{DRIVEN}");
    cfg!(target_os = "linux") && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|word| word == "true")
}

#[cfg(not(feature = "driven"))]
const fn is_driven() -> bool {
    false
}

/// The page is the one packed into the program, and it stays there.
fn is_our_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// The webview's process ended (R2): the screen is locked and the page read anew. A page that
/// ends its process again and again is not read for ever.
///
/// # Errors
/// When the window is gone already.
#[cfg(target_os = "linux")]
fn recover(window: &WebviewWindow, shell: Arc<Shell>) -> tauri::Result<()> {
    use std::cell::Cell;
    use std::time::Instant;
    use webkit2gtk::WebViewExt;

    const TRIES: u32 = 5;
    const PERIOD: Duration = Duration::from_secs(60);

    let reading = window.clone();
    window.with_webview(move |webview| {
        let count = Cell::new((Instant::now(), 0));
        webview.inner().connect_web_process_terminated(move |_, reason| {
            tracing::error!(?reason, "the webview's process ended");
            let (since, tries) = count.get();
            let (since, tries) =
                if since.elapsed() > PERIOD { (Instant::now(), 1) } else { (since, tries + 1) };
            count.set((since, tries));
            if tries > TRIES {
                return;
            }
            // Not here: locking writes, and this thread draws.
            let (shell, reading) = (Arc::clone(&shell), reading.clone());
            thread::spawn(move || {
                shell.lock();
                let _ = reading.reload();
            });
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_goes_nowhere_else() {
        let own = |text: &str| is_our_own(&Url::parse(text).unwrap());
        if !cfg!(windows) {
            assert!(own("tauri://localhost"));
            assert!(own("tauri://localhost/index.html#/contacts/1"));
            assert!(!own("http://tauri.localhost/"));
        }
        for other in [
            "https://example.com/",
            "http://localhost:1420/",
            "https://tauri.localhost.example.com/",
            "tauri://example.com/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
            "mailto:ann@example.com",
        ] {
            assert!(!own(other), "{other}");
        }
    }
}
