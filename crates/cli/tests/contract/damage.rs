//! A damaged database: told before anything is written, kept as it is, and read as far as it can be.

use crate::desk::Desk;
use crate::said::Said;
use serde_json::json;
use std::fs;

const PAGE: usize = 4096;

#[test]
fn a_flipped_bit_in_any_of_twenty_one_pages_is_told_by_whatever_is_asked() {
    let desk = Desk::prepared();
    let file = desk.data().join("forecourt.db");
    let sound = fs::read(&file).unwrap();
    let last = sound.len() / PAGE - 1;
    for n in 0..21 {
        let page = n * last / 20;
        let mut damaged = sound.clone();
        damaged[page * PAGE + 1500] ^= 1 << (n % 8);
        fs::write(&file, &damaged).unwrap();
        let before = desk.files();
        let input = json!({ "contact": { "last_name": "Quill" } }).to_string();
        let asked: [&[&str]; 2] = [&["call", "create_contact", &input], &["ledger", "verify"]];
        for arguments in asked {
            let words = desk.anna(arguments).fault();
            assert!(words.contains("damaged") && words.contains("page"), "page {page}: {words}");
        }
        assert_eq!(desk.files(), before, "page {page}: a byte moved");
    }
}

#[test]
fn a_file_cut_by_one_byte_is_told() {
    let desk = Desk::prepared();
    let file = desk.data().join("forecourt.db");
    let sound = fs::read(&file).unwrap();
    fs::write(&file, &sound[..sound.len() - 1]).unwrap();
    let words = desk.anna(["search", "brien"]).fault();
    assert!(words.contains("damaged"), "{words}");
}

#[test]
fn what_can_be_read_of_a_damaged_file_is_saved_and_can_be_looked_at() {
    let desk = Desk::prepared();
    let file = desk.data().join("forecourt.db");
    let sound = fs::read(&file).unwrap();
    let input = |name: &str| ["salvage".to_owned(), "-o".to_owned(), desk.path(name).display().to_string()];
    desk.anna(input("out")).refused("invalid");
    // The last page by which not all others are found.
    let damage = |back: usize| {
        let mut damaged = sound.clone();
        damaged[sound.len() - back * PAGE + 5] ^= 1;
        fs::write(&file, &damaged).unwrap();
        let (before, said) = (desk.files(), desk.anna(input("out")));
        assert_eq!(desk.files(), before, "a byte of the damaged file moved");
        (said.code == 0).then_some(said)
    };
    let saved = (1..40).find_map(damage).unwrap().done();
    assert!(saved["kept"].as_i64().unwrap() > 20, "{saved}");
    let folder = saved["folder"].as_str().unwrap();
    assert!(folder.starts_with(desk.path("out").to_str().unwrap()), "{folder}");
    let found = desk.command(["--as", "anna", "--json", "search", "brien"]);
    let arguments: Vec<_> = found.get_args().map(ToOwned::to_owned).collect();
    let mut elsewhere = std::process::Command::new(found.get_program());
    desk.surround(&mut elsewhere);
    elsewhere.arg("--data").arg(folder).args(&arguments[2..]);
    let answer = Said::by(&mut elsewhere).done();
    assert!(answer.to_string().contains("C0000042"), "{answer}");
    let data = desk.data().display().to_string();
    let words = desk.anna(["salvage", "-o", &data]).refused("file");
    assert!(words["message"].as_str().unwrap().contains("dealership's own files"), "{words}");
}

#[test]
fn where_nothing_can_be_read_it_is_said_and_no_folder_is_left() {
    let desk = Desk::prepared();
    let file = desk.data().join("forecourt.db");
    let mut damaged = fs::read(&file).unwrap();
    // Within the page by which all others are found.
    damaged[200] ^= 1;
    fs::write(&file, &damaged).unwrap();
    let place = desk.path("out");
    for _ in 0..2 {
        let refusal = desk.anna(["salvage".as_ref(), "-o".as_ref(), place.as_os_str()]).refused("damaged");
        let words = refusal["message"].as_str().unwrap();
        assert!(words.contains("No copy was made"), "{words}");
        assert_eq!(fs::read_dir(&place).unwrap().count(), 0, "left in the folder");
    }
    assert!(fs::read(&file).unwrap() == damaged, "a byte of the damaged file moved");
}
