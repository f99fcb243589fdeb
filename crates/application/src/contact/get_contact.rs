//! The contact record.

use super::view::{ContactView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows one contact.
#[derive(Deserialize, TS)]
pub struct GetContact {
    pub id: ContactId,
}

impl Command for GetContact {
    const NAME: &'static str = "get_contact";
    const PERMIT: Permit = Permit::SignedIn;
    // The preferences pop up until somebody answered them, so the record shows consent too.
    const READS: &'static [Tag] = &[tag::CONTACT, tag::CONSENT];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        cx.read(|tx| shown(tx, self.id, &Settings::load(tx)?))
    }
}
