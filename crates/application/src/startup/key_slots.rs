//! Changing the key slots so that no moment of it shuts anybody out. They lie in a file beside the
//! database, so the two cannot be written in one transaction; what counts is the order.
//!
//! A renewal, and what a kill after each step leaves:
//! 1. `keyslots.json` with the new key's slot beside the one in force: two sheets open, and nobody has
//!    seen the second. The next renewal takes its place.
//! 2. The commit of the line that it was made: the same. When the commit fails, the file of before is
//!    put back.
//! 3. The key is shown: both sheets open.
//!
//! Typing it back:
//! 1. The commit of the line that it is in force, with the name of its slot: both sheets open, until the
//!    next start finds that line and does step 2.
//! 2. `keyslots.json` with that slot in place of the one before: the new sheet opens, the old one does not.
//!
//! Whoever changes the file holds the database's write lock and reads the file anew first, so that two
//! programs cannot lose each other's slots.

use super::ledger_line::{KEY_CONFIRMED, LedgerLine};
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::ports::Keychain;
use forecourt_dispatch::{Book, Code, DataFolder, Refusal};
use forecourt_store::keys::{DeviceKey, Keyslots, SlotProblem};
use forecourt_store::ledger;
use std::sync::PoisonError;

/// Changes the slots, for a caller that holds the write lock: in a transaction, or [`Book::alone`]. What
/// is on the disk counts, and where the file was lost, what the book was opened with.
///
/// # Errors
/// [`Code::File`] when the file cannot be read or written; then it is as it was.
pub(super) fn change<T>(
    folder: &DataFolder,
    book: &Book,
    change: impl FnOnce(&mut Keyslots) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let mut known = book.slots.lock().unwrap_or_else(PoisonError::into_inner);
    let mut slots = match Keyslots::read(&folder.keyslots()) {
        Ok(slots) if slots.database == known.database => slots,
        Err(SlotProblem::Missing) => known.clone(),
        _ => return Err(Refusal::new(Code::File, "The key file beside the database cannot be read.")),
    };
    let answer = change(&mut slots)?;
    slots.write(&folder.keyslots()).map_err(|_| {
        Refusal::new(Code::File, "The key file cannot be written. The recovery key of before still works.")
    })?;
    *known = slots;
    Ok(answer)
}

/// Puts the file back as it was before a key was made whose line could not be kept. Where that fails
/// too, or another program was quicker, it holds a key that nobody has seen and that shuts nobody out.
pub(super) fn put_back(folder: &DataFolder, book: &Book, before: Keyslots) {
    let mut known = book.slots.lock().unwrap_or_else(PoisonError::into_inner);
    let ours = known.waiting();
    let stands = Keyslots::read(&folder.keyslots()).is_ok_and(|slots| slots.waiting() == ours);
    if stands && before.write(&folder.keyslots()).is_ok() {
        *known = before;
    } else {
        tracing::warn!("the key slots could not be put back");
    }
}

/// Takes the waiting key of this name into force, after the line that says so.
///
/// # Errors
/// [`Code::File`] when the file cannot be written: until the next start the sheet before opens, too.
pub(super) fn take_into_force(folder: &DataFolder, book: &Book, name: &str) -> Result<(), Refusal> {
    book.alone(|| {
        change(folder, book, |slots| {
            slots.take_into_force(name);
            Ok(())
        })
    })
}

/// Does what a killed program left undone: the key was typed back, and its slot still waits.
pub(super) fn finish(folder: &DataFolder, book: &Book) {
    let waiting = {
        let slots = book.slots.lock().unwrap_or_else(PoisonError::into_inner);
        slots.waiting().map(str::to_owned)
    };
    let Some(name) = waiting else { return };
    let confirmed = book.read(|tx| Ok(ledger::of_action_about(tx, KEY_CONFIRMED, i64::MAX, 1)?));
    let confirmed = confirmed.ok().and_then(|lines| {
        let line = lines.into_iter().next()?;
        read_text::<LedgerLine>(&line.kept.action, &line.kept.payload)
    });
    if matches!(confirmed, Some(LedgerLine::KeyConfirmed { slot }) if slot == name)
        && take_into_force(folder, book, &name).is_err()
    {
        tracing::warn!("the recovery key that was typed back is not alone in force yet");
    }
}

/// Gives the keychain a device key for the next start, where there is one that keeps what it is given
/// and has none that fits. What fails leaves the ways in that there are.
pub(super) fn give_device(keychain: &dyn Keychain, folder: &DataFolder, book: &Book) {
    let entry = book.key_entry();
    match keychain.get(&entry) {
        // It was only locked.
        Ok(Some(text)) if fits(book, &text) => return,
        Ok(_) => {}
        Err(_) => return,
    }
    let Ok(device) = DeviceKey::generate() else { return };
    let text = device.to_text();
    let kept =
        keychain.set(&entry, &text).is_ok() && keychain.holds_for_others(&entry, &text).unwrap_or(false);
    if !kept {
        return;
    }
    let written = book.alone(|| {
        change(folder, book, |slots| {
            slots.set_device(&book.key, &device).map_err(|problem| Refusal::unexpected(&problem))
        })
    });
    if written.is_err() {
        tracing::warn!("the keychain's key was not kept beside the database");
    }
}

fn fits(book: &Book, text: &str) -> bool {
    let slots = book.slots.lock().unwrap_or_else(PoisonError::into_inner);
    DeviceKey::from_text(text).is_ok_and(|device| slots.open_with_device(&device).is_ok())
}
