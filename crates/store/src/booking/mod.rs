//! Bookings of the workshop (T-03).

use crate::table::{Table, Witness, Written, impersonal, personal};

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_contacts(
    "booking",
    "contact_id",
    "service bookings",
    &[
        personal("day", "Day").written(Written::Day),
        personal("work", "Work asked for"),
        personal("notes", "Notes"),
        personal("status", "Status").written(Written::Word),
        impersonal("created_at").shown("Booked", Written::Moment),
        impersonal("changed_at").shown("Last changed", Written::Moment),
        impersonal("changed_by").shown("Last changed by", Written::Actor),
    ],
)
.witnessed(
    Witness::of(
        "booking",
        &[
            "version",
            "contact_id",
            "vehicle_id",
            "resource_id",
            "day",
            "starts",
            "minutes",
            "work",
            "notes",
            "status",
            "created_at",
            "changed_at",
            "changed_by",
        ],
    )
    .guessable(),
)];
