//! The lines of a job card.

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{JobCardId, JobLineId, PartId};
use forecourt_domain::invoice::InvoiceLineKind;
use forecourt_domain::job_card::NewLine;
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;

/// A line as it is stored, with the number of its part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: JobLineId,
    pub part: Option<PartId>,
    /// Empty for what is no part of the shelf.
    pub part_number: String,
    pub line: NewLine,
}

/// The lines of a card, in their order.
pub fn lines(tx: &Tx<'_>, card: JobCardId) -> Result<Vec<Line>> {
    tx.all(
        "SELECT l.id, l.part_id, coalesce(p.number, ''), l.kind, l.description, l.quantity, l.unit_price,
             l.vat_rate
         FROM job_line l LEFT JOIN part p ON p.id = l.part_id WHERE l.job_card_id = ? ORDER BY l.position",
        values![card.get()],
        |row| {
            let part = row.int(1)?;
            Ok(Line {
                id: JobLineId::new(row.int(0)?),
                part: (part != 0).then_some(PartId::new(part)),
                part_number: row.text(2)?,
                line: NewLine {
                    kind: known(InvoiceLineKind::from_word(row.text_ref(3)?))?,
                    description: row.text(4)?,
                    quantity: Quantity::of_hundredths(row.int(5)?),
                    unit_price: Money::of_pence(row.int(6)?),
                    vat_rate: known(VatRate::from_word(row.text_ref(7)?))?,
                },
            })
        },
    )
}

fn known<T>(word: Option<T>) -> Result<T> {
    word.ok_or_else(|| crate::Error::damaged("a word of a line that is none"))
}

/// A line about to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineWrite {
    /// The line that it was; absent for a new one.
    pub id: Option<JobLineId>,
    pub part: Option<PartId>,
    pub line: NewLine,
}

/// What became of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// They stand so already.
    AsTheyWere,
    Written,
    /// One of them is no line of this card: it went meanwhile.
    Unknown,
}

/// Makes these the lines of a card, in this order. What was a line keeps its number: estimates and what a
/// customer authorised will name it.
pub fn replace_lines(tx: &Tx<'_>, card: JobCardId, new: &[LineWrite]) -> Result<Replaced> {
    let old = lines(tx, card)?;
    let known = |id: JobLineId| old.iter().any(|line| line.id == id);
    let named: Vec<JobLineId> = new.iter().filter_map(|line| line.id).collect();
    let twice = named.iter().enumerate().any(|(at, id)| named.iter().skip(at + 1).any(|other| other == id));
    if twice || !named.iter().all(|id| known(*id)) {
        return Ok(Replaced::Unknown);
    }
    let same = |(old, new): (&Line, &LineWrite)| {
        new.id == Some(old.id) && new.part == old.part && new.line == old.line
    };
    if old.len() == new.len() && old.iter().zip(new).all(same) {
        return Ok(Replaced::AsTheyWere);
    }
    for gone in old.iter().filter(|line| !named.contains(&line.id)) {
        tx.run("DELETE FROM job_line WHERE id = ?", values![gone.id.get()])?;
    }
    for (position, LineWrite { id, part, line }) in (0i64..).zip(new) {
        let (part, quantity, price) =
            (part.map_or(0, PartId::get), line.quantity.hundredths(), line.unit_price.pence());
        let (kind, rate) = (line.kind.word(), line.vat_rate.word());
        match id {
            Some(id) => tx.run(
                "UPDATE job_line SET position = ?, kind = ?, part_id = ?, description = ?, quantity = ?,
                     unit_price = ?, vat_rate = ? WHERE id = ?",
                values![position, kind, part, &line.description, quantity, price, rate, id.get()],
            )?,
            None => tx.run(
                "INSERT INTO job_line (job_card_id, position, kind, part_id, description, quantity, unit_price,
                     vat_rate) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                values![card.get(), position, kind, part, &line.description, quantity, price, rate],
            )?,
        };
    }
    Ok(Replaced::Written)
}
