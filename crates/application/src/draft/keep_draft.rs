//! Keeping what is being typed.

use super::form;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_store::contact;
use forecourt_store::draft::{self, Draft};
use serde::Deserialize;
use ts_rs::TS;

/// More than the longest notes with everything else of a form, however it is written.
const LONGEST: usize = 128 * 1024;
/// More forms than anybody leaves half filled.
const MOST: i64 = 200;

/// Keeps what the caller typed into a form, in place of what they typed there before. It is no deed: no
/// line of the ledger tells of it, and nothing else is changed by it.
#[derive(Deserialize, TS)]
pub struct KeepDraft {
    /// Which form: `consent:12`, `contact:new`, `setting:gdpr`.
    pub form: String,
    /// Its fields, as the screen reads them back.
    pub typed: String,
}

impl Command for KeepDraft {
    const NAME: &'static str = "keep_draft";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::DRAFTS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let form = form::parse(&self.form)?;
        if self.typed.len() > LONGEST {
            return Err(Refusal::new(Code::Invalid, "This is too long to be kept before it is saved."));
        }
        if self.typed.contains('\0') {
            return Err(Refusal::new(Code::Invalid, "This holds a character that cannot be kept."));
        }
        let employee = cx.employee()?.id;
        let draft = Draft { typed: self.typed, at: cx.now.to_text() };
        cx.write_unsaved(|tx| {
            if let Some(id) = form.contact
                && !contact::exists(tx, id)?
            {
                return Err(Refusal::not_found("contact"));
            }
            if draft::of(tx, employee, form.name)?.is_none() && draft::count(tx, employee)? >= MOST {
                return Err(Refusal::new(Code::Invalid, "Too many forms are left half filled."));
            }
            Ok(draft::keep(tx, employee, form.name, form.contact, &draft)?)
        })?;
        Ok(Done {})
    }
}
