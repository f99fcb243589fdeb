//! What staff may do: one folder a noun, one file a verb. Each noun declares itself, the
//! list of nouns here adds them up, and the dispatcher does the rest.

pub mod booking;
pub mod capture_form;
pub mod carry_over;
pub mod consent;
pub mod consent_receipt;
#[cfg(feature = "bindings")]
mod constants;
pub mod contact;
pub mod dealership;
pub mod draft;
pub mod employee;
pub mod erasure;
pub mod history;
pub mod import;
pub mod invoice;
pub mod job;
pub mod job_card;
mod kind;
#[cfg(test)]
mod line_check;
pub mod part;
pub mod plate_look_up;
pub mod portal_link;
pub mod profile;
mod read_ahead;
pub mod reconsent;
pub mod report_audit;
pub mod rights_request;
pub mod search;
pub mod setting;
pub mod sign_in;
pub mod startup;
mod tag;
pub mod vehicle;
mod words;
pub mod workshop;

#[cfg(feature = "bindings")]
pub use constants::constants;

use crate::dealership::DealershipSettings;
use forecourt_dispatch::registry::{Hooks, Noun, Registry};
use std::sync::LazyLock;

/// In the order of a day: opening, signing in, customers, the workshop, what they allow, what leaves, settings.
static NOUNS: &[&Noun] = &[
    &startup::NOUN,
    &sign_in::NOUN,
    &employee::NOUN,
    &dealership::NOUN,
    &draft::NOUN,
    &contact::NOUN,
    &search::NOUN,
    &vehicle::NOUN,
    &plate_look_up::NOUN,
    &workshop::NOUN,
    &booking::NOUN,
    &job_card::NOUN,
    &part::NOUN,
    &invoice::NOUN,
    &import::NOUN,
    &carry_over::NOUN,
    &job::NOUN,
    &consent::NOUN,
    &consent_receipt::NOUN,
    &history::NOUN,
    &rights_request::NOUN,
    &erasure::NOUN,
    &capture_form::NOUN,
    &portal_link::NOUN,
    &reconsent::NOUN,
    &report_audit::NOUN,
    &profile::NOUN,
    &setting::NOUN,
];

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    Registry::new(
        NOUNS,
        Hooks {
            open: startup::open_at_start,
            catch_up: sign_in::catch_up,
            opened: &[erasure::MASKING, draft::EXPIRY],
            dealership: |settings| settings.dealership().name,
        },
    )
});

/// What the dispatcher goes by.
#[must_use]
pub fn registry() -> &'static Registry {
    &REGISTRY
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_dispatch::{Line, OwnLine};
    use std::collections::BTreeSet;

    #[test]
    fn an_action_of_the_ledger_belongs_to_one_noun() {
        let nouns = registry().nouns().iter().filter_map(|noun| noun.lines);
        let declared = nouns.flat_map(|lines| lines.actions).chain(OwnLine::ACTIONS);
        // A command that records nothing itself is recorded by its name.
        let commands = registry().commands().map(|command| command.name);
        let mut seen = BTreeSet::new();
        for action in declared.copied().chain(commands) {
            assert!(seen.insert(action), "{action} is declared twice");
        }
        assert!(seen.len() > 100, "{} are too few to be all", seen.len());
    }

    #[test]
    fn a_report_treated_apart_is_declared_once() {
        let reports = registry().nouns().iter().flat_map(|noun| noun.reports);
        let mut names: Vec<_> = reports.map(|report| report.name).collect();
        names.sort_unstable();
        let known = [
            "Consent evidence",
            "Consent receipt",
            "Credit Note",
            "Data Capture",
            "Parts Invoice",
            "Right of Access",
            "Service Invoice",
            "Vehicle Sales Invoice",
        ];
        assert_eq!(names, known);
    }
}
