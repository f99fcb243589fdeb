//! S9 at the source: whatever the application and its libraries say to a log that listens to
//! everything, louder than any of ours is ever set. Only this test works inside the tests' process.

use crate::canary::{Cage, holds_a_group};
use crate::desk::HEADER;
use forecourt_application::App;
use forecourt_application::domain::time::Moment;
use forecourt_application::office::DataFolder;
use forecourt_application::ports::{FileKind, Fill, Keychain, KeychainProblem, Outlet, Ports};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::format::FmtSpan;
use zeroize::Zeroizing;

const PASSWORD: &str = "velvet 7 marmots % ümlaut";
const NEW_PASSWORD: &str = "copper 9 otters & ash";
const WRONG_PASSWORD: &str = "a slip: velvet 8 marmots";
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

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        Ok(self.get(entry)?.is_some_and(|kept| *kept == text))
    }
}

/// A way out on which things go wrong in the words of whoever is concerned.
struct Desktop {
    folder: PathBuf,
    mail: Mutex<String>,
    panics: Mutex<bool>,
    fails: Mutex<bool>,
}

impl Outlet for Desktop {
    fn choose_place(&self, suggested: &str, _: FileKind, _: Option<&Path>) -> io::Result<Option<PathBuf>> {
        Ok(Some(self.folder.join(format!("Zebedee Quillfeather {suggested}"))))
    }

    fn choose_import_file(&self) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn write(&self, place: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        assert!(!*self.panics.lock().unwrap(), "Zebedee Quillfeather, 07700 900457");
        if *self.fails.lock().unwrap() {
            return Err(io::Error::other(format!("no room for {}", place.display())));
        }
        fill(&mut fs::File::create(place)?)
    }

    fn view(&self, name: &str, fill: &mut Fill<'_>) -> io::Result<PathBuf> {
        let place = self.folder.join(name);
        self.write(&place, fill).map(|()| place)
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        mailto.clone_into(&mut self.mail.lock().unwrap());
        Ok(())
    }
}

struct Office {
    app: App,
    keychain: Arc<Entries>,
    desktop: Arc<Desktop>,
}

impl Office {
    fn over(folder: &Path) -> Self {
        let keychain = Arc::<Entries>::default();
        let desktop = Arc::new(Desktop {
            folder: folder.to_owned(),
            mail: Mutex::default(),
            panics: Mutex::default(),
            fails: Mutex::default(),
        });
        let ports =
            Ports { keychain: keychain.clone(), outlet: desktop.clone(), host_name: "counter-1".into() };
        Self { app: App::new(DataFolder::new(folder.join("data")), ports), keychain, desktop }
    }

    fn try_call(&self, name: &str, input: Value) -> Result<Value, forecourt_application::Refusal> {
        self.app.call(name, input, Moment::parse("2026-11-21T10:00:00Z").unwrap())
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
    let office = Office::over(folder.path());
    let recovery_key = open(&office);
    let id = day(&office, folder.path());
    wrong(&office, &id);
    let mut cage = Cage::default();
    let bare = recovery_key.replace('-', "");
    cage.add("secret", &[PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, &recovery_key, &bare]);
    let link = office.desktop.mail.lock().unwrap().clone();
    let at = link.find("preferences").unwrap() + "preferences/".len();
    cage.add("portal token", &[link.get(at + 2..at + 30).unwrap()]);
    for (entry, text) in
        office.keychain.0.lock().unwrap().iter().filter(|(entry, _)| entry.starts_with("device"))
    {
        cage.add(entry, &[text]);
    }
    cage.add("person", PEOPLE);
    let erase = json!({ "contact_id": id, "confirm_name": "Zebedee Quillfeather" });
    office.call("erase_contact", erase);
    restart(folder.path(), &recovery_key);

    let said = log.0.lock().unwrap().clone();
    let text = String::from_utf8_lossy(&said);
    // The log does listen: to spans, to refusals of the input, to faults and to panics.
    for heard in
        ["write", "input does not parse", "unexpected", "panic in", "could not be handed over", "not opened"]
    {
        assert!(text.contains(heard), "{heard} was not logged:\n{text}");
    }
    assert_eq!(cage.found_in(&said), Vec::<&str>::new(), "in\n{text}");
    assert!(!holds_a_group(&text, &recovery_key), "in\n{text}");
    assert!(cage.len() >= 23, "{}", cage.len());
}

fn open(office: &Office) -> String {
    let keys = office.call(
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
    office.refused("confirm_recovery_key", json!({ "first": group(1), "second": group(0) }));
    office.call("confirm_recovery_key", json!({ "first": group(0), "second": group(1) }));
    office.refused("sign_in", json!({ "login": "anna", "password": WRONG_PASSWORD }));
    office.call("sign_in", json!({ "login": "anna", "password": PASSWORD }));
    for (key, value) in [
        ("portal.address", json!("https://consent.hadley.example/")),
        ("portal.company", json!("Hadley Motors")),
        ("portal.contact", json!("hello@hadley.example")),
        ("portal.privacy_policy_url", json!("https://hadley.example/privacy")),
        ("portal.enabled", json!(true)),
    ] {
        office.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    }
    key
}

fn day(office: &Office, folder: &Path) -> Value {
    office.call("change_own_password", json!({ "current": PASSWORD, "new": NEW_PASSWORD }));
    let file = folder.join("Zebedee Quillfeather.csv");
    let row = ",Mr,Zebedee,Quillfeather,,17 Wrenfold Rise,,Lower Tansley,,QX9 8ZZ,,07700 900457,,zebedee.q@canary.example,QX61 VBN,Ford,Focus,,,,,99/99/2024,,,,walks with a stick\n";
    fs::write(&file, format!("{HEADER}{row}{row}")).unwrap();
    office.call("inspect_import", json!({ "path": file }));
    for dry_run in [true, false] {
        let input = json!({ "path": file, "dry_run": dry_run, "skip_duplicates": true });
        office.call("run_import", input);
    }
    let id = office.call("search_contacts", json!({ "term": "07700 900457" }))["rows"][0]["id"].clone();
    let consent = office.call("get_consent", json!({ "contact_id": id }));
    let exclude = json!({
        "contact_id": id, "version": consent["version"], "excluded": true, "notes": "asked by his daughter",
        "screen": "contact_record",
    });
    office.call("set_exclusion", exclude);
    let input = json!({ "contact_id": id, "email": "zebedee.q@canary.example", "customer_asked": true });
    office.call("prepare_portal_link", input);
    office.call("export_contacts", json!({}));
    office.call("export_access", json!({ "contact_id": id, "reason": "letter of the solicitor" }));
    office.call("print_capture_forms", json!({ "contact_ids": [id], "blank": 1 }));
    id
}

/// What goes wrong on any day, each time with a canary in what is typed or in what fails.
fn wrong(office: &Office, id: &Value) {
    office.refused(
        "create_contact",
        json!({ "contact": { "last_name": ["Quillfeather"], "notes": "rang at noon" } }),
    );
    office.refused("Quillfeather", json!({}));
    office.refused("run_import", json!({ "path": "/nowhere/Zebedee Quillfeather.csv" }));
    office.refused("erase_contact", json!({ "contact_id": id, "confirm_name": "Zebedee Quillfeathe" }));
    office.refused("check_phone", json!({ "typed": { "07700 900457": 1 } }));
    *office.desktop.fails.lock().unwrap() = true;
    office.refused("export_contacts", json!({}));
    *office.desktop.panics.lock().unwrap() = true;
    office.refused("export_access", json!({ "contact_id": id, "reason": "letter of the solicitor" }));
    office.refused("export_contacts", json!({}));
}

/// The next day on a computer whose keychain was emptied.
fn restart(folder: &Path, recovery_key: &str) {
    let office = Office::over(folder);
    assert_eq!(office.call("startup", json!({}))["phase"], "failure");
    let mistyped = recovery_key.replacen('-', "-0", 1);
    office.refused("unlock_with_recovery_key", json!({ "recovery_key": mistyped }));
    office.call("unlock_with_recovery_key", json!({ "recovery_key": recovery_key }));
    office.call("sign_in", json!({ "login": "anna", "password": NEW_PASSWORD }));
    assert_eq!(office.call("verify_ledger", json!({}))["ok"], true);
}
