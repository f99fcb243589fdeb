//! Where a letter begins in the contact list.

use super::filter::ContactFilter;
use super::list::Contacts;
use crate::tag;
use forecourt_dispatch::list::List;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Finds the first contact that begins with some letters, by what the list is sorted by.
#[derive(Deserialize, TS)]
pub struct LocateContact {
    #[serde(flatten)]
    pub filter: ContactFilter,
    /// As typed: one letter, or more.
    pub starts_with: String,
}

/// A row of the list.
#[derive(Debug, Serialize, TS)]
pub struct ContactRowNumber {
    /// Counted from 0. Where nobody begins so, the row of whoever comes next; the last where nobody does.
    pub row: i64,
}

impl Command for LocateContact {
    const NAME: &'static str = "locate_contact";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = ContactRowNumber;

    fn run(self, cx: &Cx<'_>) -> Result<ContactRowNumber, Refusal> {
        cx.read(|tx| {
            let list = Contacts::open(cx, tx, self.filter)?;
            Ok(ContactRowNumber { row: list.row_of_letters(tx, &self.starts_with)? })
        })
    }
}
