//! The lines of a few contacts, as they are called today: whom somebody just had open.

use super::line::{ContactLine, LineMaker};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows these contacts in their order, each once; whoever is gone is left out.
#[derive(Deserialize, TS)]
pub struct ContactLines {
    /// At most ten.
    pub ids: Vec<ContactId>,
}

/// The most lines of one answer: what it remembers is a handful, and it is no way around a list.
const MOST: usize = 10;

impl Command for ContactLines {
    const NAME: &'static str = "contact_lines";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = Vec<ContactLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ContactLine>, Refusal> {
        let ids = self.ids.get(..MOST).unwrap_or(&self.ids);
        cx.read(|tx| LineMaker::new(cx, tx)?.of(tx, ids))
    }
}
