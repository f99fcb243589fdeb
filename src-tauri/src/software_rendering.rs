//! A computer without a graphics device: what the webview does to share buffers with one, and to find one,
//! costs two seconds of CPU and a hundred MiB there. It is told so by environment variables, before anything
//! of it is started.

use std::ffi::OsStr;
use std::{env, fs};
use webkit2gtk::glib;

/// The webview draws without the device. Where somebody says otherwise, nothing is set.
const DRAWS_ITSELF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// What is set there.
const SET: [(&str, &str); 3] = [
    (DRAWS_ITSELF, "1"),
    // Whoever looks for a device loads all of what stands in for one, twice, before the page is begun:
    // the webview here, and the window's own library.
    ("WEBKIT_WEB_RENDER_DEVICE_FILE", "/dev/null"),
    ("GDK_GL", "disable"),
];

/// Sets what the webview has to know where there is no graphics device, and nobody decided otherwise. To be
/// called before any thread: the environment is everybody's.
pub fn prepare() {
    if has_render_node() || wants_the_device(env::var_os(DRAWS_ITSELF).as_deref()) {
        return;
    }
    for (name, value) in SET {
        // Comes back with a complaint only when it failed; then the webview is slow and works.
        let _ = glib::setenv(name, value, false);
    }
}

/// Did somebody decide that the device is used? As the webview reads it.
fn wants_the_device(decided: Option<&OsStr>) -> bool {
    decided.is_some_and(|word| word == "0")
}

/// Is there a graphics device that this account may use?
fn has_render_node() -> bool {
    let Ok(devices) = fs::read_dir("/dev/dri") else { return false };
    devices
        .flatten()
        .filter(|device| device.file_name().to_string_lossy().starts_with("renderD"))
        .any(|device| fs::OpenOptions::new().read(true).write(true).open(device.path()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_decided_for_the_device_keeps_it() {
        assert!(wants_the_device(Some(OsStr::new("0"))));
        for other in [None, Some(OsStr::new("1")), Some(OsStr::new(""))] {
            assert!(!wants_the_device(other), "{other:?}");
        }
    }
}
