//! One part: reading it, adding it, changing what is written of it. Its stock changes in [`super::stock`] alone.

use crate::engine::{Result, Row, Tx};
use crate::{Error, values};
use forecourt_domain::ids::PartId;
use forecourt_domain::money::Money;
use forecourt_domain::part::{self, Details};
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;

/// A part as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub id: PartId,
    /// Counts changes of its details, not of its stock; an editor must have seen the newest.
    pub version: i64,
    pub details: Details,
    pub in_stock: Quantity,
    /// See [`part::is_low`].
    pub is_low: bool,
    /// UTC text of the last change of its details.
    pub changed_at: String,
    /// Who, as `employee:3`.
    pub changed_by: String,
}

/// Who changes something, and when.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// UTC text.
    pub at: &'a str,
    /// As `employee:3`.
    pub by: &'a str,
}

/// A part about to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewPart<'a> {
    pub details: &'a Details,
    /// What lies on the shelf already.
    pub in_stock: Quantity,
    pub stamp: Stamp<'a>,
}

/// What [`from_row`] reads, of `part p`.
pub(super) const COLUMNS: &str =
    "p.id, p.version, p.number, p.description, p.location, p.unit_price, p.vat_rate,
    p.in_stock, p.low_stock, p.is_low, p.active, p.changed_at, p.changed_by";
/// How many they are.
pub(super) const COLUMN_COUNT: usize = 13;

pub(super) fn from_row(row: &Row<'_>) -> Result<Part> {
    Ok(Part {
        id: PartId::new(row.int(0)?),
        version: row.int(1)?,
        details: Details {
            number: row.text(2)?,
            description: row.text(3)?,
            location: row.text(4)?,
            unit_price: Money::of_pence(row.int(5)?),
            vat_rate: VatRate::from_word(row.text_ref(6)?).unwrap_or_default(),
            low_stock: Quantity::of_hundredths(row.int(8)?),
            active: row.flag(10)?,
        },
        in_stock: Quantity::of_hundredths(row.int(7)?),
        is_low: row.flag(9)?,
        changed_at: row.text(11)?,
        changed_by: row.text(12)?,
    })
}

/// One part.
pub fn load(tx: &Tx<'_>, id: PartId) -> Result<Option<Part>> {
    tx.one(&format!("SELECT {COLUMNS} FROM part p WHERE p.id = ?"), values![id.get()], from_row)
}

/// The part of a number, by [`part::key`].
pub fn by_key(tx: &Tx<'_>, key: &str) -> Result<Option<Part>> {
    tx.one(&format!("SELECT {COLUMNS} FROM part p WHERE p.number_key = ?"), values![key], from_row)
}

/// Adds a part. What lies on the shelf already is a movement of its own.
///
/// # Errors
/// [`Error::Exists`] when the number is taken.
pub fn add(tx: &Tx<'_>, new: &NewPart<'_>) -> Result<PartId> {
    let NewPart { details, in_stock, stamp } = *new;
    let id = tx.returning(
        "INSERT INTO part (number, number_key, description, description_key, location, unit_price, vat_rate,
             low_stock, active, changed_at, changed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            &details.number,
            &part::key(&details.number),
            &details.description,
            &part::description_key(&details.description),
            &details.location,
            details.unit_price.pence(),
            details.vat_rate.word(),
            details.low_stock.hundredths(),
            details.active,
            stamp.at,
            stamp.by,
        ],
    )?;
    tx.wrote("part", id);
    put_words(tx, id, &details.description)?;
    let id = PartId::new(id);
    if in_stock == Quantity::ZERO {
        super::stock::weigh(tx, id)?;
    } else {
        super::stock::receive(tx, id, in_stock, stamp)?;
    }
    Ok(id)
}

/// Changes what is written of a part, if it is still the version that was edited, and counts the version up.
/// False where somebody else saved it meanwhile.
///
/// # Errors
/// [`Error::Exists`] when the number is another part's.
pub fn update(tx: &Tx<'_>, old: &Part, new: &Details, stamp: Stamp<'_>) -> Result<bool> {
    let saved = tx.run(
        "UPDATE part SET version = version + 1, number = ?, number_key = ?, description = ?, description_key = ?,
             location = ?, unit_price = ?, vat_rate = ?, low_stock = ?, active = ?, changed_at = ?, changed_by = ?
         WHERE id = ? AND version = ?",
        values![
            &new.number,
            &part::key(&new.number),
            &new.description,
            &part::description_key(&new.description),
            &new.location,
            new.unit_price.pence(),
            new.vat_rate.word(),
            new.low_stock.hundredths(),
            new.active,
            stamp.at,
            stamp.by,
            old.id.get(),
            old.version,
        ],
    )?;
    if saved == 0 {
        return Ok(false);
    }
    tx.wrote("part", old.id.get());
    if old.details.description != new.description {
        tx.run("DELETE FROM part_word WHERE part_id = ?", values![old.id.get()])?;
        put_words(tx, old.id.get(), &new.description)?;
    }
    super::stock::weigh(tx, old.id)?;
    Ok(true)
}

fn put_words(tx: &Tx<'_>, id: i64, description: &str) -> Result<()> {
    for word in part::words(description) {
        tx.run("INSERT INTO part_word (word, part_id) VALUES (?, ?)", values![&word, id])?;
    }
    Ok(())
}

/// For a part that a document names and nobody can have deleted.
pub(super) fn gone() -> Error {
    Error::other("a part that there is not")
}
