//! Job cards: the Service Record (T-03).

use crate::table::{Parent, Table, Witness, Written, impersonal, personal};

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
    .vouched("a line may change until it is invoiced, and then stands in the invoice, which has digests"),
    Table::of_contacts(
        "job_card",
        "contact_id",
        "job cards",
        &[
            personal("number", "Job card"),
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
            ],
        )
        .guessable(),
    ),
];
