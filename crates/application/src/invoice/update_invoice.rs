//! Changing a draft.

use super::conflict::current_draft;
use super::draft::{InvoiceLineDraft, checked, checked_name, subject};
use super::ledger_line::{self, LedgerLine};
use super::view::{InvoiceView, shown};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::{ContactId, InvoiceId};
use forecourt_domain::invoice::InvoiceKind;
use forecourt_store::contact;
use forecourt_store::invoice::{self, Draft};
use forecourt_store::part::Stamp;
use serde::Deserialize;
use ts_rs::TS;

/// Saves a draft, unless somebody else changed or posted it meanwhile.
#[derive(Deserialize, TS)]
pub struct UpdateInvoice {
    pub id: InvoiceId,
    /// The version that was edited.
    pub version: i64,
    /// Who buys at the counter; of a job card's invoice the card says it.
    #[serde(default)]
    #[ts(optional)]
    pub contact_id: Option<ContactId>,
    /// Or the name of somebody who walked in.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub name: String,
    pub lines: Vec<InvoiceLineDraft>,
}

impl Command for UpdateInvoice {
    const NAME: &'static str = "update_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::JOB_CARDS, tag::HISTORY];
    type Reply = InvoiceView;

    fn run(self, cx: &Cx<'_>) -> Result<InvoiceView, Refusal> {
        let settings = cx.settings()?;
        let Self { id, version, contact_id, name, lines } = self;
        let name = checked_name(name)?;
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current_draft(tx, id, version, &settings)?;
            let (contact, name) = match old.kind {
                InvoiceKind::CreditNote => {
                    let words = "A credit note is drafted from its invoice. Drop this draft, and credit the invoice again.";
                    return Err(Refusal::new(Code::Invalid, words));
                }
                InvoiceKind::Service => (old.contact, String::new()),
                InvoiceKind::Parts | InvoiceKind::Sales if contact_id.is_some() => (contact_id, String::new()),
                InvoiceKind::Parts | InvoiceKind::Sales => (None, name),
            };
            if let Some(contact) = contact
                && !contact::exists(tx, contact)?
            {
                return Err(Refusal::not_found("contact"));
            }
            let (lines, sums) = checked(tx, lines)?;
            let draft = Draft {
                kind: old.kind,
                department: old.department,
                contact,
                vehicle: old.vehicle,
                job_card: old.job_card,
                credits: None,
                name: &name,
                registration: &old.registration,
                vehicle_name: &old.vehicle_name,
                mileage: old.mileage,
                reason: "",
            };
            let stamp = (writing.now.to_text(), writing.actor.to_string());
            let stamp = Stamp { at: &stamp.0, by: &stamp.1 };
            if !invoice::replace(tx, &old, &draft, &lines, &sums, stamp)? {
                return Err(Refusal::unexpected(&"a draft changed within a transaction"));
            }
            // Of whom it was until now hears of it too: their lines tell that it is theirs no more.
            let line = |kind| LedgerLine::Changed(ledger_line::Draft { kind });
            if old.contact != contact {
                writing.record(subject(old.contact, id), &line(old.kind))?;
            }
            writing.record(subject(contact, id), &line(old.kind))?;
            shown(cx, tx, id)
        })
    }
}
