//! DVSA's MOT history: a token for client id and secret, then one question with the token and the API key.
//!
//! This register takes the plate at the end of its address and in no other way. The address goes through the
//! encrypted connection only, and is neither logged nor put into an error.

use super::{PlateServices, answer, refusal, said};
use forecourt_dispatch::plates::{DvsaKeys, MotHistory, NotLookedUp, Reading, Recalled};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use serde_json::Value;
use std::fmt::Write as _;
use std::sync::PoisonError;
use zeroize::Zeroizing;

const SCOPE: &str = "https://tapi.dvsa.gov.uk/.default";

/// Miles of a kilometre, as a fraction: an odometer of an imported car counts those.
const MILES: (i64, i64) = (1_000_000, 1_609_344);

/// A token and for which keys it was given.
pub(super) struct Token {
    of: DvsaKeys,
    text: Zeroizing<String>,
}

#[derive(Deserialize)]
struct Given {
    access_token: String,
}

/// What of its answer is read. Each part may be missing, and one that has another form is.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Body {
    registration: Value,
    make: Value,
    model: Value,
    primary_colour: Value,
    fuel_type: Value,
    first_used_date: Value,
    mot_test_due_date: Value,
    has_outstanding_recall: Value,
    mot_tests: Vec<Test>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Test {
    completed_date: Value,
    test_result: Value,
    expiry_date: Value,
    odometer_value: Value,
    odometer_unit: Value,
    odometer_result_type: Value,
}

pub(super) async fn history(
    of: &PlateServices,
    client: &Client,
    plate: &str,
    keys: &DvsaKeys,
) -> Result<MotHistory, NotLookedUp> {
    if let Some(token) = kept(of, keys) {
        match ask(of, client, plate, keys, &token).await {
            // It ran out, and nothing else may have: once more with a new one.
            Err(NotLookedUp::KeyRefused) => keep(of, None),
            said => return said,
        }
    }
    let token = new_token(of, client, keys).await?;
    let said = ask(of, client, plate, keys, &token).await;
    if !matches!(said, Err(NotLookedUp::KeyRefused)) {
        keep(of, Some(Token { of: keys.clone(), text: token }));
    }
    said
}

fn kept(of: &PlateServices, keys: &DvsaKeys) -> Option<Zeroizing<String>> {
    let token = of.token.lock().unwrap_or_else(PoisonError::into_inner);
    token.as_ref().filter(|token| token.of == *keys).map(|token| token.text.clone())
}

fn keep(of: &PlateServices, token: Option<Token>) {
    *of.token.lock().unwrap_or_else(PoisonError::into_inner) = token;
}

async fn new_token(
    of: &PlateServices,
    client: &Client,
    keys: &DvsaKeys,
) -> Result<Zeroizing<String>, NotLookedUp> {
    let mut form = Zeroizing::new(String::from("grant_type=client_credentials"));
    let parts = [
        ("client_id", &*keys.client_id),
        ("client_secret", &*keys.client_secret),
        ("scope", &SCOPE.to_owned()),
    ];
    for (name, value) in parts {
        let _ = write!(form, "&{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC));
    }
    let request = client
        .post(&of.addresses.dvsa_token)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(ACCEPT, "application/json")
        .body(form.to_string());
    match answer("DVSA", request).await? {
        (StatusCode::OK, text) => {
            let text = Zeroizing::new(text);
            let given: Given = serde_json::from_str(&text).map_err(|_| NotLookedUp::Nonsense)?;
            Ok(Zeroizing::new(given.access_token))
        }
        // Here 400 says that there is no such client.
        (StatusCode::BAD_REQUEST, _) => Err(NotLookedUp::KeyRefused),
        (StatusCode::NOT_FOUND, _) => Err(NotLookedUp::Nonsense),
        (status, _) => Err(refusal(status)),
    }
}

async fn ask(
    of: &PlateServices,
    client: &Client,
    plate: &str,
    keys: &DvsaKeys,
    token: &Zeroizing<String>,
) -> Result<MotHistory, NotLookedUp> {
    let bearer = Zeroizing::new(format!("Bearer {}", token.as_str()));
    let request = client
        .get(format!("{}{plate}", of.addresses.dvsa))
        .header(AUTHORIZATION, said::header(&bearer)?)
        .header("X-API-Key", said::header(&keys.api_key)?)
        .header(ACCEPT, "application/json");
    match answer("DVSA", request).await? {
        (StatusCode::OK, text) => read(&text, plate).ok_or(NotLookedUp::Nonsense),
        (status, _) => Err(refusal(status)),
    }
}

/// `None` for what is no answer about this plate.
fn read(text: &str, plate: &str) -> Option<MotHistory> {
    let body: Body = serde_json::from_str(text).ok()?;
    let passed = body.mot_tests.iter().filter(|test| test.test_result == "PASSED");
    let mot_expiry = passed.filter_map(|test| said::date(&test.expiry_date)).max();
    said::is_about(&body.registration, plate).then(|| MotHistory {
        make: said::words(&body.make),
        model: said::words(&body.model),
        colour: said::words(&body.primary_colour),
        fuel: said::words(&body.fuel_type),
        first_used: said::date(&body.first_used_date),
        mot_expiry,
        mot_test_due: said::date(&body.mot_test_due_date),
        mileage: body.mot_tests.iter().filter_map(reading).max_by_key(|reading| reading.on),
        recall: body.has_outstanding_recall.as_str().and_then(recall),
    })
}

fn reading(test: &Test) -> Option<Reading> {
    if test.odometer_result_type.as_str().is_some_and(|kind| kind != "READ") {
        return None;
    }
    let value = said::number(&test.odometer_value)?;
    let miles = match test.odometer_unit.as_str()?.to_ascii_uppercase().as_str() {
        "MI" => value,
        "KM" => (value * MILES.0 + MILES.1 / 2) / MILES.1,
        _ => return None,
    };
    Some(Reading { miles, on: said::date(&test.completed_date)? })
}

fn recall(word: &str) -> Option<Recalled> {
    match word {
        "Yes" => Some(Recalled::Yes),
        "No" => Some(Recalled::No),
        "Unknown" => Some(Recalled::Unknown),
        "Unavailable" => Some(Recalled::Unavailable),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_reading_and_the_last_pass_count_whatever_their_order() {
        let text = r#"{"registration":"EU56JEC","make":"FORD","model":"FOCUS","firstUsedDate":"2006-11-03",
            "hasOutstandingRecall":"Unavailable","motTests":[
            {"completedDate":"2025-11-29T09:10:00.000Z","testResult":"FAILED","odometerValue":"88001",
             "odometerUnit":"MI","odometerResultType":"READ"},
            {"completedDate":"2025-11-30T09:10:00.000Z","testResult":"PASSED","expiryDate":"2026-11-30",
             "odometerValue":"","odometerUnit":null,"odometerResultType":"NO_ODOMETER"},
            {"completedDate":"2024-11-12T09:10:00.000Z","testResult":"PASSED","expiryDate":"2025-11-29",
             "odometerValue":"100000","odometerUnit":"KM","odometerResultType":"READ"}]}"#;
        let read = read(text, "EU56JEC").unwrap();
        assert_eq!(read.mot_expiry, "2026-11-30".parse().ok());
        assert_eq!(read.mileage, Some(Reading { miles: 88_001, on: "2025-11-29".parse().unwrap() }));
        assert_eq!(read.recall, Some(Recalled::Unavailable));
        assert_eq!(read.mot_test_due, None);
    }

    #[test]
    fn kilometres_are_told_in_miles() {
        let test = |unit: &str| Test {
            completed_date: "2025-11-29".into(),
            odometer_value: "100000".into(),
            odometer_unit: unit.into(),
            ..Test::default()
        };
        assert_eq!(reading(&test("km")).unwrap().miles, 62_137);
        assert_eq!(reading(&test("MI")).unwrap().miles, 100_000);
        assert_eq!(reading(&test("furlongs")), None);
    }
}
