//! Vehicles (T-01): the record of each, who keeps it and who did, the plates it bore, its mileage.

mod kept;

use crate::engine::{Result, Tx};
use crate::table::{Column, Table, Witness, Written, impersonal, personal};
use crate::values;
use forecourt_domain::ids::VehicleId;

pub(crate) use kept::{ever_kept, forget_unkept, forget_unkept_of_import, put, replace};

const REGISTRATION: &str = "(SELECT v.registration FROM vehicle v WHERE v.id = vehicle_keeper.vehicle_id)";
const VIN: &str = "(SELECT v.vin FROM vehicle v WHERE v.id = vehicle_keeper.vehicle_id)";
const MAKE: &str = "(SELECT v.make FROM vehicle v WHERE v.id = vehicle_keeper.vehicle_id)";
const MODEL: &str = "(SELECT v.model FROM vehicle v WHERE v.id = vehicle_keeper.vehicle_id)";

/// Whose a vehicle is goes with the keeper: it stands before the contact in what an erasure deletes by.
pub const KEEPER_TABLES: &[Table] = &[Table::of_contacts(
    "vehicle_keeper",
    "contact_id",
    "vehicles",
    &[
        impersonal("since").shown("Keeper since", Written::Day),
        impersonal("until").shown("Keeper until", Written::Day),
    ],
)
.ordered_by("position")
.also(&[
    personal_of("registration", "Registration", REGISTRATION),
    personal_of("vin", "VIN", VIN),
    personal_of("make", "Make", MAKE),
    personal_of("model", "Model", MODEL),
])
.vouched("the first plate stands in the contact too, which has a digest; the others are not vouched for")];

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
            &["version", "mot_due", "service_due", "last_v5c", "recall", "recall_on", "no_service_contact"],
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

/// The vehicle that bears a plate now, by [`forecourt_domain::plate::key`].
pub fn by_plate(tx: &Tx<'_>, key: &str) -> Result<Option<VehicleId>> {
    tx.one("SELECT id FROM vehicle WHERE plate = ? AND plate <> ''", values![key], |row| {
        Ok(VehicleId::new(row.int(0)?))
    })
}
