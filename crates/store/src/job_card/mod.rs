//! Job cards: the Service Record (T-03).

mod card;
mod line;
mod list;
mod open;
mod paid;

pub use card::{Card, Changed, load, open_cards, set_status, update};
pub use line::{Line, LineWrite, Replaced, lines, replace_lines};
pub use list::{After, Chosen, Listed, OF_CONTACT, Which, count, of_contact, page, people, statement};
pub use open::{NewCard, of_booking, open};
pub use paid::{CardInvoice, invoice_of, invoicing};

use crate::table::{Column, Parent, Table, Witness, Written, impersonal, personal};

/// The tables of this noun, lines before the card they stand on.
pub const TABLES: &[Table] = &[
    Table::parts_of(
        "job_line",
        Parent { key: "job_card_id", table: "job_card" },
        "lines of job cards",
        &[
            personal("kind", "Kind").written(Written::Word),
            personal("description", "Work or part"),
            impersonal("vat_rate"),
        ],
    )
    .ordered_by("job_card_id, position")
    .also(&[said("card", "Job card", "(SELECT c.number FROM job_card c WHERE c.id = job_line.job_card_id)")])
    .vouched("a line may change until it is invoiced, and then stands in the invoice, which has digests"),
    Table::of_contacts(
        "job_card",
        "contact_id",
        "job cards",
        &[
            personal("number", "Job card"),
            personal("registration", "Registration").read_as(REGISTRATION),
            personal("status", "Status").written(Written::Word),
            personal("work", "Work asked for"),
            personal("notes", "Notes"),
            personal("opened_on", "Opened").written(Written::Day),
            personal("due_on", "Promised for").written(Written::Day),
            personal("ready_at", "Ready").written(Written::Moment),
            personal("collected_at", "Collected").written(Written::Moment),
            impersonal("created_at").shown("Created", Written::Moment),
            impersonal("changed_at").shown("Last changed", Written::Moment),
            impersonal("changed_by").shown("Last changed by", Written::Actor),
        ],
    )
    .also(&[said("mileage", "Mileage", "CASE mileage WHEN 0 THEN '' ELSE CAST(mileage AS TEXT) END")])
    .witnessed(
        Witness::of(
            "job card",
            &[
                "version",
                "number",
                "contact_id",
                "vehicle_id",
                "booking_id",
                "resource_id",
                "status",
                "mileage",
                "work",
                "notes",
                "opened_on",
                "due_on",
                "ready_at",
                "collected_at",
                "created_at",
                "changed_at",
                "changed_by",
                "registration",
            ],
        )
        .guessable(),
    ),
];

const REGISTRATION: &str =
    "coalesce((SELECT nullif(v.registration, '') FROM vehicle v WHERE v.id = job_card.vehicle_id),
    job_card.registration)";

/// What the access export shows beside the columns of text.
const fn said(name: &'static str, words: &'static str, sql: &'static str) -> Column {
    personal(name, words).read_as(sql)
}
