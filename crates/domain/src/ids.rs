//! Ids: one newtype per noun, so that an employee's id cannot be passed for a contact's.
//!
//! Ids travel as strings, because a JSON number loses digits above 2^53, and are
//! branded in TypeScript.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The text handed in is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $brand:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
        #[ts(type = $brand)]
        pub struct $name(i64);

        impl $name {
            /// Wraps the row number the database gave out.
            #[must_use]
            pub const fn new(row: i64) -> Self {
                Self(row)
            }

            /// The row number.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                match text.trim().parse::<i64>() {
                    Ok(row) if row > 0 => Ok(Self(row)),
                    _ => Err(NotAnId),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

id!(
    /// A contact of the dealership. Never reused, so an erased person's id names nobody else.
    ContactId,
    r#"string & { readonly id: "contact" }"#
);
id!(
    /// A member of staff who signs in.
    EmployeeId,
    r#"string & { readonly id: "employee" }"#
);
id!(
    /// A computer at the dealership (the erasure log names it, D-23).
    WorkstationId,
    r#"string & { readonly id: "workstation" }"#
);
id!(
    /// One import of contacts from a file.
    ImportId,
    r#"string & { readonly id: "import" }"#
);
id!(
    /// One line of the Report Audit (D-32).
    ReportId,
    r#"string & { readonly id: "report" }"#
);
id!(
    /// One line of the erasure log (D-23).
    ErasureId,
    r#"string & { readonly id: "erasure" }"#
);
id!(
    /// A vehicle, whoever keeps it (T-01).
    VehicleId,
    r#"string & { readonly id: "vehicle" }"#
);
id!(
    /// A technician, a ramp or a car of the workshop (T-03).
    ResourceId,
    r#"string & { readonly id: "resource" }"#
);
id!(
    /// A booking of the workshop.
    BookingId,
    r#"string & { readonly id: "booking" }"#
);
id!(
    /// A job card: the Service Record.
    JobCardId,
    r#"string & { readonly id: "job_card" }"#
);
id!(
    /// A part on the shelf (T-09).
    PartId,
    r#"string & { readonly id: "part" }"#
);
id!(
    /// An invoice or credit note, draft or posted (T-04).
    InvoiceId,
    r#"string & { readonly id: "invoice" }"#
);
id!(
    /// One line of a job card.
    JobLineId,
    r#"string & { readonly id: "job_line" }"#
);
id!(
    /// A line of an invoice, by which a credit note names it.
    InvoiceLineId,
    r#"string & { readonly id: "invoice_line" }"#
);
