//! Posting: a draft gets its number, and never changes again (T-04).

use super::conflict::{self, current_draft, who_and_when};
use super::posting::post;
use super::view::{InvoiceView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::InvoiceId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Posts a draft, of an invoice or of a credit note.
#[derive(Deserialize, TS)]
pub struct PostInvoice {
    pub id: InvoiceId,
    /// The version that was seen.
    pub version: i64,
    /// May there be less than nothing on the shelf afterwards (T-09)?
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub accept_short: bool,
}

/// What was posted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostedInvoice {
    #[serde(flatten)]
    pub invoice: InvoiceView,
    /// Where it was posted already when this was asked: by whom and when. It was posted once.
    pub already: Option<String>,
}

impl Command for PostInvoice {
    const NAME: &'static str = "post_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::JOB_CARDS, tag::PARTS, tag::CONTACT, tag::HISTORY];
    type Reply = PostedInvoice;

    fn run(self, cx: &Cx<'_>) -> Result<PostedInvoice, Refusal> {
        let settings = cx.settings()?;
        if let Some(posted) = self.already(cx, &settings)? {
            return Ok(posted);
        }
        let posted = cx.write(|writing| {
            let draft = current_draft(writing.tx, self.id, self.version, &settings)?;
            post(writing, &draft, self.accept_short, &settings)?;
            let invoice = shown(cx, writing.tx, self.id)?;
            Ok(PostedInvoice { invoice, already: None })
        });
        match posted {
            // Another desk was quicker by the blink of an eye.
            Err(refusal) if refusal.code == Code::Conflict => self.already(cx, &settings)?.ok_or(refusal),
            posted => posted,
        }
    }
}

impl PostInvoice {
    /// What was seen, where just that is posted already.
    fn already(&self, cx: &Cx<'_>, settings: &Settings) -> Result<Option<PostedInvoice>, Refusal> {
        cx.read(|tx| {
            let invoice = conflict::load(tx, self.id)?;
            if invoice.is_draft() || invoice.version != self.version + 1 {
                return Ok(None);
            }
            let (who, at) = who_and_when(tx, &invoice, settings)?;
            let already = format!("{who} posted it as {} on {at}. It was posted once.", invoice.number);
            Ok(Some(PostedInvoice { invoice: shown(cx, tx, self.id)?, already: Some(already) }))
        })
    }
}
