//! The Marketing Consent panel (D-06).

use super::view::{ConsentView, consent_view};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Asks what a contact allows.
#[derive(Deserialize, TS)]
pub struct GetConsent {
    pub contact_id: ContactId,
}

impl Command for GetConsent {
    const NAME: &'static str = "get_consent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        cx.read(|tx| consent_view(cx, tx, self.contact_id, &Settings::load(tx)?))
    }
}
