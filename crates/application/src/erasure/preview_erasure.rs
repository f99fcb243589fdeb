//! The dry run before an erasure (D-22): what will go, what stays, and what stands against it.

use super::eligibility::blocked_by;
use super::went::{NOTES, in_words};
use crate::tag;
use crate::words::sentence;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_store::erasure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what an erasure would do.
#[derive(Deserialize, TS)]
pub struct PreviewErasure {
    pub contact_id: ContactId,
}

/// So many of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WhatCount {
    /// What: `addresses`.
    pub what: String,
    /// How many.
    pub count: i64,
}

impl From<erasure::Counted> for WhatCount {
    fn from((what, count): erasure::Counted) -> Self {
        Self { what, count }
    }
}

/// What an erasure would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasurePreview {
    /// The name to be typed, or the reference instead.
    pub account_name: String,
    pub reference: String,
    /// May the contact be erased?
    pub eligible: bool,
    /// What stands against it, to be read behind the name.
    pub blocked_by: Vec<String>,
    /// What would go for good, in the words of people.
    pub said: Vec<String>,
    /// The same, table by table.
    pub will_go: Vec<WhatCount>,
    /// What would stay, and why that is.
    pub stays: Vec<String>,
}

impl Command for PreviewErasure {
    const NAME: &'static str = "preview_erasure";
    const PERMIT: Permit = Permit::Right(Right::GdprRightsRequests);
    const READS: &'static [Tag] = &[tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = ErasurePreview;

    fn run(self, cx: &Cx<'_>) -> Result<ErasurePreview, Refusal> {
        cx.read(|tx| {
            let account =
                erasure::account(tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let blocked_by = blocked_by(cx, tx, self.contact_id)?;
            let mut counts = erasure::would_take(tx, self.contact_id)?;
            counts.push((NOTES.to_owned(), erasure::notes(tx, self.contact_id)?));
            Ok(ErasurePreview {
                account_name: display_name(&account.first_name, &account.last_name, &account.company),
                reference: account.reference,
                eligible: blocked_by.is_empty(),
                blocked_by,
                said: in_words(&counts).iter().map(|words| sentence(words)).collect(),
                will_go: counts.into_iter().filter(|(_, count)| *count > 0).map(WhatCount::from).collect(),
                stays: [
                    "One line in GDPR Erasure: name, reference, date and time, user, workstation, reason",
                    "That something was recorded and when, without what it said",
                    "Report Audit, which names no customer",
                ]
                .map(str::to_owned)
                .to_vec(),
            })
        })
    }
}
