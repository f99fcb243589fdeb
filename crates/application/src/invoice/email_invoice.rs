//! Hands the mail program a draft with an invoice or a credit note attached. It is class B with an open document:
//! who stopped all processing still gets it (V-18), and so does who is excluded from marketing. It sells nothing, at
//! its foot neither.

use super::paper::Paper as Sheet;
use super::sending::decide;
use crate::tag;
use forecourt_dispatch::hand_over::{HandedOver, Paper, file_refusal, view_paper};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_documents::mail_draft::{self, Handing};
use forecourt_domain::consent::decide::{Decision, Verdict};
use forecourt_domain::ids::InvoiceId;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use serde::{Deserialize, Serialize};
use std::io::Write;
use ts_rs::TS;

/// Prepares the mail, with the settings of today.
#[derive(Deserialize, TS)]
pub struct EmailInvoice {
    /// Which; it has to be posted.
    pub id: InvoiceId,
}

/// What was prepared.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EmailedInvoice {
    /// How it was handed over.
    #[serde(flatten)]
    pub handed: HandedOver,
    /// To which address.
    pub address: String,
}

impl Command for EmailInvoice {
    const NAME: &'static str = "email_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = EmailedInvoice;

    fn run(self, cx: &Cx<'_>) -> Result<EmailedInvoice, Refusal> {
        let settings = cx.settings()?;
        let (sheet, address) = cx.read(|tx| {
            let sheet = Sheet::read(cx, tx, self.id)?;
            let address = sheet.address()?;
            may_go(tx, &settings, &sheet, &address, cx.now)?;
            Ok((sheet, address))
        })?;
        let mail = sheet.mail(&address, sheet.pdf()?, cx.now);
        let bytes = match mail_draft::draft(&mail).map_err(|problem| Refusal::invalid("email", problem))? {
            Handing::Eml(bytes) => bytes,
            Handing::Mailto(_) => return Err(Refusal::unexpected(&"a draft lost its attachment")),
        };
        let report = sheet.report("E-mail");
        let mut draft = Draft { sheet: &sheet, address: &address, settings: &settings, bytes, now: cx.now };
        let delivered = view_paper(cx, &report, &mut draft)?;
        Ok(EmailedInvoice { handed: delivered.handed, address })
    }
}

/// A draft on its way to the mail program.
struct Draft<'d> {
    sheet: &'d Sheet,
    address: &'d str,
    settings: &'d Settings,
    bytes: Vec<u8>,
    now: Moment,
}

impl Paper for Draft<'_> {
    // Asked inside the transaction, too: what was recorded meanwhile counts.
    fn begin(&mut self, writing: &mut Writing<'_, '_>) -> Result<(), Refusal> {
        may_go(writing.tx, self.settings, self.sheet, self.address, self.now)
    }

    fn name(&self) -> String {
        self.sheet.file("eml")
    }

    fn fill(&mut self, out: &mut dyn Write) -> Result<i64, Refusal> {
        out.write_all(&self.bytes).map_err(|error| file_refusal(&error))?;
        Ok(1)
    }

    fn end(&mut self, _writing: &mut Writing<'_, '_>) -> Result<(), Refusal> {
        Ok(())
    }
}

/// Does the one decision let it go to this address?
fn may_go(
    tx: &Tx<'_>,
    settings: &Settings,
    sheet: &Sheet,
    address: &str,
    now: Moment,
) -> Result<(), Refusal> {
    let contact = sheet.contact.ok_or_else(|| Refusal::not_found("contact"))?;
    let decision = decide(tx, contact, address, settings, now)?;
    if decision.verdict == Verdict::Block { Err(refused(&decision)) } else { Ok(()) }
}

fn refused(decision: &Decision) -> Refusal {
    let against = decision.reasons.iter().filter(|reason| reason.verdict == Verdict::Block);
    let reasons = against.map(ToString::to_string).collect::<Vec<_>>().join("; ");
    let message =
        format!("This email may not be sent: {reasons}. Print the document and send or hand it over.");
    Refusal::new(Code::Invalid, message).with("email", reasons)
}
