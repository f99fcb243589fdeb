//! Gives a receipt: as a page in the viewer, or as JSON-LD in a file.

use super::ledger_line::LedgerLine;
use super::records::records;
use super::statement::Statement;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::ports::FileKind;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Command, Cx, NamedReport, Permit, Refusal, Tag};
use forecourt_documents::consent_receipt::{ConsentReceipt, json_ld, print_receipt};
use forecourt_domain::ids::ContactId;
use forecourt_domain::receipt_number::ReceiptNumber;
use forecourt_domain::time::Moment;
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, consent, consent_receipt, contact, ledger};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As Report Audit names it. Its own line tells the number, so a contact's history shows that one.
pub(super) const CONSENT_RECEIPT: NamedReport =
    NamedReport { has_own_line: true, ..NamedReport::new("Consent receipt") };

/// What a receipt is made as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptForm {
    /// A page to print.
    Pdf,
    /// A file for computers, after ISO/IEC TS 27560.
    JsonLd,
}

impl ReceiptForm {
    /// As it is kept.
    const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::JsonLd => "json_ld",
        }
    }

    /// As people call it, by the word that is kept.
    pub(crate) fn label_of(word: &str) -> &'static str {
        if word == Self::JsonLd.word() { "JSON-LD" } else { "PDF" }
    }
}

/// Makes a consent receipt.
#[derive(Deserialize, TS)]
pub struct MakeReceipt {
    /// For whom.
    pub contact_id: ContactId,
    /// As what.
    pub form: ReceiptForm,
}

/// What was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MadeReceipt {
    /// Where it went.
    #[serde(flatten)]
    pub handed: HandedOver,
    /// Its number; absent when nothing was made after all.
    pub number: Option<String>,
}

impl Command for MakeReceipt {
    const NAME: &'static str = "make_receipt";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = MadeReceipt;

    fn run(self, cx: &Cx<'_>) -> Result<MadeReceipt, Refusal> {
        let drawn = Draft::draw(cx, self.contact_id)?;
        let bytes = match self.form {
            ReceiptForm::Pdf => print_receipt(&drawn.receipt)?,
            ReceiptForm::JsonLd => json_ld(&drawn.receipt).into_bytes(),
        };
        let report = Report {
            report: CONSENT_RECEIPT.name,
            criteria: "One contact".into(),
            method: ReceiptForm::label_of(self.form.word()),
            contact: Some(self.contact_id),
            reason: None,
            people: 1,
        };
        let mut kept = false;
        // A paper with a number that nobody can look up would be worse than a number without a
        // paper: it is kept before the first byte leaves.
        let mut fill = |out: &mut dyn std::io::Write| {
            if !kept {
                drawn.keep(cx, self.form)?;
                kept = true;
            }
            out.write_all(&bytes).map_err(|error| hand_over::file_refusal(&error))?;
            Ok(1)
        };
        let number = &drawn.receipt.number;
        let delivered = match self.form {
            ReceiptForm::Pdf => {
                hand_over::view(cx, &report, &format!("Consent receipt {number}.pdf"), &mut fill)
            }
            ReceiptForm::JsonLd => {
                let suggested = format!("Consent receipt {number}.jsonld");
                hand_over::save(cx, &report, &suggested, FileKind::JsonLd, &mut fill)
            }
        };
        match delivered {
            Ok(delivered) => {
                Ok(MadeReceipt { handed: delivered.handed, number: kept.then(|| number.clone()) })
            }
            Err(refusal) => {
                if kept {
                    drawn.void(cx, self.form)?;
                }
                Err(refusal)
            }
        }
    }
}

/// A receipt that has its number but was not handed over yet.
struct Draft {
    contact: ContactId,
    receipt: ConsentReceipt,
    /// The newest event it speaks of.
    seq: i64,
    at: Moment,
}

impl Draft {
    fn draw(cx: &Cx<'_>, id: ContactId) -> Result<Self, Refusal> {
        let printed = forecourt_dispatch::printed(cx, &cx.settings()?)?;
        cx.read(|tx| {
            let called = contact::called(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let newest = consent::newest(tx, id)?.ok_or_else(|| {
                Refusal::invalid(
                    "contact_id",
                    "Nothing is recorded about marketing for this contact yet, so there is nothing to give a receipt \
                     for. Record an answer first.",
                )
            })?;
            // A clock that was put back must not revive what ran out, and a customer is not told on
            // paper that something did when nobody knows what day it is.
            let settings = Settings::load(tx)?;
            if let Some(doubt) = settings.doubt(cx.now) {
                let words = format!(
                    "The clock is in doubt: {doubt}. A receipt would bear a wrong date. Check date and time; if they \
                     are right, say so in Settings > System, then make the receipt."
                );
                return Err(Refusal::new(Code::Invalid, words));
            }
            let at = settings.latest.map_or(cx.now, |latest| latest.max(cx.now));
            let said = Statement::load(tx, id, newest.seq, at)?;
            let number = free_number(tx)?;
            let records = records(&said, &number, at);
            let receipt = ConsentReceipt {
                created: at.to_text(),
                created_local: at.wall_text(said.settings.zone),
                dealership: said.dealership(),
                contact_name: called.name,
                contact_reference: called.reference,
                excluded: said.standing.excluded,
                choices: said.choices(),
                remarks: said.remarks(),
                notices: said.notices(&records),
                withdraw: said.withdraw(),
                ledger_head: ledger::head(tx)?.hash,
                printed,
                records,
                number,
            };
            Ok(Self { contact: id, receipt, seq: newest.seq, at })
        })
    }

    fn keep(&self, cx: &Cx<'_>, form: ReceiptForm) -> Result<(), Refusal> {
        cx.write(|writing| {
            // Erased while it was drawn: its number must not bring a trace of it back.
            contact::called(writing.tx, self.contact)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let kept = consent_receipt::Receipt {
                number: self.receipt.number.clone(),
                contact: self.contact,
                seq: self.seq,
                at: self.at.to_text(),
                actor: format!("{}@{}", writing.actor, writing.workstation()),
                form: form.word().to_owned(),
            };
            consent_receipt::add(writing.tx, &kept)?;
            let (number, form) = self.named(form);
            writing.record(Subject::Contact(self.contact), &LedgerLine::Made { number, form })?;
            Ok(())
        })
    }

    fn void(&self, cx: &Cx<'_>, form: ReceiptForm) -> Result<(), Refusal> {
        cx.write(|writing| {
            consent_receipt::remove(writing.tx, &self.receipt.number)?;
            let (number, form) = self.named(form);
            writing.record(Subject::Contact(self.contact), &LedgerLine::Voided { number, form })?;
            Ok(())
        })
    }

    /// As its lines name it.
    fn named(&self, form: ReceiptForm) -> (String, String) {
        (self.receipt.number.clone(), form.word().to_owned())
    }
}

/// Draws a number that no receipt has.
fn free_number(tx: &Tx<'_>) -> Result<String, Refusal> {
    loop {
        let mut bytes = [0; 9];
        getrandom::fill(&mut bytes).map_err(|error| Refusal::unexpected(&error))?;
        let number = ReceiptNumber::drawn(bytes).to_string();
        if consent_receipt::by_number(tx, &number)?.is_none() {
            return Ok(number);
        }
    }
}
