//! Right to Erasure: gone for good, in one transaction, once the account's name was typed.

use super::eligibility::blocked_by;
use super::ledger_line::{Erased, LedgerLine};
use crate::tag;
use forecourt_dispatch::Done;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::ContactId;
use forecourt_domain::name;
use forecourt_domain::rights::Right;
use forecourt_store::erasure;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Erases a contact.
#[derive(Deserialize, TS)]
pub struct EraseContact {
    pub contact_id: ContactId,
    /// The account's name, typed.
    pub confirm_name: String,
}

/// How the transaction ended: a refusal is written down too (D-16), so it has to commit.
enum Outcome {
    Erased,
    Refused(Refusal),
}

impl Command for EraseContact {
    const NAME: &'static str = "erase_contact";
    const PERMIT: Permit = Permit::Right(Right::GdprRightsRequests);
    const CHANGES: &'static [Tag] =
        &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY, tag::ERASURES, tag::REPORT_AUDIT];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let (employee, station) = (cx.employee()?.name.clone(), cx.workstation()?.name);
        let id = self.contact_id;
        let outcome = cx.write(|writing| {
            // Everything is looked at inside the transaction that deletes: what another user posts
            // meanwhile counts (D-22, A-35).
            let account = erasure::account(writing.tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let account_name = display_name(&account.first_name, &account.last_name, &account.company);
            let blocked = blocked_by(cx, writing.tx, id)?;
            if !blocked.is_empty() {
                let line = LedgerLine::Refused { reasons: blocked.clone() };
                writing.record(Subject::Contact(id), &line)?;
                let message = format!("This contact cannot be erased: it {}.", blocked.join("; it "));
                return Ok(Outcome::Refused(
                    Refusal::new(Code::NotEligible, message).with("blocked_by", blocked.join("; ")),
                ));
            }
            if !name::is_typed(&account_name, &self.confirm_name) {
                let words = "The name that was typed is not the name of this account.";
                let line = LedgerLine::Refused { reasons: vec![words.to_owned()] };
                writing.record(Subject::Contact(id), &line)?;
                return Ok(Outcome::Refused(Refusal::invalid("confirm_name", words)));
            }
            let removed = erasure::take(writing.tx, id)?;
            let log = erasure::log(
                writing.tx,
                &erasure::Entry {
                    account_name: &account_name,
                    contact: id,
                    at: &cx.now.to_text(),
                    employee: &employee,
                    workstation: &station,
                    mode: "full",
                    rows_removed: &removed,
                },
            )?;
            let rows: i64 = removed.iter().map(|(_, rows)| rows).sum();
            let line = LedgerLine::Erased(Erased { erasure: log, mode: "full".into(), rows });
            writing.record(Subject::Contact(id), &line)?;
            Ok(Outcome::Erased)
        })?;
        if let Outcome::Refused(refusal) = outcome {
            return Err(refusal);
        }
        // Done and acknowledged by the database; what follows only sweeps up.
        cx.book()?.sweep();
        // Documents handed to the viewer may show the contact: all of them go (D-20).
        cx.outlet().forget_viewed();
        Ok(Done {})
    }
}
