//! What both registers say of a vehicle, put together. DVLA keeps the register; the model, the tests and the
//! mileage only DVSA knows.

use super::spelling::spelled;
use chrono::NaiveDate;
use forecourt_dispatch::plates::{Enquiry, MotHistory, PlateAnswers, Recalled};
use serde::Serialize;
use ts_rs::TS;

/// Is there a safety recall that was not seen to?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecallFact {
    Yes,
    No,
    /// The maker does not say.
    Unknown,
    /// It could not be asked for.
    Unavailable,
}

impl From<Recalled> for RecallFact {
    fn from(said: Recalled) -> Self {
        match said {
            Recalled::Yes => Self::Yes,
            Recalled::No => Self::No,
            Recalled::Unknown => Self::Unknown,
            Recalled::Unavailable => Self::Unavailable,
        }
    }
}

/// The mileage at the last MOT test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MileageFact {
    #[ts(type = "number")]
    pub miles: i64,
    /// The day of the test.
    #[ts(as = "String")]
    pub on: NaiveDate,
}

/// What is known of a vehicle. What nobody said is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlateFacts {
    pub make: Option<String>,
    pub model: Option<String>,
    pub colour: Option<String>,
    pub fuel: Option<String>,
    /// The year it was made.
    pub year: Option<i32>,
    /// A month, as `2011-11`: DVLA tells no day.
    pub first_registered: Option<String>,
    #[ts(as = "Option<String>")]
    pub first_used: Option<NaiveDate>,
    /// As DVLA words it.
    pub tax_status: Option<String>,
    #[ts(as = "Option<String>")]
    pub tax_due: Option<NaiveDate>,
    /// As DVLA words it.
    pub mot_status: Option<String>,
    /// When the next test is due: the end of the last one that was passed, or the day of the first.
    #[ts(as = "Option<String>")]
    pub mot_due: Option<NaiveDate>,
    /// The day of the first test, of a vehicle that had none.
    #[ts(as = "Option<String>")]
    pub mot_test_due: Option<NaiveDate>,
    /// When the last V5C was issued.
    #[ts(as = "Option<String>")]
    pub last_v5c: Option<NaiveDate>,
    pub marked_for_export: Option<bool>,
    pub mileage: Option<MileageFact>,
    pub recall: Option<RecallFact>,
}

impl From<PlateAnswers> for PlateFacts {
    fn from(said: PlateAnswers) -> Self {
        let of_dvla: Enquiry = said.dvla.unwrap_or_default();
        let of_dvsa: MotHistory = said.dvsa.unwrap_or_default();
        let spelled = |text: Option<String>| text.map(|text| spelled(&text));
        Self {
            make: spelled(of_dvla.make.or(of_dvsa.make)),
            model: spelled(of_dvsa.model),
            colour: spelled(of_dvla.colour.or(of_dvsa.colour)),
            fuel: spelled(of_dvla.fuel.or(of_dvsa.fuel)),
            year: of_dvla.year,
            first_registered: of_dvla.first_registered,
            first_used: of_dvsa.first_used,
            tax_status: of_dvla.tax_status,
            tax_due: of_dvla.tax_due,
            mot_status: of_dvla.mot_status,
            // A test of this morning is at DVSA first.
            mot_due: of_dvla.mot_expiry.max(of_dvsa.mot_expiry).or(of_dvsa.mot_test_due),
            mot_test_due: of_dvsa.mot_test_due,
            last_v5c: of_dvla.last_v5c,
            marked_for_export: of_dvla.marked_for_export,
            mileage: of_dvsa.mileage.map(|read| MileageFact { miles: read.miles, on: read.on }),
            recall: of_dvsa.recall.map(Into::into),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_dispatch::plates::NotLookedUp;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_later_end_of_an_mot_counts() {
        let facts = |dvla: Option<NaiveDate>, dvsa: Option<NaiveDate>, first: Option<NaiveDate>| {
            let said = PlateAnswers {
                dvla: Ok(Enquiry { mot_expiry: dvla, ..Enquiry::default() }),
                dvsa: Ok(MotHistory { mot_expiry: dvsa, mot_test_due: first, ..MotHistory::default() }),
            };
            PlateFacts::from(said).mot_due
        };
        assert_eq!(facts(day("2026-11-30"), day("2027-11-30"), None), day("2027-11-30"));
        assert_eq!(facts(day("2027-11-30"), day("2026-11-30"), None), day("2027-11-30"));
        assert_eq!(facts(None, None, day("2029-03-01")), day("2029-03-01"));
        assert_eq!(facts(None, None, None), None);
    }

    #[test]
    fn one_register_is_enough() {
        let dvsa = MotHistory { make: Some("FORD".into()), ..MotHistory::default() };
        let said = PlateAnswers { dvla: Err(NotLookedUp::Down), dvsa: Ok(dvsa) };
        let expected = PlateFacts { make: Some("Ford".into()), ..PlateFacts::default() };
        assert_eq!(PlateFacts::from(said), expected);
    }
}
