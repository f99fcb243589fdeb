//! Parts on the shelf, and what came and went (T-09).

mod choice;
mod find;
mod list;
mod movement;
mod record;
mod stock;

pub use choice::{Choice, Cursor, Sort};
pub use find::find;
pub use list::page;
pub use movement::{MovementLine, OF_PART, movements};
pub use record::{NewPart, Part, Stamp, add, by_key, load, update};
pub use stock::{Moved, Short, Taken, count, put_back, receive, shortages, take};

use crate::table::{Table, Witness, impersonal};

/// The tables of this noun.
pub const TABLES: &[Table] = &[
    Table::of_nobody("part_word", &[impersonal("word")])
        .vouched("says again what the description of the part says, which is vouched for"),
    Table::of_nobody(
        "part_movement",
        &[impersonal("kind"), impersonal("reason"), impersonal("at"), impersonal("actor")],
    )
    .witnessed(Witness::of(
        "movement of a part",
        &["part_id", "kind", "quantity", "stock_after", "invoice_id", "reason", "at", "actor"],
    )),
    Table::of_nobody(
        "part",
        &[
            impersonal("number"),
            impersonal("number_key"),
            impersonal("description"),
            impersonal("description_key"),
            impersonal("location"),
            impersonal("vat_rate"),
            impersonal("changed_at"),
            impersonal("changed_by"),
        ],
    )
    .witnessed(Witness::of(
        "part",
        &[
            "version",
            "number",
            "number_key",
            "description",
            "description_key",
            "location",
            "unit_price",
            "vat_rate",
            "in_stock",
            "low_stock",
            "is_low",
            "active",
            "changed_at",
            "changed_by",
        ],
    )),
];
