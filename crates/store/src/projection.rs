//! Does what contacts allow follow from their events (SPEC 2.7, invariant 1)? Part of the ledger's
//! verification: a standing that was changed by hand would answer every question wrongly.

use crate::consent::StandingRow;
use crate::consent::row::{step_at, step_columns};
use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::consent::Standing;
use forecourt_domain::ids::ContactId;

/// Each standing with its events, oldest first, in one walk.
pub(crate) const STANDINGS: &str = concat!(
    "SELECT s.contact_id, s.version, s.excluded, s.cells, s.given_on, s.given_method, s.given_actor,
        s.reviewed_on, s.reviewed_method, s.reviewed_actor, s.deferrals, s.oldest, e.seq IS NULL, ",
    step_columns!(),
    " FROM consent_standing s LEFT JOIN consent_event e ON e.contact_id = s.contact_id
     LEFT JOIN consent_act a ON a.id = e.act_id
     ORDER BY s.contact_id, e.seq"
);

/// Where the columns of the event begin.
const STEP: usize = 13;

/// The newest event of the first contact whose standing is not what its events add up to; 0 where
/// there is a standing without any event.
pub(crate) fn first_that_differs(tx: &Tx<'_>) -> Result<Option<i64>> {
    let mut differs = None;
    let mut under_way: Option<Replay> = None;
    tx.until(STANDINGS, &[], |row| {
        let contact = row.int(0)?;
        if let Some(done) = under_way.take_if(|replay| replay.contact != contact) {
            differs = done.differs();
        }
        let replay = match &mut under_way {
            Some(replay) => replay,
            None => under_way.insert(Replay::begin(row)?),
        };
        replay.step(row)?;
        Ok(differs.is_some())
    })?;
    let differs = differs.or_else(|| under_way.and_then(|last| last.differs()));
    if differs.is_some() {
        return Ok(differs);
    }
    // Events whose standing is gone.
    tx.one(
        "SELECT e.seq FROM consent_event e
         WHERE NOT EXISTS (SELECT 1 FROM consent_standing s WHERE s.contact_id = e.contact_id)
         ORDER BY e.seq LIMIT 1",
        values![],
        |row| row.int(0),
    )
}

/// The events of one contact, applied one after the other.
struct Replay {
    contact: i64,
    /// Letter for letter: a word that nobody knows would read back as none.
    numbers: [i64; 3],
    words: [String; 8],
    replayed: Standing,
    newest: i64,
}

impl Replay {
    fn begin(row: &Row<'_>) -> Result<Self> {
        Ok(Self {
            contact: row.int(0)?,
            numbers: [row.int(1)?, row.int(2)?, row.int(10)?],
            words: [
                row.text(3)?,
                row.text(4)?,
                row.text(5)?,
                row.text(6)?,
                row.text(7)?,
                row.text(8)?,
                row.text(9)?,
                row.text(11)?,
            ],
            replayed: Standing::default(),
            newest: 0,
        })
    }

    fn step(&mut self, row: &Row<'_>) -> Result<()> {
        // A standing without any event.
        if row.flag(12)? {
            return Ok(());
        }
        let step = step_at(row, STEP)?;
        step.move_on(&mut self.replayed);
        self.newest = step.seq;
        Ok(())
    }

    fn differs(&self) -> Option<i64> {
        let row = StandingRow::of(ContactId::new(self.contact), &self.replayed);
        let (numbers, words) = row.parts();
        (numbers != self.numbers || self.words != words).then_some(self.newest)
    }
}
