//! An older copy of the database that is put back: without a keychain the file beside the key slots tells.

use crate::desk::Desk;
use std::fs;

#[test]
fn an_older_copy_is_told_at_every_call_and_by_verify() {
    let desk = Desk::prepared();
    let database = desk.data().join("forecourt.db");
    let older = fs::read(&database).unwrap();
    desk.anna(["erase", "--contact", "C0000043", "--confirm", "Peter Hadley"]).done();
    assert_eq!(desk.anna(["ledger", "verify"]).done()["compared"], true);
    fs::write(&database, older).unwrap();
    for _ in 0..2 {
        let said = desk.plain(["list", "erasures"]);
        assert_eq!((said.code, said.text()), (0, "Nobody has been erased.\n"));
        assert!(
            said.err.starts_with("These are not the records that this computer remembers."),
            "{}",
            said.err
        );
    }
    let said = desk.plain(["ledger", "verify"]);
    assert_eq!((said.code, said.text()), (2, ""));
    assert!(said.err.contains("The ledger does not verify from line "), "{}", said.err);
}

#[test]
fn work_on_an_older_copy_does_not_hide_that_it_is_one() {
    let desk = Desk::prepared();
    let database = desk.data().join("forecourt.db");
    let older = fs::read(&database).unwrap();
    desk.anna(["erase", "--contact", "C0000043", "--confirm", "Peter Hadley"]).done();
    fs::write(&database, older).unwrap();
    for _ in 0..8 {
        desk.anna(["search", "quill"]).code_is(0);
    }
    let said = desk.plain(["ledger", "verify"]);
    assert!(said.err.contains("not the one that this computer remembers"), "{}", said.err);
}

#[test]
fn a_verification_says_when_nothing_was_remembered_to_compare_with() {
    let desk = Desk::prepared();
    fs::remove_file(desk.data().join("ledger-head.json")).unwrap();
    let said = desk.plain(["ledger", "verify"]);
    assert!(said.text().contains("Nothing was remembered of it here before this start"), "{}", said.text());
    assert_eq!(desk.anna(["ledger", "verify"]).done()["compared"], true, "from the next start on");
}
