//! Names in the erasure log that are to be masked after a while (D-23). Masked on the screen at once,
//! and in the log itself at the next opening or erasure: a name that is only hidden is still kept.

use super::ledger_line::{LedgerLine, NamesMasked};
use super::settings::ERASURE_MASK_DAYS;
use crate::words::masked_name;
use forecourt_dispatch::registry::Upkeep;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::time::Moment;
use forecourt_store::erasure::{self, Named};
use forecourt_store::ledger::Subject;

/// Is a name of that time to be masked now?
pub(super) fn is_due(settings: &Settings, at: &str, now: Moment) -> bool {
    let days = settings.number(&ERASURE_MASK_DAYS);
    let zone = settings.zone;
    let age = Moment::parse(at).map_or(0, |at| (now.civil_date(zone) - at.civil_date(zone)).num_days());
    days > 0 && age > days
}

/// At an opening: what came to be due since.
pub(crate) const MASKING: Upkeep = Upkeep {
    is_due: |tx, now| {
        let settings = Settings::load(tx)?;
        let asked = settings.number(&ERASURE_MASK_DAYS) > 0;
        let oldest = if asked { erasure::oldest_named(tx)? } else { None };
        Ok(oldest.is_some_and(|oldest| is_due(&settings, &oldest.at, now)))
    },
    run: mask,
};

/// Masks what is due, with a line when there is anything.
pub(super) fn mask(writing: &mut Writing<'_, '_>) -> Result<(), Refusal> {
    let (tx, now) = (writing.tx, writing.now);
    let settings = writing.settings()?.clone();
    let mut last = None;
    // In the order of time: the first that is too young ends it.
    while let Some(Named { id, account_name, at }) = erasure::oldest_named(tx)? {
        if !is_due(&settings, &at, now) {
            break;
        }
        erasure::mask(tx, id, &masked_name(&account_name))?;
        last = Some(id);
    }
    if let Some(erasures_to) = last {
        let line = LedgerLine::NamesMasked(NamesMasked { erasures_to });
        writing.record(Subject::Other("erasure", erasures_to.get()), &line)?;
    }
    Ok(())
}
