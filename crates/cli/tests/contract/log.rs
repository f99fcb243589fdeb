//! S9 at the source: whatever the application and its libraries say to a log that listens to
//! everything, louder than any of ours is ever set. Only this test works inside the tests' process.

use crate::canary::{Cage, holds_a_group};
use crate::desk::HEADER;
use forecourt_application::registry;
use forecourt_dispatch::App;
use forecourt_dispatch::ports::{
    FileKind, Incoming, Keychain, KeychainProblem, Lying, LyingFiles, Offered, Outlet, Parcel, Placed,
};
use forecourt_dispatch::{DataFolder, Desk};
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::{Now, Uptime};
use forecourt_gateways::computer::ThisComputer;
use forecourt_gateways::offers::Offers;
use forecourt_gateways::plate_services::PlateServices;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing_subscriber::fmt::format::FmtSpan;
use zeroize::Zeroizing;

const PASSWORD: &str = "velvet 7 marmots % ümlaut";
const NEW_PASSWORD: &str = "copper 9 otters & ash";
const WRONG_PASSWORD: &str = "a slip: velvet 8 marmots";
const REGISTER_KEYS: [&str; 4] =
    ["dvla-key-of-hadley", "dvsa-client-77", "dvsa-secret-of-hadley", "dvsa-api-key-88"];
const TOKEN: &str = "token-of-dvsa-99";
const PEOPLE: &[&str] = &[
    "Zebedee",
    "Quillfeather",
    "07700 900457",
    "07700900457",
    "7700900457",
    "zebedee.q",
    "canary.example",
    "17 Wrenfold Rise",
    "Lower Tansley",
    "QX9 8ZZ",
    "QX98ZZ",
    "QX61 VBN",
    "QX61VBN",
    "walks with a stick",
    "asked by his daughter",
    "letter of the solicitor",
    "rang at noon",
];

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A keychain in memory: its entries are secrets too.
#[derive(Default)]
struct Entries(Mutex<HashMap<String, String>>);

impl Keychain for Entries {
    fn get(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        Ok(self.0.lock().unwrap().get(entry).cloned().map(Zeroizing::new))
    }

    fn set(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        self.0.lock().unwrap().insert(entry.into(), text.into());
        Ok(())
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        self.0.lock().unwrap().remove(entry);
        Ok(())
    }

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        Ok(self.get(entry)?.is_some_and(|kept| *kept == text))
    }
}

/// A way out on which things go wrong in the words of whoever is concerned.
struct Desktop {
    folder: PathBuf,
    offers: Offers,
    mail: Mutex<String>,
    panics: Mutex<bool>,
    fails: Mutex<bool>,
}

/// A document that goes wrong as its desktop does.
struct Document {
    place: PathBuf,
    panics: bool,
    fails: bool,
    file: Option<fs::File>,
}

impl Write for Document {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Parcel for Document {
    fn begin(&mut self) -> io::Result<()> {
        assert!(!self.panics, "Zebedee Quillfeather, 07700 900457");
        if self.fails {
            return Err(io::Error::other(format!("no room for {}", self.place.display())));
        }
        self.file = Some(fs::File::create(&self.place)?);
        Ok(())
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        let folder = self.place.parent().map(|folder| folder.display().to_string());
        Ok(Placed { file: Some(self.place.display().to_string()), folder, ..Placed::default() })
    }
}

impl Desktop {
    fn document(&self, name: &str) -> Box<dyn Parcel> {
        let (panics, fails) = (*self.panics.lock().unwrap(), *self.fails.lock().unwrap());
        Box::new(Document { place: self.folder.join(name), panics, fails, file: None })
    }
}

impl Outlet for Desktop {
    fn reveal(&self, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::NotFound.into())
    }

    fn save(&self, suggested: &str, _: FileKind, _: &str) -> io::Result<Option<Box<dyn Parcel>>> {
        Ok(Some(self.document(&format!("Zebedee Quillfeather {suggested}"))))
    }

    fn view(&self, name: &str) -> io::Result<Box<dyn Parcel>> {
        Ok(self.document(name))
    }

    fn forget_viewed(&self) {}

    fn forget_unfinished(&self, _: &str) {}

    fn exported(&self, _: &str) -> io::Result<LyingFiles> {
        Ok(LyingFiles::default())
    }

    fn remove_exported(&self, _: &str, _: &Lying) -> io::Result<bool> {
        Ok(false)
    }

    fn offer(&self, typed: &str) -> io::Result<Option<Offered>> {
        self.offers.offer_typed(typed).map(Some)
    }

    fn open(&self, handle: &str) -> io::Result<Incoming> {
        self.offers.open(handle)
    }

    fn choose_folder(&self) -> Option<String> {
        None
    }

    fn takes_folder(&self, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::NotFound.into())
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        mailto.clone_into(&mut self.mail.lock().unwrap());
        Ok(())
    }
}

struct Counter {
    app: App,
    desk: Desk,
    keychain: Arc<Entries>,
    desktop: Arc<Desktop>,
}

/// Registers of vehicles on this computer: one gives a token, the others know nothing.
fn registers() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let at = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let is_token = head.first().is_some_and(|line| line.contains("oauth2"));
            let body = if is_token { format!("{{\"access_token\":\"{TOKEN}\"}}") } else { "{}".into() };
            let status = if is_token { "200 OK" } else { "404 Not Found" };
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            );
        }
    });
    at
}

fn now() -> Now {
    Now { at: Moment::parse("2026-11-21T10:00:00Z").unwrap(), uptime: Uptime::new(1, 60), built: None }
}

impl Counter {
    fn over(folder: &Path) -> Self {
        let keychain = Arc::<Entries>::default();
        let desktop = Arc::new(Desktop {
            folder: folder.to_owned(),
            offers: Offers::default(),
            mail: Mutex::default(),
            panics: Mutex::default(),
            fails: Mutex::default(),
        });
        let data = DataFolder::new(folder.join("data"));
        let computer = ThisComputer::new(Some("counter-1".into()), data.machine());
        let desk = Desk::new(Arc::new(computer), desktop.clone());
        let registers = PlateServices::pretended(registers(), Duration::from_secs(5)).unwrap();
        let app = App::new(data, keychain.clone(), registry()).asking(Arc::new(registers));
        Self { app, desk, keychain, desktop }
    }

    fn try_call(&self, name: &str, input: Value) -> Result<Value, forecourt_dispatch::Refusal> {
        self.app.call(&self.desk, name, input, now())
    }

    #[track_caller]
    fn call(&self, name: &str, input: Value) -> Value {
        self.try_call(name, input).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
    }

    #[track_caller]
    fn refused(&self, name: &str, input: Value) {
        assert!(self.try_call(name, input).is_err(), "{name} was not refused");
    }
}

#[test]
fn s9_no_canary_is_logged_however_loud_the_log() {
    let log = Log::default();
    let kept = log.clone();
    tracing_subscriber::fmt()
        // The library of phone numbers traces what it reads, and is never asked to: the window's log
        // takes warnings from libraries, and the command line keeps none.
        .with_env_filter("trace,rlibphonenumber=debug")
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(move || kept.clone())
        .try_init()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let counter = Counter::over(folder.path());
    let recovery_key = open(&counter);
    let id = day(&counter, folder.path());
    wrong(&counter, &id);
    let mut cage = Cage::default();
    let bare = recovery_key.replace('-', "");
    cage.add("secret", &[PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, &recovery_key, &bare]);
    let link = counter.desktop.mail.lock().unwrap().clone();
    let at = link.find("preferences").unwrap() + "preferences/".len();
    cage.add("portal token", &[link.get(at + 2..at + 30).unwrap()]);
    for (entry, text) in
        counter.keychain.0.lock().unwrap().iter().filter(|(entry, _)| entry.starts_with("device"))
    {
        cage.add(entry, &[text]);
    }
    cage.add("person", PEOPLE);
    cage.add("register", &REGISTER_KEYS);
    cage.add("register", &[TOKEN]);
    let erase = json!({ "contact_id": id, "confirm_name": "Zebedee Quillfeather" });
    counter.call("erase_contact", erase);
    restart(folder.path(), &recovery_key);

    let said = log.0.lock().unwrap().clone();
    let text = String::from_utf8_lossy(&said);
    // The log does listen: to spans, to refusals of the input, to faults and to panics.
    for heard in [
        "write",
        "input does not parse",
        "a fault",
        "panic in",
        "could not be handed over",
        "not opened",
        "a plate was not looked up",
    ] {
        assert!(text.contains(heard), "{heard} was not logged:\n{text}");
    }
    assert_eq!(cage.found_in(&said), Vec::<&str>::new(), "in\n{text}");
    assert!(!holds_a_group(&text, &recovery_key), "in\n{text}");
    assert!(cage.len() >= 23, "{}", cage.len());
}

fn open(counter: &Counter) -> String {
    let keys = counter.call(
        "set_up_dealership",
        json!({
            "dealership": { "name": "Hadley", "address": "", "postcode": "", "phone": "", "email": "",
                            "website": "", "privacy_policy_url": "" },
            "time_zone": "Europe/London", "workstation_name": "SVC-02",
            "manager": { "name": "Anna Kowalska", "login": "anna", "password": PASSWORD },
        }),
    );
    let key = keys["recovery_key"].as_str().unwrap().to_owned();
    let group = |at: usize| key.split('-').nth(keys["asked_groups"][at].as_u64().unwrap() as usize - 1);
    counter.refused("confirm_recovery_key", json!({ "first": group(1), "second": group(0) }));
    counter.call("confirm_recovery_key", json!({ "first": group(0), "second": group(1) }));
    counter.refused("sign_in", json!({ "login": "anna", "password": WRONG_PASSWORD }));
    counter.call("sign_in", json!({ "login": "anna", "password": PASSWORD }));
    for (key, value) in [
        ("portal.address", json!("https://consent.hadley.example/")),
        ("portal.company", json!("Hadley Motors")),
        ("portal.contact", json!("hello@hadley.example")),
        ("portal.privacy_policy_url", json!("https://hadley.example/privacy")),
        ("portal.enabled", json!(true)),
    ] {
        counter.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    }
    key
}

fn day(counter: &Counter, folder: &Path) -> Value {
    counter.call("change_own_password", json!({ "current": PASSWORD, "new": NEW_PASSWORD }));
    let file = folder.join("Zebedee Quillfeather.csv");
    let row = ",Mr,Zebedee,Quillfeather,,17 Wrenfold Rise,,Lower Tansley,,QX9 8ZZ,,07700 900457,,zebedee.q@canary.example,QX61 VBN,Ford,Focus,,,,,99/99/2024,,,,walks with a stick\n";
    fs::write(&file, format!("{HEADER}{row}{row}")).unwrap();
    let chosen = counter.call("choose_import_file", json!({ "typed": file }));
    let file = &chosen["file"];
    counter.call("inspect_import", json!({ "file": file }));
    for dry_run in [true, false] {
        let input = json!({ "file": file, "dry_run": dry_run, "skip_duplicates": true });
        counter.call("run_import", input);
    }
    let id = counter.call("search_contacts", json!({ "term": "07700 900457" }))["rows"][0]["id"].clone();
    let consent = counter.call("get_consent", json!({ "contact_id": id }));
    let exclude = json!({
        "contact_id": id, "version": consent["version"], "excluded": true, "notes": "asked by his daughter",
        "screen": "contact_record",
    });
    counter.call("set_exclusion", exclude);
    let input = json!({ "contact_id": id, "email": "zebedee.q@canary.example", "customer_asked": true });
    counter.call("prepare_portal_link", input);
    counter.call("export_contacts", json!({}));
    counter.call("export_access", json!({ "contact_id": id, "reason": "letter of the solicitor" }));
    counter.call("print_capture_forms", json!({ "contact_ids": [id], "blank": 1 }));
    let [dvla, client_id, client_secret, api_key] = REGISTER_KEYS;
    counter.call("keep_dvla_key", json!({ "key": dvla }));
    let keys = json!({ "client_id": client_id, "client_secret": client_secret, "api_key": api_key });
    counter.call("keep_dvsa_keys", keys);
    let said = counter.call("look_up_plate", json!({ "registration": "qx61 vbn" }));
    assert_eq!(said["registers"][1]["problem"], "not_found", "the register was not reached: {said}");
    id
}

/// What goes wrong on any day, each time with a canary in what is typed or in what fails.
fn wrong(counter: &Counter, id: &Value) {
    counter.refused(
        "create_contact",
        json!({ "contact": { "last_name": ["Quillfeather"], "notes": "rang at noon" } }),
    );
    counter.refused("Quillfeather", json!({}));
    counter.refused("choose_import_file", json!({ "typed": "/nowhere/Zebedee Quillfeather.csv" }));
    counter.refused("run_import", json!({ "file": "Zebedee Quillfeather.csv" }));
    counter.refused("erase_contact", json!({ "contact_id": id, "confirm_name": "Zebedee Quillfeathe" }));
    counter.refused("check_phone", json!({ "typed": { "07700 900457": 1 } }));
    *counter.desktop.fails.lock().unwrap() = true;
    counter.refused("export_contacts", json!({}));
    *counter.desktop.panics.lock().unwrap() = true;
    counter.refused("export_access", json!({ "contact_id": id, "reason": "letter of the solicitor" }));
    counter.refused("export_contacts", json!({}));
}

/// The next day on a computer whose keychain was emptied.
fn restart(folder: &Path, recovery_key: &str) {
    let counter = Counter::over(folder);
    assert_eq!(counter.call("show_startup", json!({}))["phase"], "failure");
    let mistyped = recovery_key.replacen('-', "-0", 1);
    counter.refused("unlock_with_recovery_key", json!({ "recovery_key": mistyped }));
    counter.call("unlock_with_recovery_key", json!({ "recovery_key": recovery_key }));
    counter.call("sign_in", json!({ "login": "anna", "password": NEW_PASSWORD }));
    assert_eq!(counter.call("verify_ledger", json!({}))["ok"], true);
}
