//! Vehicles (T-01): the record of each, who keeps it and who did, the plates it bore, its mileage.

mod change;
pub mod find;
mod forget;
mod hands;
mod kept;
pub mod list;
mod whole;

use crate::table::{Column, Table, Witness, Written, impersonal, personal};

pub use change::{Followed, Handed, Transfer, add, hand_over, looked_up, move_plate, read_mileage, update};
pub use find::{by_plate, by_vin};
pub(crate) use forget::{ever_kept, forget_unkept, forget_unkept_of_import};
pub(crate) use kept::{put, replace};
pub use whole::{
    DEALT, FormerPlate, KEEPERS, Keeper, PLATES, READINGS, Reading, Vehicle, called, keepers, last_dealing,
    load, plates, readings,
};

/// What the vehicle of a row says.
macro_rules! of_vehicle {
    ($column:literal) => {
        concat!("(SELECT v.", $column, " FROM vehicle v WHERE v.id = vehicle_keeper.vehicle_id)")
    };
}

/// Whose a vehicle is goes with the keeper: it stands before the contact in what an erasure deletes by.
pub const KEEPER_TABLES: &[Table] = &[Table::of_contacts(
    "vehicle_keeper",
    "contact_id",
    "vehicles",
    &[
        impersonal("since").shown("Keeper since", Written::Day),
        impersonal("until").shown("Keeper until", Written::Day),
        impersonal("confirmed_on").shown("Last said to be theirs", Written::Day),
    ],
)
.ordered_by("position")
.also(&[
    personal_of("registration", "Registration", of_vehicle!("registration")),
    personal_of("vin", "VIN", of_vehicle!("vin")),
    personal_of("make", "Make", of_vehicle!("make")),
    personal_of("model", "Model", of_vehicle!("model")),
    personal_of("mot_due", "MOT due", of_vehicle!("mot_due")).written(Written::Day),
    personal_of("service_due", "Service due", of_vehicle!("service_due")).written(Written::Day),
    personal_of("no_service_contact", "Reminders about it", NO_SERVICE_CONTACT),
])
.vouched("the first plate stands in the contact too, which has a digest; the others are not vouched for")];

const NO_SERVICE_CONTACT: &str =
    "(SELECT CASE WHEN v.no_service_contact <> 0 THEN 'No service contact' ELSE '' END
     FROM vehicle v WHERE v.id = vehicle_keeper.vehicle_id)";

/// A vehicle says nothing of people; one that nobody keeps and no document names goes with its last keeper.
pub const TABLES: &[Table] = &[
    Table::of_nobody("vehicle_mileage", &[impersonal("read_on"), impersonal("source")])
        .vouched("readings are told and typed, and nothing is decided by them"),
    Table::of_nobody(
        "vehicle_plate",
        &[impersonal("registration"), impersonal("plate"), impersonal("since"), impersonal("until")],
    )
    .vouched("nothing is decided by a plate that a vehicle bore before"),
    Table::of_nobody(
        "vehicle",
        &[
            impersonal("registration"),
            impersonal("plate"),
            impersonal("plate_since"),
            impersonal("vin"),
            impersonal("vin_back"),
            impersonal("make"),
            impersonal("model"),
            impersonal("colour"),
            impersonal("fuel"),
            impersonal("first_registered"),
            impersonal("mot_due"),
            impersonal("mot_was_due"),
            impersonal("service_due"),
            impersonal("last_v5c"),
            impersonal("recall"),
            impersonal("recall_on"),
            impersonal("looked_up_at"),
            impersonal("created_at"),
            impersonal("changed_at"),
            impersonal("changed_by"),
        ],
    )
    .witnessed(
        Witness::of(
            "vehicle",
            &[
                "version",
                "mot_due",
                "service_due",
                "last_v5c",
                "recall",
                "recall_on",
                "no_service_contact",
                "mot_was_due",
            ],
        )
        .facts("facts that decide what may be sent")
        .without(&[
            ("registration", PLATE),
            ("plate", PLATE),
            ("plate_since", PLATE),
            ("vin", PLATE),
            ("vin_back", PLATE),
            ("make", LOOKS),
            ("model", LOOKS),
            ("colour", LOOKS),
            ("fuel", LOOKS),
            ("first_registered", LOOKS),
            ("looked_up_at", LOOKS),
            ("import_id", LOOKS),
            ("created_at", LOOKS),
            ("changed_at", LOOKS),
            ("changed_by", LOOKS),
        ])
        .where_told(),
    ),
];

const PLATE: &str = "could be guessed from a digest, which would outlive the keeper's erasure";
const LOOKS: &str = "decides nothing";

const fn personal_of(name: &'static str, words: &'static str, sql: &'static str) -> Column {
    personal(name, words).read_as(sql)
}
