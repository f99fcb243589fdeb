//! DVLA and DVSA pretended on this computer (T-02): they answer what a test says, and keep every byte of what
//! they were asked.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Where each stands.
pub const DVLA: &str = "/vehicle-enquiry/v1/vehicles";
pub const DVSA_TOKEN: &str = "/oauth2/v2.0/token";
pub const DVSA: &str = "/v1/trade/vehicles/registration/";

/// The keys that they accept.
pub const DVLA_KEY: &str = "dvla-key-7h3mZ";
pub const CLIENT_ID: &str = "2f1c9d0e-client";
pub const CLIENT_SECRET: &str = "s3cret~with/signs+&=";
pub const API_KEY: &str = "dvsa-key-Q9x";

/// What a register answers.
#[derive(Clone)]
pub enum Answer {
    /// A status and its text.
    Says(u16, String),
    /// A redirection to there.
    Elsewhere(String),
    /// Nothing, for so long.
    Silent(Duration),
    /// It hangs up.
    HangsUp,
    /// One byte now and then, without an end.
    Drips,
}

/// One request.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    pub path: String,
    /// Names in small letters.
    pub headers: HashMap<String, String>,
    pub body: String,
}

#[derive(Default)]
struct State {
    asked: Vec<Asked>,
    /// By the beginning of the path; where nothing is said, the answer of the documentation.
    answers: HashMap<&'static str, Answer>,
    tokens: u32,
}

/// Both registers at one address.
pub struct Registers {
    at: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Registers {
    /// Opens them; they answer until the program ends.
    ///
    /// # Panics
    /// When this computer lends no address.
    #[must_use]
    pub fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on loopback");
        let at = listener.local_addr().expect("an address");
        let state = Arc::<Mutex<State>>::default();
        let theirs = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&theirs);
                thread::spawn(move || serve(stream, &state));
            }
        });
        Self { at, state }
    }

    /// Where they are.
    #[must_use]
    pub const fn at(&self) -> SocketAddr {
        self.at
    }

    /// From now on the register of this path answers so.
    pub fn answer(&self, path: &'static str, answer: Answer) {
        self.state.lock().expect("the registers").answers.insert(path, answer);
    }

    /// Answers as documented again.
    pub fn mend(&self) {
        self.state.lock().expect("the registers").answers.clear();
    }

    /// What they were asked since the last time.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.state.lock().expect("the registers").asked)
    }
}

/// A Ford Focus, as DVLA documents its answer.
#[must_use]
pub fn enquiry(plate: &str) -> Value {
    json!({
        "registrationNumber": plate, "taxStatus": "Taxed", "taxDueDate": "2027-03-01", "motStatus": "Valid",
        "motExpiryDate": "2026-11-30", "make": "FORD", "monthOfFirstRegistration": "2006-11",
        "yearOfManufacture": 2006, "engineCapacity": 1596, "co2Emissions": 159, "fuelType": "PETROL",
        "markedForExport": false, "colour": "BLUE", "typeApproval": "M1", "wheelplan": "2 AXLE RIGID BODY",
        "revenueWeight": 1640, "realDrivingEmissions": "1", "dateOfLastV5CIssued": "2026-09-02",
        "euroStatus": "EURO 4", "automatedVehicle": false,
    })
}

/// The same, as DVSA documents it.
#[must_use]
pub fn history(plate: &str) -> Value {
    json!({
        "registration": plate, "make": "FORD", "model": "FOCUS ZETEC", "firstUsedDate": "2006-11-17",
        "fuelType": "Petrol", "primaryColour": "Blue", "registrationDate": "2006-11-17",
        "manufactureDate": "2006-10-01", "engineSize": "1596", "hasOutstandingRecall": "Yes",
        "motTests": [
            { "registrationAtTimeOfTest": plate, "motTestNumber": "561565612345", "dataSource": "DVSA",
              "completedDate": "2025-12-01T10:22:13.000Z", "testResult": "PASSED", "expiryDate": "2027-11-30",
              "odometerValue": "88120", "odometerUnit": "MI", "odometerResultType": "READ",
              "defects": [{ "dangerous": false, "text": "Tyre worn close to legal limit", "type": "ADVISORY" }] },
            { "registrationAtTimeOfTest": plate, "motTestNumber": "561565612344", "dataSource": "DVSA",
              "completedDate": "2025-11-28T09:00:00.000Z", "testResult": "FAILED", "expiryDate": null,
              "odometerValue": "88101", "odometerUnit": "MI", "odometerResultType": "READ", "defects": [] },
        ],
    })
}

fn serve(mut stream: TcpStream, state: &Mutex<State>) {
    let Some(asked) = read(&stream) else { return };
    let answer = {
        let mut state = state.lock().expect("the registers");
        state.asked.push(asked.clone());
        let told = state.answers.iter().find(|(path, _)| asked.path.starts_with(**path));
        let told = told.map(|(_, answer)| answer.clone());
        told.unwrap_or_else(|| documented(&asked, &mut state))
    };
    let (status, text, more) = match answer {
        Answer::Says(status, text) => (status, text, String::new()),
        Answer::Elsewhere(to) => (307, String::new(), format!("Location: {to}\r\n")),
        Answer::Silent(how_long) => return thread::sleep(how_long),
        Answer::HangsUp => return,
        Answer::Drips => return drip(stream),
    };
    let head = format!(
        "HTTP/1.1 {status} As Told\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{more}Connection: close\r\n\r\n",
        text.len()
    );
    let _ = stream.write_all(format!("{head}{text}").as_bytes());
}

fn drip(mut stream: TcpStream) {
    let _ =
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{");
    while stream.write_all(b" ").is_ok() {
        thread::sleep(Duration::from_millis(50));
    }
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut lines = BufReader::new(stream);
    let mut line = String::new();
    lines.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    lines.read_exact(&mut body).ok()?;
    Some(Asked { method, path, headers, body: String::from_utf8(body).ok()? })
}

/// What the documentation says they answer.
fn documented(asked: &Asked, state: &mut State) -> Answer {
    let says = |status, value: Value| Answer::Says(status, value.to_string());
    let has = |name: &str, value: &str| asked.headers.get(name).is_some_and(|said| said == value);
    match (asked.method.as_str(), asked.path.as_str()) {
        ("POST", DVLA) if !has("x-api-key", DVLA_KEY) => says(403, json!({ "message": "Forbidden" })),
        ("POST", DVLA) => {
            let body: Value = serde_json::from_str(&asked.body).unwrap_or_default();
            let plate = body["registrationNumber"].as_str().unwrap_or_default();
            if is_known(plate) { says(200, enquiry(plate)) } else { says(404, not_found()) }
        }
        ("POST", DVSA_TOKEN) => {
            let secret = "client_secret=s3cret%7Ewith%2Fsigns%2B%26%3D";
            if !asked.body.contains(secret) {
                return says(401, json!({ "error": "invalid_client", "error_description": "AADSTS7000215" }));
            }
            state.tokens += 1;
            let token = format!("token-{}", state.tokens);
            says(200, json!({ "token_type": "Bearer", "expires_in": 3599, "access_token": token }))
        }
        ("GET", path) if path.starts_with(DVSA) => {
            let bearer = format!("Bearer token-{}", state.tokens);
            if !has("x-api-key", API_KEY) {
                return says(403, json!({ "errorCode": "MOTH-FB-02", "errorMessage": "Invalid API key" }));
            }
            if !has("authorization", &bearer) {
                return says(401, json!({ "errorCode": "MOTH-UA-01", "errorMessage": "Unauthorised" }));
            }
            let plate = path.trim_start_matches(DVSA);
            if is_known(plate) { says(200, history(plate)) } else { says(404, not_found()) }
        }
        _ => says(400, json!({ "message": "Bad Request" })),
    }
}

/// Every plate but one, so that a test may choose its own.
fn is_known(plate: &str) -> bool {
    plate != "AA19AAA"
}

fn not_found() -> Value {
    let error = json!({ "status": "404", "code": "404", "title": "Vehicle Not Found",
                        "detail": "Record for vehicle not found" });
    json!({ "errors": [error], "errorCode": "MOTH-NF-01", "errorMessage": "Vehicle not found" })
}
