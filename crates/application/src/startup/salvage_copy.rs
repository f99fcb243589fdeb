//! A copy of a damaged database that leaves out what cannot be read.

use super::open::read_slots;
use forecourt_dispatch::hand_over::file_refusal;
use forecourt_dispatch::opening::Phase;
use forecourt_dispatch::{Code, Command, Cx, DataFolder, Permit, Refusal};
use forecourt_domain::time::Moment;
use forecourt_store::engine::{SalvagedTable, check_place, salvage};
use forecourt_store::keys::RecoveryKey;
use forecourt_store::{Error, personal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of one kind of entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SalvagedPart {
    /// What staff call its rows.
    pub name: String,
    /// Rows in the copy.
    pub kept: i64,
    /// Rows left out because what they belong to could not be read.
    pub orphans: i64,
    /// Places at which rows could not be read.
    pub holes: i64,
}

/// What was saved, and where.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SalvagedCopy {
    /// Did the person change their mind?
    pub cancelled: bool,
    /// The new data folder.
    pub folder: String,
    /// Rows in the copy.
    pub kept: i64,
    /// The parts of which something was left out.
    pub left_out: Vec<SalvagedPart>,
}

/// Writes what can be read of a damaged database into a new data folder, in a folder that the person
/// chooses. For whoever holds the recovery key: it opens everything that comes out. The damaged file
/// is read, and stays as it is.
#[derive(Deserialize, TS)]
pub struct SalvageCopy {
    /// As typed.
    pub recovery_key: String,
}

/// Where not even the list of tables can be read.
const NOTHING: &str = "Nothing of the file can be read: the pages by which all others are found are damaged. No copy was made, and the file stays as it is. A backup is the way back; ask for help before anything is tried with it.";

impl Command for SalvageCopy {
    const NAME: &'static str = "salvage_copy";
    const PERMIT: Permit = Permit::NotOpened;
    type Reply = SalvagedCopy;

    fn run(self, cx: &Cx<'_>) -> Result<SalvagedCopy, Refusal> {
        if !matches!(cx.phase(), Phase::Failed(failure) if failure.can_salvage) {
            return Err(Refusal::new(Code::Invalid, "The database file is not damaged."));
        }
        let recovery = RecoveryKey::parse(&self.recovery_key)
            .map_err(|problem| Refusal::invalid("recovery_key", problem))?;
        let slots = read_slots(&cx.opening()).map_err(|failure| Refusal::new(Code::File, failure.detail))?;
        let key = slots.open_with_recovery(&recovery).map_err(|_| {
            Refusal::invalid("recovery_key", "This is not the recovery key of this database.")
        })?;
        let Some(chosen) = cx.outlet().choose_folder() else {
            return Ok(SalvagedCopy {
                cancelled: true,
                folder: String::new(),
                kept: 0,
                left_out: Vec::new(),
            });
        };
        if cx.folder().holds(&chosen) {
            let words = "This folder holds the dealership's own files. Choose another folder.";
            return Err(Refusal::new(Code::File, words));
        }
        let folder = DataFolder::within(&chosen, &name(cx.now));
        if check_place(folder.path()).is_err() {
            let words = "That folder is on a network drive or kept in sync by a cloud service. Choose a folder on a disk of this computer.";
            return Err(Refusal::new(Code::File, words));
        }
        let cannot = || Refusal::new(Code::File, "Nothing can be written there. Choose another folder.");
        cx.outlet().takes_folder(&chosen).map_err(|error| file_refusal(&error))?;
        if folder.is_taken() {
            return Err(cannot());
        }
        folder.make().map_err(|_| cannot())?;
        let tables = salvage(cx.folder(), &key, &folder).map_err(|error| {
            folder.give_up();
            match error {
                Error::ReadOnly => cannot(),
                Error::Damaged(_) | Error::Unreadable => Refusal::new(Code::Damaged, NOTHING),
                other => Refusal::from(other),
            }
        })?;
        slots.write(&folder.keyslots()).map_err(|_| cannot())?;
        Ok(view(&folder, tables))
    }
}

fn view(folder: &DataFolder, tables: Vec<SalvagedTable>) -> SalvagedCopy {
    let kept = tables.iter().map(|table| table.kept).sum();
    let left_out = tables.into_iter().filter(|table| table.holes > 0 || table.orphans > 0);
    SalvagedCopy {
        cancelled: false,
        folder: folder.path().display().to_string(),
        kept,
        left_out: left_out
            .map(|SalvagedTable { name, kept, orphans, holes }| SalvagedPart {
                name: label(&name),
                kept,
                orphans,
                holes,
            })
            .collect(),
    }
}

/// What staff call what a table holds.
fn label(table: &str) -> String {
    let words = personal::tables().find(|known| known.name == table).map_or("", |known| known.words);
    if words.is_empty() { table.replace('_', " ") } else { words.to_owned() }
}

/// Says what it is, and when it was made; a name that no two copies share.
fn name(now: Moment) -> String {
    let digits: String = now.to_text().chars().filter(char::is_ascii_digit).take(14).collect();
    let (day, time) = digits.split_at_checked(8).unwrap_or((&digits, ""));
    format!("forecourt-what-could-be-read-{day}-{time}")
}
