//! A program started by a test, ended with everything it started itself.

use std::fs::File;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running program in a process group of its own; dropping it ends the group.
pub struct Process {
    name: String,
    child: Child,
}

impl Process {
    /// Starts `command`, what it says going to `log`.
    ///
    /// # Panics
    /// When the program cannot be started: the test cannot go on.
    pub fn start(command: &mut Command, log: &Path) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        // It also ends when the test's thread does, so that Ctrl+C leaves nothing behind.
        let mut guarded = Command::new("setpriv");
        guarded.args(["--pdeathsig", "KILL", "--"]).arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            guarded.current_dir(folder);
        }
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => guarded.env(key, value),
                None => guarded.env_remove(key),
            };
        }
        let log = File::options().create(true).append(true).open(log);
        let log = log.unwrap_or_else(|fault| panic!("no log for {name}: {fault}"));
        let also = log.try_clone().unwrap_or_else(|fault| panic!("no log for {name}: {fault}"));
        let child = guarded
            .stdin(Stdio::piped())
            .stdout(also)
            .stderr(log)
            .process_group(0)
            .spawn()
            .unwrap_or_else(|fault| panic!("cannot start {name}: {fault}"));
        Self { name, child }
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Gives the program its whole input and closes it.
    pub fn say(&mut self, input: &str) {
        use std::io::Write;
        if let Some(mut stdin) = self.child.stdin.take() {
            let said = stdin.write_all(input.as_bytes());
            said.unwrap_or_else(|fault| panic!("{} does not listen: {fault}", self.name));
        }
    }

    /// Whether the program is still there.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits for something the program brings about, for at most `limit`.
    ///
    /// # Panics
    /// When it does not come, or the program ends before it does.
    pub fn until<T>(&mut self, what: &str, limit: Duration, mut look: impl FnMut() -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(self.is_running(), "{} ended before {what}", self.name);
            assert!(started.elapsed() < limit, "{}: {what} did not come in {limit:?}", self.name);
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // std can only kill the one process; the group takes its children too.
        let group = format!("-{}", self.child.id());
        let killed = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        if killed.is_err() {
            drop(self.child.kill());
        }
        drop(self.child.wait());
    }
}

/// What a file holds, or nothing while it is not there.
pub fn content(file: &Path) -> String {
    let mut bytes = Vec::new();
    if let Ok(mut file) = File::open(file)
        && file.read_to_end(&mut bytes).is_err()
    {
        bytes.clear();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
