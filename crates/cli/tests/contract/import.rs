//! `import contacts`.

use crate::desk::{CONTACTS, Desk, HEADER};
use crate::said::Said;
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStringExt;

const NEW: &str =
    ",Mr,Ivor,Lund,,5 Dale View,,Buxton,,SK17 6AA,,07700 900333,,ivor@example.org,,,,,,,,,,,,\n";

fn import(desk: &Desk, file: &OsStr, more: &[&str]) -> Said {
    let mut arguments: Vec<&OsStr> = vec!["import".as_ref(), "contacts".as_ref(), file];
    arguments.extend(more.iter().map(OsStr::new));
    desk.anna(arguments)
}

#[test]
fn a_dry_run_says_what_the_import_does_and_writes_nothing() {
    let desk = Desk::prepared();
    let file = desk.put("new.csv", &format!("{HEADER}{NEW}{CONTACTS}"));
    let mut tried = import(&desk, file.as_os_str(), &["--dry-run"]).done();
    assert_eq!((tried["created"].as_i64(), tried["dry_run"].as_bool()), (Some(1), Some(true)));
    assert_eq!(tried["skipped"], 3, "those on file already");
    assert_eq!((desk.total(), desk.found("Lund")), (3, vec![]));
    let done = import(&desk, file.as_os_str(), &[]).done();
    tried["dry_run"] = json!(false);
    tried["import_id"] = done["import_id"].clone();
    assert_eq!(tried, done);
    assert_eq!((desk.total(), desk.found("07700 900 333").len()), (4, 1));
}

#[test]
fn duplicates_are_kept_when_asked_for() {
    let desk = Desk::prepared();
    let file = desk.put("same.csv", &format!("{HEADER}{CONTACTS}"));
    assert_eq!(import(&desk, file.as_os_str(), &["--keep-duplicates"]).done()["created"], 3);
    assert_eq!(desk.total(), 6);
}

#[test]
fn a_map_says_which_column_is_what() {
    let desk = Desk::prepared();
    // By their names alone, the columns would be read the other way round.
    let file = desk.put("odd.csv", "First name,Surname,E-mail\nLund,Ivor,ivor@example.org\n");
    let map =
        desk.put("map.json", r#"{"last_name":["First name"],"first_name":["Surname"],"email":["E-mail"]}"#);
    import(&desk, file.as_os_str(), &["--map", map.to_str().unwrap()]).done();
    let rows = desk.anna(["search", "ivor@example.org"]).done();
    assert_eq!(rows["rows"][0]["name"], "Ivor Lund");

    let wrong = desk.put("wrong.json", r#"{"last_name":["Family"]}"#);
    import(&desk, file.as_os_str(), &["--map", wrong.to_str().unwrap()]).refused("invalid");
    let broken = desk.put("broken.json", "{\n\"last_name\"");
    let words = import(&desk, file.as_os_str(), &["--map", broken.to_str().unwrap()]).fault();
    assert!(words.contains("not JSON"), "{words}");
    let missing = desk.path("missing.json");
    let words = import(&desk, file.as_os_str(), &["--map", missing.to_str().unwrap()]).fault();
    assert!(words.contains("cannot be read"), "{words}");
}

#[test]
fn a_file_that_cannot_be_imported_is_refused() {
    let desk = Desk::prepared();
    let pdf = desk.put("form.csv", "%PDF-1.7\n\u{0}\u{1}\u{2}");
    let empty = desk.put("empty.csv", "");
    for (file, code) in
        [(desk.path("missing.csv"), "file"), (desk.path("out"), "file"), (empty, "invalid"), (pdf, "invalid")]
    {
        let refusal = import(&desk, file.as_os_str(), &[]).refused(code);
        assert!(refusal["fields"]["file"].is_string(), "{refusal}");
    }
    let mut name = desk.path("").into_os_string().into_vec();
    name.extend(b"n\xe9.csv");
    let name = OsString::from_vec(name);
    fs::write(&name, format!("{HEADER}{NEW}")).unwrap();
    import(&desk, &name, &[]).done();
    assert_eq!(desk.total(), 4, "a name that is no text is no path in a payload either");
}

#[test]
fn people_read_counts_and_lines_and_nothing_of_the_rows() {
    let desk = Desk::prepared();
    let bad = ",Mr,Quentin,Marsh,,,,,,,,,,not-an-address,,,,,,,,,,,,\n";
    let file = desk.put("mixed.csv", &format!("{HEADER}{NEW}{bad}{CONTACTS}"));
    let arguments: [&OsStr; 3] = ["import".as_ref(), "contacts".as_ref(), file.as_os_str()];
    let said = desk.plain(arguments);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.text().starts_with("5 rows read, "), "{}", said.text());
    assert!(said.text().contains("3 skipped"), "{}", said.text());
    for personal in ["Quentin", "not-an-address", "Ivor", "900333", "example.org", "SK17"] {
        assert!(!said.text().contains(personal), "{personal} in {}", said.text());
    }
}

#[test]
fn timings_are_one_json_line_of_phases_on_stderr() {
    let desk = Desk::prepared();
    let mut text = HEADER.to_owned();
    for row in 0..600 {
        text.push_str(&NEW.replace("ivor@", &format!("ivor{row}@")));
    }
    let file = desk.put("many.csv", &text);
    for (more, phases) in [
        (&["--dry-run"][..], &["open", "key", "sign_in", "read", "clean", "compare", "total"][..]),
        (&[], &["open", "key", "sign_in", "read", "clean", "write", "commit", "total"]),
    ] {
        let mut command = desk.as_anna(["--timings", "import", "contacts"]);
        let said = Said::by(command.arg(&file).args(more));
        assert_eq!(said.code, 0);
        assert_eq!(said.document()["created"], 600);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        let timings: Value = serde_json::from_str(&said.err).unwrap();
        let mut names: Vec<&str> = timings.as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = phases.to_vec();
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected);
        let took = |phase: &str| timings[phase].as_f64().unwrap();
        for phase in phases {
            assert!(took(phase) > 0.0 && took(phase) <= took("total"), "{phase}: {timings}");
        }
    }
    // They are told of what went wrong as well, and beside the refusal, not in it.
    let said = Said::by(desk.as_anna(["--timings", "import", "contacts"]).arg(desk.path("missing.csv")));
    assert_eq!((said.code, said.err.lines().count()), (2, 1));
    assert_eq!(said.document()["code"], "file");
}

#[test]
fn what_is_no_number_is_told_to_people_too() {
    let desk = Desk::prepared();
    let row = ",Mr,Ned,Moss,,2 Mill Lane,,Ely,,CB7 4AA,ex-directory,07700 900002,,,,,,,,,,,,,,\n";
    let file = desk.put("odd.csv", &format!("{HEADER}{row}"));
    let said = desk.plain(["import".as_ref(), "contacts".as_ref(), file.as_os_str()]);
    assert!(said.text().contains("line 2: This is not a phone number."), "{}", said.text());
}
