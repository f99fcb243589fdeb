//! The dry run before an erasure (D-22): what will go, what stays, and what stands against it.

use super::eligibility::blocked_by;
use crate::tag;
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
    /// The name to be typed.
    pub account_name: String,
    /// May the contact be erased?
    pub eligible: bool,
    /// What stands against it, to be read behind the name.
    pub blocked_by: Vec<String>,
    /// What would go for good.
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
            let will_go =
                erasure::would_take(tx, self.contact_id)?.into_iter().map(WhatCount::from).collect();
            Ok(ErasurePreview {
                account_name: display_name(&account.first_name, &account.last_name, &account.company),
                eligible: blocked_by.is_empty(),
                blocked_by,
                will_go,
                stays: [
                    "The line in GDPR Erasure: account name, date and time, user, workstation",
                    "The lines of the ledger without their contents, so that it still verifies",
                    "Report Audit, which names no customer",
                ]
                .map(str::to_owned)
                .to_vec(),
            })
        })
    }
}
