//! The contact record.

use super::view::{ContactView, shown};
use crate::settings::Settings;
use crate::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows one contact.
#[derive(Deserialize, TS)]
pub struct GetContact {
    /// Which.
    pub id: ContactId,
}

impl Command for GetContact {
    const NAME: &'static str = "get_contact";
    const PERMIT: Permit = Permit::SignedIn;
    // The preferences pop up until somebody answered them, so the record shows consent too.
    const READS: &'static [Tag] = &[Tag::Contact, Tag::Consent];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        cx.read(|tx| shown(tx, self.id, &Settings::load(tx)?))
    }
}
