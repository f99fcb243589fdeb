//! A consent event as an entry of the GDPR tab: what was enabled and disabled, what staff
//! wrote, how the answer came, and which words the contact was shown.

use super::view::{HistoryKind, HistoryTone, Told};
use crate::consent::{other_day, source};
use chrono_tz::Tz;
use forecourt_domain::consent::ConsentEvent;
use forecourt_domain::consent::describe::{Wording, affirmation, steps, summary, title};

pub(super) fn tell(event: &ConsentEvent, notice_version: Option<i64>, zone: Tz) -> Told {
    let change = &event.change;
    let mut told = Told::new(HistoryKind::Consent, title(event));
    if change.deferred {
        let words = "The customer was not present. It will be asked for again.";
        told = told.line(HistoryTone::Plain, words).line(HistoryTone::Quote, event.notes.as_str());
        return told.line(HistoryTone::Plain, event.screen.label());
    }
    if change.exclusion.is_none() {
        told = told.line(HistoryTone::Plain, summary(change).sentence());
    }
    for line in steps(&change.cells, Wording::IN_FULL) {
        let (tone, sign) =
            if line.to.is_permission() { (HistoryTone::On, "+") } else { (HistoryTone::Off, "−") };
        told = told.line(tone, format!("{sign} {}", line.text));
    }
    if let Some(words) = affirmation(change) {
        told = told.line(HistoryTone::Plain, words);
    }
    told = told
        .line(HistoryTone::Quote, event.notes.as_str())
        .line(HistoryTone::Plain, source(event, notice_version));
    if let Some(day) = other_day(event, zone) {
        told = told.line(HistoryTone::Plain, format!("Date of the answer: {day}"));
    }
    if event.clock_suspect {
        told = told.line(
            HistoryTone::Warn,
            "The computer's clock was behind the entry before this one; the order of the entries is right.",
        );
    }
    told
}
