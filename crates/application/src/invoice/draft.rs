//! What staff type into a draft, and what to say when it cannot be kept.

use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::contact::text;
use forecourt_domain::ids::{ContactId, InvoiceId, PartId};
use forecourt_domain::invoice::InvoiceLineKind;
use forecourt_domain::invoice::sums::{LINES_MAX, LineProblem, Priced, SumProblem, Sums, sums};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;
use forecourt_store::invoice::{DraftLine, Invoice};
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, part};
use serde::Deserialize;
use ts_rs::TS;

/// The longest description of a line, in characters.
const TEXT_MAX: usize = 200;
/// The longest name of somebody who walked in.
const NAME_MAX: usize = 200;

/// A line as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct InvoiceLineDraft {
    pub kind: InvoiceLineKind,
    /// The part that posting takes from the shelf.
    #[ts(optional)]
    pub part_id: Option<PartId>,
    /// Empty for a part: then its own words are taken.
    pub description: String,
    /// In hundredths.
    pub quantity: Quantity,
    /// In pence for one, without VAT; below nothing for a discount.
    pub unit_price: Money,
    pub vat_rate: VatRate,
}

/// Checks lines, and gives what is kept with what it comes to.
///
/// # Errors
/// [`Code::Invalid`] with the words for each field: `lines.0.description`.
pub(super) fn checked(tx: &Tx<'_>, typed: Vec<InvoiceLineDraft>) -> Result<(Vec<DraftLine>, Sums), Refusal> {
    if typed.len() > LINES_MAX {
        return Err(Refusal::invalid("lines", SumProblem::Lines));
    }
    let mut problems = Vec::new();
    let mut lines = Vec::new();
    for (at, line) in typed.into_iter().enumerate() {
        let mut wrong = |field: &str, words: String| problems.push((format!("lines.{at}.{field}"), words));
        let mut description = text::line(line.description).unwrap_or_else(|forbidden| {
            wrong("description", forbidden.to_string());
            String::new()
        });
        let mut part_number = String::new();
        if let Some(id) = line.part_id {
            match part::load(tx, id)? {
                Some(part) => {
                    part_number = part.details.number;
                    if description.is_empty() {
                        description = part.details.description;
                    }
                }
                None => wrong("part_id", "This part does not exist any more.".into()),
            }
        }
        if description.is_empty() && line.part_id.is_none() {
            wrong("description", "Say what it is for.".into());
        }
        if description.chars().count() > TEXT_MAX {
            wrong("description", format!("At most {TEXT_MAX} characters."));
        }
        if line.quantity <= Quantity::ZERO {
            wrong("quantity", "More than 0.".into());
        }
        if line.unit_price < Money::ZERO && line.kind != InvoiceLineKind::Other {
            wrong("unit_price", "A discount is a line of its own.".into());
        }
        let kind = if line.part_id.is_some() { InvoiceLineKind::Part } else { line.kind };
        lines.push(DraftLine {
            kind,
            part: line.part_id,
            part_number,
            credits: None,
            description,
            quantity: line.quantity,
            unit_price: line.unit_price,
            vat_rate: line.vat_rate,
            vat_percent: line.vat_rate.percent(),
        });
    }
    if !problems.is_empty() {
        let message = match problems.as_slice() {
            [(_, words)] => words.clone(),
            several => format!("{} fields need another look.", several.len()),
        };
        let refusal = Refusal::new(Code::Invalid, message);
        return Err(problems.into_iter().fold(refusal, |refusal, (field, words)| refusal.with(field, words)));
    }
    let sums = sums_of(&lines)?;
    Ok((lines, sums))
}

/// What lines come to at today's rates.
pub(super) fn sums_of(lines: &[DraftLine]) -> Result<Sums, Refusal> {
    let priced: Vec<Priced> =
        lines.iter().map(|line| Priced::today(line.quantity, line.unit_price, line.vat_rate)).collect();
    sums(&priced).map_err(refused)
}

/// Why lines have no sum, at the field that it is about.
pub(super) fn refused(problem: SumProblem) -> Refusal {
    let field = match problem {
        SumProblem::Line(at, LineProblem::Quantity | LineProblem::Left) => format!("lines.{at}.quantity"),
        SumProblem::Line(at, LineProblem::Price | LineProblem::Net) => format!("lines.{at}.unit_price"),
        _ => "lines".to_owned(),
    };
    Refusal::invalid(&field, problem)
}

/// The name of somebody who walked in, as it is kept.
pub(super) fn checked_name(typed: String) -> Result<String, Refusal> {
    let name = text::line(typed).map_err(|forbidden| Refusal::invalid("name", forbidden))?;
    if name.chars().count() > NAME_MAX {
        return Err(Refusal::invalid("name", format!("At most {NAME_MAX} characters.")));
    }
    Ok(name)
}

/// Whom a line of the ledger about an invoice is about.
pub(super) fn subject(contact: Option<ContactId>, id: InvoiceId) -> Subject {
    contact.map_or(Subject::Other("invoice", id.get()), Subject::Contact)
}

/// As [`subject`].
pub(super) fn subject_of(invoice: &Invoice) -> Subject {
    subject(invoice.contact, invoice.id)
}
