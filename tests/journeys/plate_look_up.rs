//! Plate look-up (T-02), against registers that are pretended on this computer.

use forecourt_dispatch::Code;
use forecourt_dispatch::ports::KeychainProblem;
use forecourt_domain::rights::Right;
use forecourt_gateways::plate_services::PlateServices;
use forecourt_tests::app::TestApp;
use forecourt_tests::registers::{
    API_KEY, Answer, CLIENT_ID, CLIENT_SECRET, DVLA, DVLA_KEY, DVSA, DVSA_TOKEN, Registers,
};
use serde_json::{Value, json};
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Long enough for this computer, short enough for a test.
const LIMIT: Duration = Duration::from_secs(2);

fn app_at(at: SocketAddr) -> TestApp {
    let services = PlateServices::pretended(at, LIMIT).expect("an address on loopback");
    let app = TestApp::new().asking(Arc::new(services));
    app.sign_in("anna");
    app
}

fn keep_keys(app: &TestApp) {
    app.call("keep_dvla_key", json!({ "key": format!(" {DVLA_KEY}\n") }));
    app.call("keep_dvsa_keys", dvsa_keys());
}

fn dvsa_keys() -> Value {
    json!({ "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "api_key": API_KEY })
}

fn look_up(app: &TestApp, typed: &str) -> Value {
    app.call("look_up_plate", json!({ "registration": typed }))
}

#[test]
fn t02_both_registers_tell_what_they_know() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    keep_keys(&app);
    let said = look_up(&app, "eu56 jec");
    assert_eq!(said["registration"], "EU56 JEC");
    assert_eq!(said["not_looked_up"], Value::Null);
    let expected = json!({
        "make": "Ford", "model": "Focus Zetec", "colour": "Blue", "fuel": "Petrol", "year": 2006,
        "first_registered": "2006-11", "first_used": "2006-11-17", "tax_status": "Taxed", "tax_due": "2027-03-01",
        "mot_status": "Valid", "mot_due": "2027-11-30", "mot_test_due": null, "last_v5c": "2026-09-02",
        "marked_for_export": false, "mileage": { "miles": 88120, "on": "2025-12-01" }, "recall": "yes",
    });
    assert_eq!(said["facts"], expected);
    for register in said["registers"].as_array().unwrap() {
        assert_eq!(register["problem"], Value::Null, "{said}");
    }
}

/// DVLA takes it in the body of a POST. DVSA's interface takes it at the end of the address and in no other way.
#[test]
fn t02_nothing_but_the_plate_leaves() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    keep_keys(&app);
    look_up(&app, "EU56 JEC");
    let asked = registers.asked();
    let of = |path: &str| {
        let mut found = asked.iter().filter(|one| one.path.starts_with(path));
        let one = found.next().unwrap_or_else(|| panic!("{path} was not asked"));
        assert!(found.next().is_none(), "{path} was asked twice");
        one
    };
    let dvla = of(DVLA);
    assert_eq!((dvla.method.as_str(), dvla.path.as_str()), ("POST", DVLA));
    assert_eq!(
        serde_json::from_str::<Value>(&dvla.body).unwrap(),
        json!({ "registrationNumber": "EU56JEC" })
    );
    assert_eq!(dvla.headers["x-api-key"], DVLA_KEY);
    let token = of(DVSA_TOKEN);
    assert!(
        token.body.starts_with("grant_type=client_credentials&client_id=2f1c9d0e%2Dclient&"),
        "{}",
        token.body
    );
    assert!(
        token.body.ends_with("&scope=https%3A%2F%2Ftapi%2Edvsa%2Egov%2Euk%2F%2Edefault"),
        "{}",
        token.body
    );
    assert!(!token.path.contains('?') && !token.headers.contains_key("x-api-key"));
    let dvsa = of(DVSA);
    assert_eq!((dvsa.method.as_str(), dvsa.body.as_str()), ("GET", ""));
    assert_eq!(dvsa.path, format!("{DVSA}EU56JEC"));
    assert_eq!(
        (dvsa.headers["x-api-key"].as_str(), dvsa.headers["authorization"].as_str()),
        (API_KEY, "Bearer token-1")
    );
    // Whoever asks is told by nothing else: no cookie, no referer, no name of the dealership, employee or computer.
    let usual =
        ["x-api-key", "authorization", "accept", "content-type", "content-length", "user-agent", "host"];
    for one in &asked {
        for (name, value) in &one.headers {
            assert!(usual.contains(&name.as_str()), "{name}: {value} left");
        }
        assert!(one.headers["user-agent"].starts_with("Forecourt/"));
    }
    // The token is good for the next question too.
    look_up(&app, "AB12 CDE");
    assert!(registers.asked().iter().all(|one| one.path != DVSA_TOKEN));
}

#[test]
fn t02_a_token_that_ran_out_is_asked_for_anew() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    keep_keys(&app);
    look_up(&app, "EU56 JEC");
    // Somebody else at the dealership was given one since: the pretended register knows the last only.
    registers.answer(DVSA, Answer::Says(401, "{}".into()));
    let said = look_up(&app, "EU56 JEC");
    assert_eq!(said["registers"][1]["problem"], "key_refused");
    registers.mend();
    assert_eq!(look_up(&app, "EU56 JEC")["facts"]["recall"], "yes");
}

#[test]
fn t02_every_failure_is_told_in_words_and_refuses_nothing() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    keep_keys(&app);
    let json = |text: &str| text.to_owned();
    let forbidden = || Answer::Says(403, json(r#"{"message":"Forbidden"}"#));
    let cases = [
        (Answer::Says(404, json("{}")), "not_found", "DVLA knows no vehicle of this registration"),
        (Answer::Says(400, json("{}")), "not_found", "DVLA knows no vehicle of this registration"),
        (
            forbidden(),
            "key_refused",
            "DVLA does not accept the key of this computer (Settings > System > Plate Look-up)",
        ),
        (
            Answer::Says(429, json("{}")),
            "too_often",
            "DVLA was asked too often, and answers again in a while",
        ),
        (Answer::Says(500, json("{}")), "down", "the service of DVLA is out of order"),
        (Answer::Says(503, json("<h1>Busy</h1>")), "down", "the service of DVLA is out of order"),
        (
            Answer::Says(200, json("<h1>Log in to the guest network</h1>")),
            "nonsense",
            "DVLA answered what Forecourt cannot read",
        ),
        (Answer::Says(200, json("[]")), "nonsense", "DVLA answered what Forecourt cannot read"),
        (Answer::Says(200, "x".repeat(2 << 20)), "nonsense", "DVLA answered what Forecourt cannot read"),
        (Answer::HangsUp, "no_connection", "DVLA could not be reached from this computer"),
        (Answer::Silent(LIMIT * 3), "no_answer", "DVLA did not answer in time"),
        (Answer::Drips, "no_answer", "DVLA did not answer in time"),
    ];
    for (answer, code, words) in cases {
        registers.answer(DVLA, answer);
        let begun = Instant::now();
        let said = look_up(&app, "EU56 JEC");
        assert!(begun.elapsed() < LIMIT * 2, "{code} took {:?}", begun.elapsed());
        let dvla = &said["registers"][0];
        assert_eq!((dvla["problem"].as_str(), dvla["words"].as_str()), (Some(code), Some(words)));
        // What the other register knows is there all the same.
        assert_eq!(
            (&said["facts"]["make"], &said["not_looked_up"]),
            (&"Ford".into(), &Value::Null),
            "{code}"
        );
    }
    // When the other has nothing to say either, one sentence says so.
    registers.answer(DVLA, Answer::Says(500, json("{}")));
    registers.answer(DVSA_TOKEN, Answer::Says(200, json("{}")));
    app.call("keep_dvsa_keys", json!({ "client_id": "a-new-one", "client_secret": "b", "api_key": "c" }));
    let said = look_up(&app, "EU56 JEC");
    assert_eq!(
        said["not_looked_up"],
        "Not looked up: the service of DVLA is out of order; DVSA answered what Forecourt cannot read."
    );
    assert!(said["facts"].as_object().unwrap().values().all(Value::is_null), "{said}");
}

#[test]
fn t02_dvsa_fails_in_each_of_its_two_steps() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    app.call("keep_dvsa_keys", dvsa_keys());
    let problem = |app: &TestApp| {
        let said = look_up(app, "EU56 JEC");
        assert_eq!(said["registers"][0]["problem"], "no_key");
        said["registers"][1]["problem"].clone()
    };
    for (path, answer, code) in [
        (DVSA_TOKEN, Answer::Says(400, r#"{"error":"unauthorized_client"}"#.into()), "key_refused"),
        (DVSA_TOKEN, Answer::Says(503, String::new()), "down"),
        (DVSA_TOKEN, Answer::HangsUp, "no_connection"),
        (DVSA, Answer::Says(404, "{}".into()), "not_found"),
        (DVSA, Answer::Says(403, "{}".into()), "key_refused"),
        (DVSA, Answer::Says(200, "{}".into()), "nonsense"),
        (DVSA, Answer::Says(429, "{}".into()), "too_often"),
        (DVSA, Answer::Silent(LIMIT * 3), "no_answer"),
    ] {
        registers.answer(path, answer);
        assert_eq!(problem(&app), code, "{path}");
        registers.mend();
        // A new secret, so that the token of before does not help.
        app.call("remove_plate_key", json!({ "register": "dvsa" }));
        app.call("keep_dvsa_keys", dvsa_keys());
    }
    app.call(
        "keep_dvsa_keys",
        json!({ "client_id": CLIENT_ID, "client_secret": "wrong", "api_key": API_KEY }),
    );
    assert_eq!(problem(&app), "key_refused");
}

/// A register that sends us elsewhere is not followed: the key and the plate would go there too.
#[test]
fn t02_nobody_is_followed_to_another_host() {
    let (registers, other) = (Registers::open(), Registers::open());
    let app = app_at(registers.at());
    keep_keys(&app);
    let there = format!("http://{}{DVLA}", other.at());
    for path in [DVLA, DVSA_TOKEN, DVSA] {
        registers.answer(path, Answer::Elsewhere(there.clone()));
    }
    let said = look_up(&app, "EU56 JEC");
    assert_eq!(said["registers"][0]["problem"], "nonsense");
    assert_eq!(said["registers"][1]["problem"], "nonsense");
    assert!(other.asked().is_empty());
}

#[test]
fn t02_without_a_key_or_a_plate_nobody_is_asked() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    let said = look_up(&app, "EU56 JEC");
    assert_eq!(
        said["not_looked_up"],
        "Not looked up: no key for DVLA or DVSA is kept on this computer (Settings > System > Plate Look-up)."
    );
    keep_keys(&app);
    for typed in ["", "  ", "?!", "NOT A PLATE AT ALL", "漢字"] {
        let said = look_up(&app, typed);
        let words = "Not looked up: this is no registration that a vehicle can bear.";
        assert_eq!(said["not_looked_up"], words, "{typed}");
        assert!(registers.asked().is_empty(), "{typed} left");
    }
    // Of what has a plate's letters nothing else leaves.
    look_up(&app, "eu56/../jec?");
    for one in registers.asked() {
        let path = one.path.trim_start_matches(DVSA);
        assert!([DVLA, DVSA_TOKEN, "EU56JEC"].contains(&path), "{path} was asked for");
    }
    // A locked keychain gives no key; the counter goes on.
    app.keychain.fail_with(Some(KeychainProblem::Locked));
    assert_eq!(look_up(&app, "EU56 JEC")["registers"][0]["problem"], "no_key");
    let view = app.call("get_plate_look_up", json!({}));
    assert!(view["problem"].as_str().unwrap().contains("locked"), "{view}");
    let refusal = app.refused("keep_dvla_key", json!({ "key": "another" }));
    assert!(refusal.message.contains("locked"), "{refusal:?}");
}

#[test]
fn t02_nobody_answers_at_all() {
    // A port that nobody listens at.
    let free = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let app = app_at(free);
    keep_keys(&app);
    let said = look_up(&app, "EU56 JEC");
    assert_eq!(
        said["not_looked_up"],
        "Not looked up: DVLA could not be reached from this computer; DVSA could not be reached from this computer."
    );
    assert!(PlateServices::pretended("192.0.2.1:80".parse().unwrap(), LIMIT).is_none(), "not this computer");
}

/// The keys stand in the keychain and nowhere else: not in the book, no answer, no line.
#[test]
fn t02_the_keys_are_the_keychains() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    let before = app.call("get_plate_look_up", json!({}));
    assert_eq!(before, json!({ "dvla": false, "dvsa": false, "problem": null }));
    keep_keys(&app);
    let secrets = [DVLA_KEY, CLIENT_ID, CLIENT_SECRET, API_KEY];
    let mut answers = vec![
        app.call("get_plate_look_up", json!({})),
        app.call("test_plate_look_up", json!({})),
        app.call("get_settings", json!({})),
        look_up(&app, "EU56 JEC"),
    ];
    assert_eq!(answers[0], json!({ "dvla": true, "dvsa": true, "problem": null }));
    // A replaced and a removed one, and the same once more, which is no change.
    app.call("keep_dvla_key", json!({ "key": DVLA_KEY }));
    app.call("keep_dvla_key", json!({ "key": "another-key" }));
    app.call("remove_plate_key", json!({ "register": "dvla" }));
    app.call("remove_plate_key", json!({ "register": "dvla" }));
    assert_eq!(app.call("get_plate_look_up", json!({}))["dvla"], false);
    let history = app.call("list_setting_changes", json!({ "limit": 50 }));
    let lines: Vec<[&str; 3]> = history["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["setting"].as_str().is_some_and(|key| key.starts_with("plate_look_up.")))
        .map(|row| ["what", "before", "after"].map(|part| row[part].as_str().unwrap()))
        .collect();
    let none = "none on this computer";
    let kept = "kept on this computer";
    assert_eq!(
        lines,
        [
            ["Plate look-up: key for DVLA", kept, none],
            ["Plate look-up: key for DVLA", kept, "replaced on this computer"],
            ["Plate look-up: keys for DVSA", none, kept],
            ["Plate look-up: key for DVLA", none, kept],
        ]
    );
    answers.push(history);
    for answer in &answers {
        let text = answer.to_string();
        assert!(!secrets.iter().any(|secret| text.contains(secret)), "{text}");
    }
    assert!(app.call("verify_ledger", json!({}))["bad"].as_array().is_none_or(Vec::is_empty));
    // Nor in any file of the data folder, sealed as it is.
    for file in files(app.data()) {
        let bytes = fs::read(&file).unwrap_or_default();
        for secret in secrets {
            let held = memchr::memmem::find(&bytes, secret.as_bytes()).is_some();
            assert!(!held, "{secret} stands in {}", file.display());
        }
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn t02_the_test_sends_nobodys_plate() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    keep_keys(&app);
    let tested = app.call("test_plate_look_up", json!({}));
    for register in tested["registers"].as_array().unwrap() {
        assert_eq!(register["problem"], Value::Null, "a register that knows no such plate accepted the key");
    }
    assert!(registers.asked().iter().any(|one| one.body.contains("AA19AAA")));
    app.call("keep_dvla_key", json!({ "key": "of-yesterday" }));
    assert_eq!(app.call("test_plate_look_up", json!({}))["registers"][0]["problem"], "key_refused");
}

#[test]
fn t02_keys_are_the_settings_right() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    app.employee("Dave Pratt", "dave", &[]);
    app.sign_in("dave");
    for (name, input) in [
        ("keep_dvla_key", json!({ "key": "mine" })),
        ("keep_dvsa_keys", dvsa_keys()),
        ("remove_plate_key", json!({ "register": "dvla" })),
        ("test_plate_look_up", json!({})),
    ] {
        let refusal = app.refused(name, input);
        assert_eq!(
            (refusal.code, refusal.fields["right"].as_str()),
            (Code::Denied, Right::AccessSettings.label())
        );
    }
    // Whoever works there may look up.
    look_up(&app, "EU56 JEC");
    app.call("get_plate_look_up", json!({}));
    app.sign_in("anna");
    for (field, key) in [("", "  "), ("a key", "two words"), ("a key", "ümlaut"), ("a key", &"k".repeat(201))]
    {
        let refusal = app.refused("keep_dvla_key", json!({ "key": key }));
        assert!(refusal.fields.contains_key("key"), "{field} {key}: {refusal:?}");
        assert!(key.trim().is_empty() || !refusal.message.contains(key));
    }
    let refusal =
        app.refused("keep_dvsa_keys", json!({ "client_id": "a", "client_secret": "", "api_key": "c" }));
    assert!(refusal.fields.contains_key("client_secret"), "{refusal:?}");
}

/// Gather, ask, record: whoever waits for a register keeps nobody else from writing.
#[test]
fn t02_nobody_waits_for_a_register_that_somebody_else_asks() {
    let registers = Registers::open();
    let app = app_at(registers.at());
    keep_keys(&app);
    registers.answer(DVLA, Answer::Silent(LIMIT * 3));
    registers.answer(DVSA_TOKEN, Answer::Silent(LIMIT * 3));
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| look_up(&app, "EU56 JEC"));
        while registers.asked().is_empty() {
            std::thread::sleep(Duration::from_millis(5));
        }
        let begun = Instant::now();
        app.call("change_system_setting", json!({ "key": "session.idle_minutes", "value": 7 }));
        app.call("get_settings", json!({}));
        let took = begun.elapsed();
        assert!(!asking.is_finished(), "the register was not waited for");
        assert!(took < LIMIT / 2, "it took {took:?}");
    });
}
