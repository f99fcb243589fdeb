//! The nouns of the dealership. What each brings it declares itself.

use crate::dealership::DealershipSettings;
use crate::{
    capture_form, carry_over, consent, consent_receipt, contact, dealership, employee, erasure, history,
    import, job, portal_link, profile, reconsent, report_audit, rights_request, search, setting, sign_in,
    startup,
};
use forecourt_dispatch::registry::{Hooks, Noun, Registry};
use std::sync::LazyLock;

/// In the order of a day: opening, signing in, customers, what they allow, what leaves, settings.
static NOUNS: &[&Noun] = &[
    &startup::NOUN,
    &sign_in::NOUN,
    &employee::NOUN,
    &dealership::NOUN,
    &contact::NOUN,
    &search::NOUN,
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
            dealership: |settings| settings.dealership().name,
        },
    )
});

/// What the dispatcher goes by.
#[must_use]
pub fn registry() -> &'static Registry {
    &REGISTRY
}
