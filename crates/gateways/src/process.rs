//! What a process that holds customers' data and their key owes its surroundings.

/// Call once at the start of a host, before any thread: files are made for their owner only
/// (0600, folders 0700), and a crash writes no memory to the disk.
///
/// What the system denies is left as it is: no reason not to open the shop.
pub fn keep_private() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        use rustix::process::{Resource, Rlimit, setrlimit, umask};
        umask(Mode::RWXG | Mode::RWXO);
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
}

/// Lets everybody else go first: for a thread whose work nobody waits for. Linux only, where that
/// concerns the calling thread alone.
pub fn work_quietly() {
    #[cfg(target_os = "linux")]
    {
        let _ = rustix::process::nice(10);
    }
}

/// Forbids other programs of the same user to look into the process: no debugger, no dump. Linux
/// and release builds only, for whoever works on the product wants a debugger.
///
/// A window calls this once it stands: the desktop's portal, which says whether windows are
/// light or dark, answers only processes it may look at.
pub fn forbid_inspection() {
    #[cfg(all(target_os = "linux", not(debug_assertions)))]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::process::{Resource, getrlimit};
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn files_are_private_and_a_crash_writes_no_memory() {
        super::keep_private();
        super::forbid_inspection();
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("plain");
        std::fs::write(&place, "x").unwrap();
        assert_eq!(std::fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
        #[cfg(all(target_os = "linux", not(debug_assertions)))]
        assert_eq!(
            rustix::process::dumpable_behavior().unwrap(),
            rustix::process::DumpableBehavior::NotDumpable
        );
    }
}
