//! A consent event in words: what was enabled and disabled, what staff wrote, how the
//! answer came, and which words the contact was shown.

use super::tell::sentence;
use super::view::{HistoryKind, HistoryTone, Told};
use chrono_tz::Tz;
use forecourt_domain::consent::edit::summary;
use forecourt_domain::consent::{Actor, Channel, ConsentEvent, Method, Party, State, Transition};
use forecourt_domain::time::uk_date;

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
    for (tone, text) in steps(&change.cells) {
        told = told.line(tone, text);
    }
    if change.cells.is_empty() && change.exclusion.is_none() {
        let words = if change.reconfirmed {
            "The customer confirmed again what stands."
        } else {
            "Confirmed, nothing changed."
        };
        told = told.line(HistoryTone::Plain, words);
    } else if change.reconfirmed {
        told = told.line(HistoryTone::Plain, "The customer confirmed again what stands.");
    }
    told = told
        .line(HistoryTone::Quote, event.notes.as_str())
        .line(HistoryTone::Plain, source(event, notice_version));
    if event.local_date != event.at.civil_date(zone) {
        told = told.line(HistoryTone::Plain, format!("Date of the answer: {}", uk_date(event.local_date)));
    }
    if event.clock_suspect {
        told = told.line(
            HistoryTone::Warn,
            "The computer's clock was behind the entry before this one; the order of the entries is right.",
        );
    }
    told
}

fn title(event: &ConsentEvent) -> String {
    let change = &event.change;
    let what = match change.exclusion {
        Some(true) => "Excluded from all marketing",
        Some(false) => "Exclusion from all marketing removed",
        None if event.method == Method::Migration => return "Carried over from data-protection flags".into(),
        None if event.method == Method::BulkReset => return "Permission taken back by a bulk reset".into(),
        None if event.method == Method::Import => {
            return "Marketing consent taken over from an import".into();
        }
        None if change.deferred => return "Review of the preferences put off".into(),
        None if change.cells.is_empty() && change.reconfirmed => "Marketing consent confirmed again",
        None if change.cells.is_empty() => "Marketing consent reviewed",
        None if change.cells.iter().all(|step| step.to == State::Assumed) => {
            return "Marketing consent assumed".into();
        }
        None => "Marketing consent changed",
    };
    if event.actor == Actor::Customer { format!("{what} by the customer") } else { what.into() }
}

/// `In person, Service Booking Form, words shown: version 2`.
fn source(event: &ConsentEvent, notice_version: Option<i64>) -> String {
    let assumed = !event.change.reviewed && event.change.cells.iter().all(|step| step.to == State::Assumed);
    let mut parts = Vec::new();
    if event.change.exclusion.is_some() {
        // Staff are not asked how the wish to be excluded reached them; the note says.
        return event.screen.label().to_owned();
    }
    if assumed && event.actor != Actor::Customer {
        parts.push("Nobody was asked".to_owned());
    } else {
        parts.push(sentence(event.method.label()));
    }
    if event.actor != Actor::Customer && event.method != Method::Import {
        parts.push(event.screen.label().to_owned());
    }
    if let Some(version) = notice_version.filter(|_| !assumed) {
        parts.push(format!("words shown: version {version}"));
    }
    parts.join(", ")
}

/// `+ Email: service, general` and `− Telephone: general`, channel by channel, what was given
/// before what was taken away.
fn steps(cells: &[Transition]) -> Vec<(HistoryTone, String)> {
    let mut parties: Vec<&Party> = Vec::new();
    for step in cells {
        if !parties.contains(&&step.cell.party) {
            parties.push(&step.cell.party);
        }
    }
    let mut lines = Vec::new();
    for (tone, sign, wanted) in SIGNS {
        for party in &parties {
            let of_party: Vec<&Transition> =
                cells.iter().filter(|step| step.cell.party == **party && wanted.contains(&step.to)).collect();
            if matches!(party, Party::Manufacturer(_)) && of_party.len() == 10 {
                lines.push((tone, format!("{sign} {}: details to the manufacturer", party.label())));
                continue;
            }
            for channel in Channel::ALL {
                for state in wanted {
                    let purposes: Vec<&str> = of_party
                        .iter()
                        .filter(|step| step.cell.channel == channel && step.to == *state)
                        .map(|step| step.cell.purpose.short_label())
                        .collect();
                    if !purposes.is_empty() {
                        lines.push((tone, format!("{sign} {}", words(party, channel, *state, &purposes))));
                    }
                }
            }
        }
    }
    lines
}

const SIGNS: [(HistoryTone, &str, &[State]); 2] = [
    (HistoryTone::On, "+", &[State::Granted, State::Assumed]),
    (HistoryTone::Off, "−", &[State::Withdrawn, State::Refused, State::Unset]),
];

fn words(party: &Party, channel: Channel, state: State, purposes: &[&str]) -> String {
    let whose = match party {
        Party::Us => String::new(),
        other => format!("{} ", other.label()),
    };
    let how = match state {
        State::Assumed => " (assumed)",
        State::Refused => " (refused)",
        State::Unset => " (not asked any more)",
        _ => "",
    };
    format!("{whose}{}: {}{how}", channel.label(), purposes.join(", "))
}
