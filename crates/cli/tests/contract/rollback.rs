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
        assert!(said.err.starts_with("This is not the book that this computer remembers."), "{}", said.err);
    }
    let said = desk.plain(["ledger", "verify"]);
    assert_eq!((said.code, said.text()), (2, ""));
    assert!(said.err.contains("The ledger does not verify from line "), "{}", said.err);
}
