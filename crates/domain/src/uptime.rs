//! Time that no clock moves: how long a computer has been running. Waits and the idle lock count by
//! it (S7, S8), so that a clock put forward skips none of them and one put back lengthens none.

use crate::time::Moment;

/// A start of the computer that the system has no name for.
const NAMELESS: u128 = 0;

/// By how many seconds calls that run at once may be out of order.
const AT_ONCE: i64 = -60;

/// How long this computer has been running since it was started, as the host read it at the start of
/// the call. Counts on while the computer sleeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uptime {
    /// Which start of the computer; [`NAMELESS`] where the system does not say.
    boot: u128,
    /// Whole seconds since then.
    seconds: i64,
}

impl Uptime {
    /// `seconds` after the start that `boot` names; 0 for one that has no name.
    #[must_use]
    pub const fn new(boot: u128, seconds: i64) -> Self {
        Self { boot, seconds }
    }

    /// Which start of the computer, as it is stored.
    #[must_use]
    pub fn boot_text(self) -> String {
        format!("{:032x}", self.boot)
    }

    /// Reads what was stored; `None` where there is nothing.
    #[must_use]
    pub fn stored(boot: &str, seconds: i64) -> Option<Self> {
        u128::from_str_radix(boot, 16).ok().map(|boot| Self { boot, seconds })
    }

    /// Whole seconds since the computer was started.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// How many seconds have passed since `earlier`, at the least. After another start of the computer
    /// nobody knows for how long it was off: then as many as it has been running. None where `earlier` was
    /// read by a call that came later, and was done before.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        let passed = self.seconds - earlier.seconds;
        match (self.boot == earlier.boot, passed) {
            (true, 0..) => passed,
            // Without a name a shorter time is another start's, unless it is shorter by a call or two.
            (true, AT_ONCE..) => 0,
            (true, _) if self.boot != NAMELESS => 0,
            _ => self.seconds,
        }
    }
}

/// What the host reads at the start of a call: the clock, which people see and may set, the time since
/// the computer was started, which nobody sets, and what it knows of the time beside both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub at: Moment,
    pub uptime: Uptime,
    /// When this program was made, where that is known. A clock that says less is wrong.
    pub built: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passed_is_never_counted_as_more_than_it_was() {
        let wrong = Uptime::new(7, 500);
        for (now, passed) in [
            (Uptime::new(7, 500), 0),
            (Uptime::new(7, 529), 29),
            (Uptime::new(8, 40), 40),
            (Uptime::new(8, 4_000), 4_000),
        ] {
            assert_eq!(now.seconds_since(wrong), passed, "{now:?}");
        }
        // Where the starts have no name, a shorter time can only be another start.
        let nameless = Uptime::new(0, 500);
        assert_eq!(Uptime::new(0, 40).seconds_since(nameless), 40);
        // A call that was read first and came to its turn second.
        assert_eq!(Uptime::new(7, 499).seconds_since(wrong), 0);
        assert_eq!(Uptime::new(7, 400).seconds_since(wrong), 0);
        assert_eq!(Uptime::new(0, 499).seconds_since(nameless), 0);
        assert_eq!(Uptime::new(0, 600).seconds_since(nameless), 100);
    }

    #[test]
    fn it_reads_back_as_it_was_stored() {
        let uptime = Uptime::new(0x9f3c_0000_1111_2222, 86_400);
        assert_eq!(Uptime::stored(&uptime.boot_text(), uptime.seconds()), Some(uptime));
        assert_eq!(Uptime::stored("", 0), None, "never");
    }
}
