//! Right to Erasure: gone for good, in one transaction, once the account's name was typed.

use super::eligibility::blocked_by;
use super::exports::{self, FileToDelete};
use super::ledger_line::{Erased, LedgerLine};
use super::mask::mask;
use super::went::NOTES;
use crate::tag;
use crate::words::counted;
use forecourt_dispatch::{Code, Command, Cx, LastCopies, Permit, Refusal, Tag};
use forecourt_domain::consent::edit::NOTES_MAX;
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::ContactId;
use forecourt_domain::name;
use forecourt_domain::rights::Right;
use forecourt_store::erasure;
use forecourt_store::ledger::Subject;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Erases a contact.
#[derive(Deserialize, TS)]
pub struct EraseContact {
    pub contact_id: ContactId,
    /// The account's name or its reference, typed.
    pub confirm_name: String,
    /// Why; kept in the erasure log as long as the name. The screen asks for it; who calls without one
    /// has nobody to ask.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
    /// Files that were exported earlier and are to go too.
    #[serde(default)]
    pub delete_files: Vec<FileToDelete>,
}

/// What became of the contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Gone {
    /// What the last copies on this disk wait for; absent once they are gone too.
    pub last_copies: Option<LastCopies>,
    /// How many of the chosen files stayed: they are others by now, or may not be removed.
    pub files_left: usize,
    /// All of it in words.
    pub words: String,
}

impl Gone {
    fn new(last_copies: Option<LastCopies>, files_left: usize) -> Self {
        Self { last_copies, files_left, words: gone_in_words(last_copies, files_left) }
    }
}

/// That somebody was erased, what the last copies wait for that are left, and how many files stayed.
#[must_use]
pub fn gone_in_words(last_copies: Option<LastCopies>, files_left: usize) -> String {
    let mut words = match last_copies {
        None => {
            "Erased, and the last copies on this disk are gone. The GDPR Erasure list shows it.".to_owned()
        }
        Some(waits) => format!(
            "Erased; the last copies on this disk go {}. The GDPR Erasure list shows when they are gone.",
            waits.when()
        ),
    };
    if files_left > 0 {
        let files = counted(files_left, "file was", "files were");
        words += &format!(" {files} not deleted: changed meanwhile, or not to be removed from here.");
    }
    words
}

/// How the transaction ended: a refusal is written down too (D-16), so it has to commit.
enum Outcome {
    Erased,
    Refused(Refusal),
}

/// What is wrong with a reason.
fn problem_with(reason: &str) -> Option<&'static str> {
    match reason.chars().count() {
        0 => Some("Reason is required"),
        count if count > NOTES_MAX => Some("The reason is too long; at most 10,000 characters can be kept."),
        _ => None,
    }
}

impl Command for EraseContact {
    const NAME: &'static str = "erase_contact";
    const PERMIT: Permit = Permit::Right(Right::GdprRightsRequests);
    const CHANGES: &'static [Tag] = &[
        tag::CONTACTS,
        tag::CONTACT,
        tag::VEHICLES,
        tag::CONSENT,
        tag::HISTORY,
        tag::ERASURES,
        tag::REPORT_AUDIT,
    ];
    type Reply = Gone;

    fn run(self, cx: &Cx<'_>) -> Result<Gone, Refusal> {
        let (employee, station) = (cx.employee()?.name.clone(), cx.workstation()?.name);
        let id = self.contact_id;
        let reason = self.reason.as_deref().map(str::trim);
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
            let named = name::is_typed(&account_name, &self.confirm_name)
                || name::is_reference(&account.reference, &self.confirm_name);
            let problem = if named {
                reason.and_then(problem_with).map(|words| ("reason", words))
            } else {
                Some((
                    "confirm_name",
                    "What was typed is neither the name of this account nor its reference.",
                ))
            };
            if let Some((field, words)) = problem {
                let line = LedgerLine::Refused { reasons: vec![words.to_owned()] };
                writing.record(Subject::Contact(id), &line)?;
                return Ok(Outcome::Refused(Refusal::invalid(field, words)));
            }
            let notes = erasure::notes(writing.tx, id)?;
            let mut removed = erasure::take(writing.tx, id)?;
            let rows: i64 = removed.iter().map(|(_, rows)| rows).sum();
            if notes > 0 {
                removed.push((NOTES.to_owned(), notes));
            }
            let log = erasure::log(
                writing.tx,
                &erasure::Entry {
                    account_name: &account_name,
                    reference: &account.reference,
                    reason: reason.unwrap_or_default(),
                    contact: id,
                    at: &cx.now.to_text(),
                    employee: &employee,
                    workstation: &station,
                    mode: "full",
                    rows_removed: &removed,
                },
            )?;
            // The reason stands in the log alone, which masks it with the name: what a line of the ledger
            // says stays for ever. The line vouches for the log's.
            let line = LedgerLine::Erased(Erased { erasure: log, mode: "full".into(), rows });
            writing.record(Subject::Contact(id), &line)?;
            mask(writing)?;
            Ok(Outcome::Erased)
        })?;
        if let Outcome::Refused(refusal) = outcome {
            return Err(refusal);
        }
        // Done and acknowledged by the database; what follows only sweeps up, behind this call, and whatever
        // becomes of it, the contact is erased.
        let last_copies = cx.sweep()?;
        let chosen = self.delete_files.len();
        let files_left = exports::remove(cx, self.delete_files).unwrap_or(chosen);
        Ok(Gone::new(last_copies, files_left))
    }
}
