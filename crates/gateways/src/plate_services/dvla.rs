//! DVLA's vehicle enquiry service: the plate in the body of a POST, the key in a header.

use super::{answer, refusal, said};
use forecourt_dispatch::plates::{Enquiry, NotLookedUp};
use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// What of its answer is read. Each part may be missing, and one that has another form is.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Body {
    registration_number: Value,
    make: Value,
    colour: Value,
    fuel_type: Value,
    year_of_manufacture: Value,
    month_of_first_registration: Value,
    tax_status: Value,
    tax_due_date: Value,
    mot_status: Value,
    mot_expiry_date: Value,
    #[serde(rename = "dateOfLastV5CIssued")]
    last_v5c: Value,
    marked_for_export: Value,
}

pub(super) async fn enquire(
    client: &Client,
    address: &str,
    plate: &str,
    key: &Zeroizing<String>,
) -> Result<Enquiry, NotLookedUp> {
    let request = client
        .post(address)
        .header("x-api-key", said::header(key)?)
        .header(CONTENT_TYPE, "application/json")
        .header(ACCEPT, "application/json")
        .body(json!({ "registrationNumber": plate }).to_string());
    match answer("DVLA", request).await? {
        (StatusCode::OK, text) => read(&text, plate).ok_or(NotLookedUp::Nonsense),
        (status, _) => Err(refusal(status)),
    }
}

/// `None` for what is no answer about this plate.
fn read(text: &str, plate: &str) -> Option<Enquiry> {
    let body: Body = serde_json::from_str(text).ok()?;
    said::is_about(&body.registration_number, plate).then(|| Enquiry {
        make: said::words(&body.make),
        colour: said::words(&body.colour),
        fuel: said::words(&body.fuel_type),
        year: body.year_of_manufacture.as_i64().and_then(said::year),
        first_registered: said::month(&body.month_of_first_registration),
        tax_status: said::words(&body.tax_status),
        tax_due: said::date(&body.tax_due_date),
        mot_status: said::words(&body.mot_status),
        mot_expiry: said::date(&body.mot_expiry_date),
        last_v5c: said::date(&body.last_v5c),
        marked_for_export: body.marked_for_export.as_bool(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_another_form_is_missing_and_costs_nothing_else() {
        let text = r#"{"registrationNumber":"EU56JEC","make":7,"colour":"BLUE","yearOfManufacture":"old",
                       "motExpiryDate":"soon","dateOfLastV5CIssued":"2026-09-02","markedForExport":"no"}"#;
        let read = read(text, "EU56JEC").unwrap();
        let expected = Enquiry {
            colour: Some("BLUE".into()),
            last_v5c: "2026-09-02".parse().ok(),
            ..Enquiry::default()
        };
        assert_eq!(read, expected);
    }

    #[test]
    fn an_answer_about_another_plate_is_none() {
        assert_eq!(read(r#"{"registrationNumber":"EU56JED","make":"FORD"}"#, "EU56JEC"), None);
        assert_eq!(read(r#"{"make":"FORD"}"#, "EU56JEC"), None);
        assert_eq!(read("[1]", "EU56JEC"), None);
        assert_eq!(read("<html>", "EU56JEC"), None);
    }
}
