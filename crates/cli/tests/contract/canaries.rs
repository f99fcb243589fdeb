//! S9: the main job with canaries in every field and every secret, and none of them in what the
//! program says beside its answers, nor in the clear in any file but the documents asked for.

use crate::canary::{Cage, holds_a_group};
use crate::desk::{Desk, HEADER, contents, fed};
use crate::said::Said;
use serde_json::{Value, json};
use std::fs;

const PASSWORDS: [&str; 4] = [
    "velvet 7 marmots % ümlaut",
    "copper 9 otters & ash",
    "a slip: velvet 8 marmots",
    "the first: tin 4 badgers",
];

const PEOPLE: &[(&str, &[&str])] = &[
    ("name", &["Zebedee", "Quillfeather", "Quïllby", "Oxbarrow Haulage", "Zebedee Quillfeathe"]),
    (
        "phone",
        &[
            "07700 900457",
            "07700900457",
            "+447700900457",
            "00447700900457",
            "447700900457",
            "7700900457",
            "07700-900457",
            "01632 960459",
            "+441632960459",
            "900 457",
        ],
    ),
    ("email", &["zebedee.q@canary.example", "zebedee.q", "canary.example"]),
    ("address", &["17 Wrenfold Rise", "Wrenfold", "Lower Tansley", "QX9 8ZZ", "QX98ZZ"]),
    ("plate", &["QX61 VBN", "QX61VBN"]),
    ("note", &["walks with a stick", "asked by his daughter", "letter of the solicitor", "rang at noon"]),
    ("company's note", &["owes nothing at all"]),
];

/// What an answer on stdout may hold.
#[derive(PartialEq, Clone, Copy)]
enum Shows {
    Nothing,
    People,
    RecoveryKey,
}

struct Watch {
    secrets: Cage,
    people: Cage,
    recovery_key: String,
    runs: usize,
}

impl Watch {
    #[track_caller]
    fn look(&mut self, shows: Shows, code: i32, said: &Said) {
        self.runs += 1;
        assert_eq!(said.code, code, "{} {}", said.text(), said.err);
        let err = said.err.as_bytes();
        assert_eq!((self.secrets.found_in(err), self.people.found_in(err)), (vec![], vec![]), "on stderr");
        assert!(!holds_a_group(&said.err, &self.recovery_key));
        if shows != Shows::RecoveryKey {
            assert_eq!(self.secrets.found_in(&said.out), Vec::<&str>::new(), "on stdout");
            assert!(!holds_a_group(said.text(), &self.recovery_key));
        }
        if shows != Shows::People {
            assert_eq!(self.people.found_in(&said.out), Vec::<&str>::new(), "on stdout");
        }
    }
}

#[test]
fn s9_no_canary_gets_out() {
    let desk = Desk::empty();
    let opened = desk.opener();
    let mut watch =
        Watch { secrets: Cage::default(), people: Cage::default(), recovery_key: String::new(), runs: 0 };
    watch.secrets.add("password", &PASSWORDS);
    for (what, texts) in PEOPLE {
        watch.people.add(what, texts);
    }

    found(&desk, &mut watch);
    let id = fill(&desk, &mut watch);
    work(&desk, &mut watch, &id);
    let link = fs::read_to_string(&opened).unwrap();
    assert!(link.starts_with("mailto:"), "{link}");
    let token = link.split("preferences%2F").nth(1).or_else(|| link.split("preferences/").nth(1));
    let token: String =
        token.unwrap().chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    assert!(token.len() >= 20, "{token} in {link}");
    watch.secrets.add("portal token", &[&token]);
    documents(&desk, &mut watch);
    mistakes(&desk, &mut watch, &id);

    assert!(watch.secrets.len() + watch.people.len() + 8 >= 40, "with the groups of the recovery key");
    assert!(watch.runs >= 20, "{} runs", watch.runs);
    nothing_in_the_clear(&desk, &watch);
    let erase = ["--timings", "erase", "--contact", "C0000077", "--confirm", "Zebedee Quillfeather"];
    watch.look(Shows::Nothing, 0, &desk.anna(erase));
    watch.look(Shows::Nothing, 0, &desk.plain(["ledger", "verify"]));
    nothing_in_the_clear(&desk, &watch);
}

/// The dealership and its staff.
fn found(desk: &Desk, watch: &mut Watch) {
    desk.put("anna.password", PASSWORDS[0]);
    let said = Said::by(&mut desk.command(["--json", "init", "--dealership", "Hadley", "--login", "anna"]));
    watch.recovery_key = said.done()["recovery_key"].as_str().unwrap().to_owned();
    let bare = watch.recovery_key.replace('-', "");
    let half: String = watch.recovery_key.chars().take(9).collect();
    watch.secrets.add("recovery key", &[&watch.recovery_key, &bare, &half]);
    watch.look(Shows::RecoveryKey, 0, &said);
    desk.put("recovery.key", &watch.recovery_key);
    let maria = json!({ "login": "maria", "name": "Maria Keane", "password": PASSWORDS[3], "rights": [] });
    watch.look(Shows::Nothing, 0, &piped(desk, "create_employee", &maria));
    desk.put("maria.password", PASSWORDS[3]);
    watch.look(Shows::Nothing, 2, &desk.maria(["search", "Quillfeather"]));
    for (key, value) in [
        ("portal.address", json!("https://consent.hadley.example/")),
        ("portal.company", json!("Hadley Motors")),
        ("portal.contact", json!("hello@hadley.example")),
        ("portal.privacy_policy_url", json!("https://hadley.example/privacy")),
        ("portal.enabled", json!(true)),
    ] {
        let input = json!({ "key": key, "value": value });
        watch.look(Shows::Nothing, 0, &piped(desk, "change_gdpr_setting", &input));
    }
}

/// Contacts from a file, with rows that are left out; gives the id of the one that is watched.
fn fill(desk: &Desk, watch: &mut Watch) -> Value {
    let rows = "\
C0000077,Mr,Zebedee,Quillfeather,,17 Wrenfold Rise,,Lower Tansley,,QX9 8ZZ,01632 960459,07700-900457,,zebedee.q@canary.example,QX61 VBN,Ford,Focus,Y,Y,,,2024-03-01,Open day,,,walks with a stick
,Mr,Quïllby,Quillfeather,,,,,,,,07700 900457 junk,,zebedee.q@canary.example@,QX61 VBN QX61 VBN QX61 VBN,,,maybe,,,,99/99/2024,,,,rang at noon
,,,,Oxbarrow Haulage,,,,,QX9 8ZZ,,,+447700900457,,,,,,,,,,,,,owes nothing at all
\"unclosed,Zebedee
";
    let file = desk.put("people.csv", &format!("{HEADER}{rows}"));
    for more in [&["--dry-run"][..], &[], &[]] {
        let mut arguments = vec!["--timings", "import", "contacts", file.to_str().unwrap()];
        arguments.extend(more);
        watch.look(Shows::Nothing, 0, &desk.plain(arguments));
    }
    let said = desk.anna(["search", "07700 900457"]);
    watch.look(Shows::People, 0, &said);
    said.document()["rows"][0]["id"].clone()
}

/// What staff do all day.
fn work(desk: &Desk, watch: &mut Watch, id: &Value) {
    let said = piped(desk, "get_consent", &json!({ "contact_id": id }));
    watch.look(Shows::People, 0, &said);
    let input = json!({
        "contact_id": id, "version": said.document()["version"], "screen": "contact_record",
        "us": { "post/marketing": true }, "third_party": {}, "manufacturer": {}, "method": "in_person",
        "notes": "asked by his daughter", "reconfirmed": false,
    });
    // Whether it is saved or refused, nothing of it is said beside the answer.
    let said = piped(desk, "save_consent", &input);
    let code = said.code;
    watch.look(Shows::People, code, &said);
    let input = json!({ "contact_id": id, "email": "zebedee.q@canary.example", "customer_asked": true });
    watch.look(Shows::People, 0, &piped(desk, "prepare_portal_link", &input));
    watch.look(
        Shows::People,
        0,
        &piped(desk, "list_history", &json!({ "contact_id": id, "kinds": [], "after": null, "limit": 50 })),
    );
}

/// The documents asked for hold what they are for, which is also what shows that canaries are found.
fn documents(desk: &Desk, watch: &mut Watch) {
    let (list, access) = (desk.path("out/contacts.csv"), desk.path("out/access.csv"));
    let place = |path: &std::path::Path| path.to_str().unwrap().to_owned();
    watch.look(Shows::Nothing, 0, &desk.anna(["export", "contacts", "-o", &place(&list)]));
    let reason = ["export", "access", "--contact", "C0000077", "--reason", "letter of the solicitor", "-o"];
    let mut command = desk.as_anna(reason);
    watch.look(Shows::Nothing, 0, &Said::by(command.arg(&access)));
    let print = ["--timings", "print", "capture", "--all", "-o", &place(&desk.path("out/forms.pdf"))];
    watch.look(Shows::Nothing, 0, &desk.plain(print));
    for path in [list, access] {
        let bytes = fs::read(path).unwrap();
        assert!(watch.people.found_in(&bytes).len() > 8, "{:?}", watch.people.found_in(&bytes));
        assert_eq!(watch.secrets.found_in(&bytes), Vec::<&str>::new(), "secrets are nobody's personal data");
    }
}

/// Everything that goes wrong, with canaries in the input.
fn mistakes(desk: &Desk, watch: &mut Watch, id: &Value) {
    let missing = desk.path("out/Zebedee Quillfeather/07700 900457.csv");
    let missing = missing.to_str().unwrap();
    watch.look(Shows::Nothing, 2, &desk.plain(["export", "contacts", "-o", missing]));
    watch.look(Shows::Nothing, 2, &desk.plain(["import", "contacts", missing]));
    watch.look(
        Shows::Nothing,
        2,
        &desk.plain(["erase", "--contact", "C0000077", "--confirm", "Zebedee Quillfeathe"]),
    );
    watch.look(
        Shows::Nothing,
        2,
        &desk.plain(["erase", "--contact", "Quillfeather", "--confirm", "Zebedee"]),
    );
    for input in [
        json!({ "contact": { "last_name": ["Quillfeather"], "notes": { "rang at noon": 1 } } }),
        json!({ "contact": "zebedee.q@canary.example" }),
        json!({ "Quillfeather": id }),
    ] {
        watch.look(Shows::Nothing, 2, &piped(desk, "create_contact", &input));
    }
    watch.look(Shows::Nothing, 1, &desk.plain(["call", "create_contact", "{\"last_name\":\"Quillfeather"]));
    watch.look(Shows::Nothing, 2, &desk.plain(["call", "Quillfeather"]));
    let input = json!({ "login": "maria", "password": PASSWORDS[2] });
    watch.look(Shows::Nothing, 2, &piped(desk, "sign_in", &input));
    desk.put("maria.password", PASSWORDS[2]);
    watch.look(Shows::Nothing, 2, &desk.maria(["search", "Quillfeather"]));
    let mut off = watch.recovery_key.clone();
    off.replace_range(0..1, if off.starts_with('A') { "B" } else { "A" });
    desk.put("recovery.key", &off);
    watch.look(Shows::Nothing, 2, &desk.plain(["search", "Quillfeather"]));
    desk.put("recovery.key", &watch.recovery_key);
}

/// No file of the dealership's own holds a canary in the clear; the documents lie elsewhere.
fn nothing_in_the_clear(desk: &Desk, watch: &Watch) {
    let files = contents(&desk.data());
    assert!(files.iter().any(|(name, bytes)| name == "forecourt.db" && bytes.len() > 100_000));
    for (name, bytes) in files {
        assert_eq!(watch.secrets.found_in(&bytes), Vec::<&str>::new(), "in {name}");
        assert_eq!(watch.people.found_in(&bytes), Vec::<&str>::new(), "in {name}");
    }
    let slots = fs::read_to_string(desk.data().join("keyslots.json")).unwrap();
    assert!(!holds_a_group(&slots, &watch.recovery_key));
}

fn piped(desk: &Desk, name: &str, input: &Value) -> Said {
    Said::of(fed(&mut desk.as_anna(["call", name, "-"]), input.to_string().as_bytes()))
}
