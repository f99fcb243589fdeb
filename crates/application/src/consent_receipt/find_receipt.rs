//! Looks a receipt up by its number: whose it is, when and by whom it was made, and what it said,
//! whatever has changed since.

use super::make_receipt::ReceiptForm;
use super::records::records;
use super::statement::Statement;
use crate::tag;
use forecourt_dispatch::Names;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::consent_table::{Choice, PartyChoices, PurposeChoices};
use forecourt_domain::consent::{Cell, Channel, Party, Purpose, Shade, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::receipt_number::ReceiptNumber;
use forecourt_domain::time::Moment;
use forecourt_store::{Error, consent_receipt, contact};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Finds a receipt.
#[derive(Deserialize, TS)]
pub struct FindReceipt {
    /// Its number, typed or scanned in any way.
    pub number: String,
}

/// One word of the table.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReceiptCell {
    /// What the mark stands for; a yes behind an exclusion is no yes.
    pub shade: Shade,
    /// `Yes`, `Not asked`, `Withdrawn`, ...
    pub words: String,
    /// Might messages be sent on it?
    pub allowed: bool,
}

/// One line of the table.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReceiptLine {
    /// `Service Follow Up`.
    pub purpose: String,
    /// One for each channel.
    pub cells: Vec<ReceiptCell>,
}

/// What one party might send.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReceiptParty {
    /// Whose messages.
    pub party: String,
    /// Kind by kind.
    pub lines: Vec<ReceiptLine>,
}

/// Words that had been shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReceiptWords {
    /// Counts wordings.
    pub version: i64,
    /// The words.
    pub text: String,
}

/// A receipt that is on file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundReceipt {
    /// As printed, `R-7K2M-Q9XD-4F`.
    pub number: String,
    pub contact_id: ContactId,
    /// The account's name today.
    pub name: String,
    /// The account reference.
    pub reference: String,
    /// `21/11/2026 10:42`.
    pub at_local: String,
    /// Who made it.
    pub by: String,
    pub workstation: String,
    /// `PDF` or `JSON-LD`.
    pub form: &'static str,
    /// Did it say that nothing is sent at all?
    pub excluded: bool,
    /// Has anything been recorded since?
    pub changed_since: bool,
    /// The table's columns.
    pub channels: Vec<String>,
    /// The table.
    pub parties: Vec<ReceiptParty>,
    /// The words under the table.
    pub remarks: Vec<String>,
    /// How it was recorded, as it said.
    pub records: Vec<String>,
    /// The exact words it gave.
    pub notices: Vec<ReceiptWords>,
}

impl Command for FindReceipt {
    const NAME: &'static str = "find_receipt";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::CONTACTS];
    type Reply = FoundReceipt;

    fn run(self, cx: &Cx<'_>) -> Result<FoundReceipt, Refusal> {
        let number =
            ReceiptNumber::parse(&self.number).map_err(|problem| Refusal::invalid("number", problem))?;
        cx.read(|tx| {
            let kept = consent_receipt::by_number(tx, &number.to_string())?;
            let kept = kept.ok_or_else(|| {
                Refusal::new(
                    Code::NotFound,
                    "No receipt has this number here. The number itself is well-formed: the receipt may come from \
                     another dealership, or the contact was erased.",
                )
            })?;
            let called =
                contact::called(tx, kept.contact)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let at = Moment::parse(&kept.at).ok_or_else(|| Error::damaged("a time that is none"))?;
            let said = Statement::load(tx, kept.contact, kept.seq, at)?;
            let (_, by, workstation) = Names::load(tx)?.of_line(&kept.actor);
            let records = records(&said, &kept.number, at);
            let table = said.choices();
            Ok(FoundReceipt {
                contact_id: kept.contact,
                name: called.name,
                reference: called.reference,
                at_local: at.wall_text(said.settings.zone),
                by,
                workstation,
                form: ReceiptForm::label_of(&kept.form),
                excluded: said.standing.excluded,
                changed_since: said.changed_since,
                channels: table.channels,
                parties: parties(&said, table.parties),
                remarks: said.remarks(),
                notices: said
                    .notices(&records)
                    .into_iter()
                    .map(|notice| ReceiptWords { version: notice.version, text: notice.text })
                    .collect(),
                records: records
                    .into_iter()
                    .map(|record| record.sentence)
                    .filter(|sentence| !sentence.is_empty())
                    .collect(),
                number: kept.number,
            })
        })
    }
}

/// The table with what each mark stands for.
fn parties(said: &Statement, choices: Vec<PartyChoices>) -> Vec<ReceiptParty> {
    let cell = |party: &Party, purpose: Purpose, channel: Channel, choice: Choice| {
        let state = said.state(&Cell::new(party.clone(), channel, purpose));
        let shade = match state {
            State::Granted if !choice.allowed => Shade::Excluded,
            state => Shade::of_state(state),
        };
        ReceiptCell { shade, words: choice.words, allowed: choice.allowed }
    };
    let line = |party: &Party, purpose: Purpose, line: PurposeChoices| ReceiptLine {
        purpose: line.purpose,
        cells: Channel::ALL
            .into_iter()
            .zip(line.choices)
            .map(|(channel, choice)| cell(party, purpose, channel, choice))
            .collect(),
    };
    said.parties()
        .iter()
        .zip(choices)
        .map(|(party, choices)| ReceiptParty {
            party: choices.party,
            lines: Purpose::ALL
                .into_iter()
                .zip(choices.purposes)
                .map(|(purpose, choices)| line(party, purpose, choices))
                .collect(),
        })
        .collect()
}
