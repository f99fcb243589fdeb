//! Who is signed in at a desk. Held here, never in a payload.

use forecourt_domain::ids::EmployeeId;
use forecourt_domain::time::Moment;

/// A signed-in employee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    pub employee: EmployeeId,
    /// The employee's tile shows and only a password goes on.
    pub locked: bool,
    /// The last sign of life, for the idle lock.
    pub touched: Moment,
}

impl Session {
    /// Has nobody touched it for `minutes`? A clock that went back counts as no time.
    #[must_use]
    pub fn is_idle(&self, minutes: i64, now: Moment) -> bool {
        minutes > 0 && now.seconds_since(self.touched) >= minutes * 60
    }
}
