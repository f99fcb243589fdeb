//! `print` and `export`.

use crate::desk::{Desk, HEADER};
use crate::said::Said;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn printed(desk: &Desk, arguments: &[&str], out: &Path) -> Value {
    let mut command = desk.as_anna(["print", "capture"]);
    let answer = Said::by(command.args(arguments).arg("-o").arg(out)).done();
    let bytes = fs::read(out).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
    answer
}

fn exported(desk: &Desk, arguments: &[&str], out: &Path) -> (Value, String) {
    let mut command = desk.as_anna(["export"]);
    let answer = Said::by(command.args(arguments).arg("-o").arg(out)).done();
    (answer, fs::read_to_string(out).unwrap())
}

fn id_of(desk: &Desk, reference: &str) -> String {
    desk.anna(["search", reference]).done()["rows"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn forms_are_printed_for_some_for_all_and_for_nobody() {
    let desk = Desk::prepared();
    let out = desk.path("out/form.pdf");
    let id = id_of(&desk, "C0000043");
    assert_eq!(printed(&desk, &["--contact", "C0000042"], &out)["forms"], 1);
    assert_eq!(printed(&desk, &["--contact", &id], &out)["forms"], 1, "by its number");
    assert_eq!(printed(&desk, &["--contact", "c0000042", &id], &out)["forms"], 2);
    assert_eq!(printed(&desk, &["--blank"], &out)["forms"], 1);
    assert_eq!(printed(&desk, &["--all"], &out)["forms"], 3);
    assert_eq!(printed(&desk, &["--all", "--limit", "2"], &out)["forms"], 2);
    let rows = desk.call("list_report_audit", &json!({ "limit": 50 }));
    assert_eq!(rows["rows"].as_array().unwrap().len(), 6, "each is audited");
}

#[test]
fn a_form_for_nobody_on_file_is_refused() {
    let desk = Desk::prepared();
    for named in ["C0000099", "0", "99999999999999999999", "", "Siobhán"] {
        let out = desk.path("out/form.pdf");
        let mut command = desk.as_anna(["print", "capture"]);
        Said::by(command.arg(format!("--contact={named}")).arg("-o").arg(&out)).refused("not_found");
        assert!(!out.exists(), "{named}");
    }
}

#[test]
fn an_access_report_is_csv_with_a_mark_and_takes_a_reason() {
    let desk = Desk::prepared();
    let out = desk.path("out/access.csv");
    let contact = ["access", "--contact", "C0000042", "--reason"];
    let (answer, text) = exported(&desk, &[&contact[..], &["Letter of 18 November"]].concat(), &out);
    assert!(text.starts_with('\u{feff}'), "spreadsheets take it for UTF-8");
    assert!(text.contains("O'Brien-Ng") && !text.contains("Hadley,"), "hers and nobody else's");
    assert!(answer["rows"].as_i64().unwrap() > 10, "{answer}");

    fs::remove_file(&out).unwrap();
    let mut command = desk.as_anna(["export"]);
    let refusal = Said::by(command.args(contact).arg(" ").arg("-o").arg(&out)).refused("invalid");
    assert_eq!(refusal["fields"]["reason"], "Reason is required");
    assert!(!out.exists());
}

#[test]
fn an_export_read_back_is_the_same_export() {
    let desk = Desk::prepared();
    let out = desk.path("out/contacts.csv");
    let (_, text) = exported(&desk, &["contacts"], &out);
    assert!(text.starts_with(&format!("\u{feff}{}", HEADER.trim_end())), "{text}");
    assert_eq!(text.lines().count(), 4);

    let import = ["import".as_ref(), "contacts".as_ref(), out.as_os_str()];
    let again = desk.anna(import).done();
    assert_eq!((again["created"].as_i64(), again["skipped"].as_i64()), (Some(0), Some(3)), "{again}");
    assert_eq!(again["restricted"], 0, "it states no more than stood");

    let other = Desk::empty();
    let init = ["--json", "init", "--dealership", "Other Motors", "--login", "anna"];
    let key = Said::by(&mut other.command(init)).done()["recovery_key"].as_str().unwrap().to_owned();
    other.put("recovery.key", &key);
    assert_eq!(other.anna(import).done()["created"], 3);
    let (_, there) = exported(&other, &["contacts"], &other.path("out/contacts.csv"));
    assert_eq!(there, text);
}

#[test]
fn what_cannot_be_written_is_refused_and_leaves_nothing() {
    let desk = Desk::prepared();
    let file = desk.put("out/plain", "kept");
    let before = crate::desk::contents(&desk.path("out"));
    let (print, export) = (&["print", "capture", "--all"][..], &["export", "contacts"][..]);
    for (verb, out, words) in [
        (print, desk.path("out/gone/form.pdf"), "was not found"),
        (export, file.join("list.csv"), "could not be written"),
        (print, desk.path("out"), "could not be written"),
        // Where not even root may make a file.
        (export, "/sys/list.csv".into(), "Choose another folder"),
        (print, "/dev/full".into(), "disk is full"),
        (export, "/dev/full".into(), "disk is full"),
        (export, desk.data().join("forecourt.db"), "dealership's own files"),
        (print, desk.data().join("../data/form.pdf"), "dealership's own files"),
    ] {
        let mut command = desk.as_anna(verb);
        let said = Said::by(command.arg("-o").arg(&out));
        let refusal = said.document();
        assert_eq!(said.code, 2, "{refusal}");
        let told = refusal["message"].as_str().unwrap();
        assert!(told.contains(words), "{}: {told}", out.display());
        assert!(!told.contains("out/") && said.err.is_empty(), "{told} {}", said.err);
    }
    assert_eq!(crate::desk::contents(&desk.path("out")), before);
    assert_eq!(desk.total(), 3, "the database is what it was");
}

#[test]
fn a_file_that_stands_there_is_replaced_whole_or_kept() {
    let desk = Desk::prepared();
    let out = desk.put("out/contacts.csv", "before");
    desk.maria(["export".as_ref(), "contacts".as_ref(), "-o".as_ref(), out.as_os_str()]).refused("denied");
    assert_eq!(fs::read_to_string(&out).unwrap(), "before");
    exported(&desk, &["contacts"], &out);

    // A link is followed, and stays one.
    let (link, target) = (desk.path("out/link.csv"), desk.put("target.csv", "before"));
    std::os::unix::fs::symlink(&target, &link).unwrap();
    exported(&desk, &["contacts"], &link);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read(&target).unwrap(), fs::read(&out).unwrap());
}

#[test]
fn a_pipe_or_a_device_is_written_to_and_stays_one() {
    let desk = Desk::prepared();
    let said = desk.plain(["export", "contacts", "-o", "/dev/stdout"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.text().starts_with("\u{feff}contact_ref,"), "{}", said.text());
    assert!(Path::new("/dev/stdout").symlink_metadata().unwrap().is_symlink());
    desk.anna(["print", "capture", "--blank", "-o", "/dev/null"]).done();
    let null = fs::metadata("/dev/null").unwrap();
    assert!(!null.is_file(), "a device still");
}

#[test]
fn a_relative_place_is_below_the_working_folder() {
    let desk = Desk::prepared();
    let mut command = desk.as_anna(["export", "contacts", "-o", "list.csv"]);
    Said::by(command.current_dir(desk.path("out"))).done();
    assert!(desk.path("out/list.csv").exists());
}
