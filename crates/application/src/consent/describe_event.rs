//! A consent event as an entry of the GDPR tab: what was enabled and disabled, what staff
//! wrote, how the answer came, and which words the contact was shown.

use super::describe::{other_day, source};
use crate::kind;
use chrono_tz::Tz;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_domain::consent::ConsentEvent;
use forecourt_domain::consent::describe::{UNDONE, Wording, affirmation, steps, summary, title};

/// `notice_version` is that of the words that the contact was shown.
pub(crate) fn describe_event(event: &ConsentEvent, notice_version: Option<i64>, zone: Tz) -> Description {
    let change = &event.change;
    let mut described = Description::new(kind::CONSENT, title(event));
    if change.deferred {
        let words = "The customer was not present. It will be asked for again.";
        described = described.with(Tone::Plain, words).with(Tone::Quote, event.notes.as_str());
        return described.with(Tone::Plain, event.screen.label());
    }
    if change.exclusion.is_none() {
        let words = if change.is_undo() { UNDONE.to_owned() } else { summary(change).sentence() };
        let tone = if change.is_undo() { Tone::Plain } else { Tone::Summary };
        described = described.with(tone, words);
    }
    for line in steps(&change.cells, Wording::IN_FULL) {
        let (tone, sign) = if line.to.is_permission() { (Tone::On, "+") } else { (Tone::Off, "−") };
        described = described.with(tone, format!("{sign} {}", line.text));
    }
    if let Some(words) = affirmation(change) {
        described = described.with(Tone::Plain, words);
    }
    described =
        described.with(Tone::Quote, event.notes.as_str()).with(Tone::Plain, source(event, notice_version));
    if let Some(day) = other_day(event, zone) {
        described = described.with(Tone::Plain, format!("Date of the answer: {day}"));
    }
    if event.clock_suspect {
        described = described.with(
            Tone::Warn,
            "The computer's clock was behind the entry before this one; the order of the entries is right.",
        );
    }
    described
}
