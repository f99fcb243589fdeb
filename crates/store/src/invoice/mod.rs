//! Invoices and credit notes (T-04). What is posted never changes: statements here touch drafts only, and
//! triggers refuse anything else.

mod card;
mod circumstance;
mod credit;
mod draft;
mod list;
mod post;
mod record;
mod series;

pub use card::{Card, INVOICED, card, card_number, invoiced};
pub use circumstance::died;
pub use credit::{CREDITED, CREDITS, Credit, Credited, credited, credits_of};
pub use draft::{Draft, DraftLine, OF_CARD, add, drop, of_card, replace};
pub use list::{
    BY_NUMBER, Listed, OF_CONTACT, OF_DEPARTMENT, OF_KIND, POSTED_OF_CONTACT, PageOf, Place, Posted,
    by_number, count, of_contact, page, posted_of_contact,
};
pub use post::{Posting, post};
pub use record::{Invoice, LINES, Line, lines, load, vat};
pub use series::{Begun, IN_USE, begin, next_numbers};

use crate::table::{Column, Parent, Table, Witness, Written, essential, impersonal};

const INVOICE: Parent = Parent { key: "invoice_id", table: "invoice" };

/// What a person is charged is theirs to know, though no erasure asks for numbers.
const SUMS: &[Column] = &[
    essential("net", "Net").written(Written::Money),
    essential("vat", "VAT").written(Written::Money),
    essential("total", "Total").written(Written::Money),
    essential("mileage", "Mileage")
        .read_as("CASE invoice.mileage WHEN 0 THEN '' ELSE CAST(invoice.mileage AS TEXT) END"),
];
const PRICES: &[Column] = &[
    essential("quantity", "Quantity").written(Written::Quantity),
    essential("unit_price", "Price for one").written(Written::Money),
    essential("net", "Net").written(Written::Money),
];

/// The tables of this noun, parts before the invoice. A posted invoice stands against an erasure (D-21), so that
/// what is deleted with a contact are drafts.
pub const TABLES: &[Table] = &[
    Table::parts_of("invoice_vat", INVOICE, "sums of VAT", &[impersonal("vat_rate")]).witnessed(
        Witness::of("sum of VAT", &["invoice_id", "vat_rate", "vat_percent", "net", "vat"]).guessable(),
    ),
    Table::parts_of(
        "invoice_line",
        INVOICE,
        "lines of invoices",
        &[
            essential("kind", "Kind").written(Written::Word),
            essential("part_number", "Part number"),
            essential("description", "Work or part"),
            impersonal("vat_rate"),
        ],
    )
    .also(PRICES)
    .ordered_by("invoice_id, position")
    .witnessed(
        Witness::of(
            "line of an invoice",
            &[
                "invoice_id",
                "position",
                "kind",
                "part_id",
                "part_number",
                "credits_line_id",
                "description",
                "quantity",
                "unit_price",
                "net",
                "vat_rate",
                "vat_percent",
            ],
        )
        .guessable(),
    ),
    Table::of_contacts(
        "invoice",
        "contact_id",
        "invoices",
        &[
            essential("number", "Number"),
            essential("kind", "Kind").written(Written::Word),
            impersonal("department"),
            essential("status", "Status").written(Written::Word),
            essential("name", "Name"),
            essential("address", "Address"),
            essential("registration", "Registration"),
            essential("vehicle", "Vehicle"),
            essential("reason", "Reason"),
            essential("posted_on", "Date").written(Written::Day),
            essential("due_on", "Due").written(Written::Day),
            impersonal("posted_at").shown("Posted", Written::Moment),
            impersonal("posted_by").shown("Posted by", Written::Actor),
            impersonal("created_at").shown("Created", Written::Moment),
            impersonal("changed_at").shown("Last changed", Written::Moment),
            impersonal("changed_by").shown("Last changed by", Written::Actor),
        ],
    )
    .also(SUMS)
    .witnessed(
        Witness::of(
            "invoice",
            &[
                "version",
                "kind",
                "department",
                "status",
                "number",
                "contact_id",
                "vehicle_id",
                "job_card_id",
                "credits_id",
                "name",
                "address",
                "registration",
                "vehicle",
                "mileage",
                "reason",
                "net",
                "vat",
                "total",
                "posted_on",
                "due_on",
                "posted_at",
                "posted_by",
                "created_at",
                "changed_at",
                "changed_by",
            ],
        )
        .guessable(),
    ),
    Table::of_nobody("invoice_series", &[impersonal("series")]).witnessed(Witness::by_word(
        "series of numbers",
        "series",
        &["next"],
    )),
];
