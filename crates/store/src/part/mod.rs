//! Parts on the shelf, and what came and went (T-09).

use crate::table::{Table, Witness, impersonal};

/// The tables of this noun.
pub const TABLES: &[Table] = &[
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
