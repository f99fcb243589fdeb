//! A place that may not be written. Root may write everywhere, so a journey that runs as root starts
//! itself a second time without that privilege; Linux gives everybody mounts of their own in a
//! namespace. Where either is switched off, the journey says so and ends.

use std::env;
use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Tells the second run that it is one.
const SECOND: &str = "FORECOURT_TEST_READ_ONLY";

/// Runs `journey` where file modes bind: the test named `test` starts itself a second time where
/// they do not.
///
/// # Panics
/// When the second run fails; its words are in the message.
pub fn where_modes_bind(test: &str, journey: impl FnOnce()) {
    let folder = tempfile::tempdir().expect("a folder");
    set_mode(folder.path(), 0o555);
    let binds = File::create(folder.path().join("probe")).is_err();
    set_mode(folder.path(), 0o755);
    if binds {
        return journey();
    }
    again(test, "setpriv", &["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]);
}

/// Runs `journey` where it may mount: the test named `test` starts itself a second time in a
/// namespace of its own.
///
/// # Panics
/// As [`where_modes_bind`].
pub fn where_mounts_are_ours(test: &str, journey: impl FnOnce()) {
    if env::var_os(SECOND).is_some() {
        return journey();
    }
    again(test, "unshare", &["-Urm"]);
}

fn again(test: &str, program: &str, arguments: &[&str]) {
    let allowed = Command::new(program).args(arguments).arg("true").output();
    if env::var_os(SECOND).is_some() || !allowed.is_ok_and(|tried| tried.status.success()) {
        let _ = writeln!(std::io::stderr(), "{program} is not allowed here: read-only places were not tried");
        return;
    }
    let ran = Command::new(program)
        .args(arguments)
        .arg(env::current_exe().expect("the test itself"))
        .args(["--exact", test, "--nocapture"])
        .env(SECOND, "1")
        .output()
        .expect("a second run");
    let said = [ran.stdout, ran.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{test} is not the test's name: {said}");
}

/// Sets who may do what with a file or folder.
///
/// # Panics
/// When that is not allowed.
pub fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("its mode");
}

/// Mounts a folder over itself, read-only.
///
/// # Panics
/// When that is not allowed.
pub fn mount_read_only(folder: &Path) {
    for arguments in [["--bind"].as_slice(), &["-o", "remount,bind,ro"]] {
        let folder = folder.to_str().expect("a plain path");
        let mut mount = Command::new("mount");
        mount.args(arguments);
        if arguments.len() == 1 {
            mount.arg(folder);
        }
        assert!(mount.arg(folder).status().expect("mount").success(), "{folder} is not mounted");
    }
}

/// Takes away what [`mount_read_only`] did.
///
/// # Panics
/// When that is not allowed.
pub fn unmount(folder: &Path) {
    assert!(Command::new("umount").arg(folder).status().expect("umount").success());
}
