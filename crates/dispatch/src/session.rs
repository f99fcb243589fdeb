//! Who is signed in at a desk. Held here, never in a payload.

use forecourt_domain::ids::EmployeeId;
use forecourt_domain::uptime::Uptime;

/// A signed-in employee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    pub employee: EmployeeId,
    /// The employee's tile shows and only a password goes on.
    pub locked: bool,
    /// The last sign of life, for the idle lock.
    pub touched: Uptime,
}

impl Session {
    /// Has nobody touched it for `minutes`? No clock has a say; the hours in which the computer slept
    /// count (S8).
    #[must_use]
    pub const fn is_idle(&self, minutes: i64, now: Uptime) -> bool {
        minutes > 0 && now.seconds_since(self.touched) >= minutes * 60
    }
}
