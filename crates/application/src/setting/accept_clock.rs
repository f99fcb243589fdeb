//! Putting right a clock that once stood far ahead. Days are counted from the latest time the ledger
//! ever saw, so that no clock put back revives a consent; after one wrong reading of 2099 every
//! consent would have run out, and stay so.

use super::TOUCHED;
use super::reason::check_reason;
use forecourt_dispatch::Done;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_domain::time::uk_date;
use forecourt_store::ledger::{self, Subject};
use serde::Deserialize;
use ts_rs::TS;

/// The name under which the history of the settings shows it.
pub(super) const LATEST: &str = "clock.latest";

/// Counts days from this computer's clock again, although the last entries are later.
#[derive(Deserialize, TS)]
pub struct AcceptClock {
    /// Why; kept in the history of the settings.
    pub reason: String,
}

impl Command for AcceptClock {
    const NAME: &'static str = "accept_clock";
    // Who may set the re-consent period decides already which consent has run out.
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = TOUCHED;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(Refusal::invalid("reason", "Say how you know that the clock is right now."));
        }
        check_reason(reason)?;
        if let Some(built) = cx.built.filter(|built| *built > cx.now) {
            let made = uk_date(built.civil_date(cx.settings()?.zone));
            let words = format!(
                "This version of Forecourt was made on {made}, so the clock cannot be right. Set date and time of \
                 this computer first."
            );
            return Err(Refusal::invalid("reason", &words));
        }
        cx.write(|writing| {
            let settings = Settings::load(writing.tx)?;
            let Some(latest) = settings.latest.filter(|latest| *latest > cx.now) else {
                return Err(Refusal::invalid("reason", "The clock is not behind the last entry."));
            };
            let line = OwnLine::SettingChanged {
                setting: LATEST.to_owned(),
                old: latest.wall_text(settings.zone).into(),
                new: cx.now.wall_text(settings.zone).into(),
                reason: reason.to_owned(),
            };
            writing.record(Subject::None, &line)?;
            Ok(ledger::put_latest(writing.tx, &cx.now.to_text())?)
        })?;
        Ok(Done {})
    }
}
