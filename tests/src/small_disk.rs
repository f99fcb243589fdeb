//! A disk that a journey may fill up. Linux gives one to anybody in a namespace of their own; where
//! that is switched off, the journey says so and ends.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the part that runs on the small disk finds it.
const DISK: &str = "FORECOURT_TEST_SMALL_DISK";

/// A small disk with nothing else on it.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Runs `journey` on a small disk: the test named `test` starts itself a second time in a
    /// namespace in which the disk is mounted.
    ///
    /// # Panics
    /// When the second run fails; its words are in the message.
    pub fn under(test: &str, journey: impl FnOnce(&Self)) {
        if let Some(disk) = env::var_os(DISK) {
            return journey(&Self(disk.into()));
        }
        let allowed = Command::new("unshare").args(["-Urm", "true"]).output();
        if !allowed.is_ok_and(|tried| tried.status.success()) {
            let _ = writeln!(std::io::stderr(), "no namespaces for users here: the full disk was not tried");
            return;
        }
        let disk = tempfile::tempdir().expect("a place to mount at");
        let ran = Command::new("unshare")
            .args(["-Urm", "sh", "-ec", "mount -t tmpfs -o size=24m none \"$0\"; exec \"$@\""])
            .arg(disk.path())
            .arg(env::current_exe().expect("the test itself"))
            .args(["--exact", test, "--nocapture"])
            .env(DISK, disk.path())
            .output()
            .expect("unshare");
        let said = [ran.stdout, ran.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(ran.status.success(), "{said}");
        assert!(said.contains("1 passed"), "{test} is not the test's name: {said}");
    }

    /// Where it is mounted.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Takes all the room there is.
    pub fn fill(&self) {
        let mut file = OpenOptions::new().create(true).append(true).open(self.ballast()).expect("ballast");
        for piece in [1 << 16, 1 << 12] {
            while file.write_all(&vec![0xA5; piece]).is_ok() {}
        }
    }

    /// Takes all the room but so many bytes.
    pub fn fill_but(&self, left: u64) {
        self.fill();
        let ballast = OpenOptions::new().write(true).open(self.ballast()).expect("ballast");
        let size = ballast.metadata().expect("its size").len();
        ballast.set_len(size.saturating_sub(left)).expect("less ballast");
    }

    /// Gives the room back.
    pub fn clear(&self) {
        fs::remove_file(self.ballast()).expect("ballast");
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }
}
