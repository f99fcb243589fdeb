//! The vehicles in contacts' records, those they keep now: put in many at a time, and changed by the contact's own
//! form.

use super::hands::{self, Hand};
use crate::contact::many::Many;
use crate::contact::{self, Contact};
use crate::counter::{self, Counter};
use crate::engine::{Insert, Result, Tx, Value};
use crate::values;
use forecourt_domain::contact::Vehicle;
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::plate;
use std::collections::HashMap;

static VEHICLE: Insert<5> = Insert::new("vehicle (registration, plate, make, model, import_id)");
static KEEPER: Insert<4> = Insert::new("vehicle_keeper (contact_id, position, vehicle_id, confirmed_on)");
// The plates that are empty have no place in the index.
static KNOWN: Many =
    Many::new("SELECT plate, id, make, model, import_id FROM vehicle WHERE plate <> '' AND plate IN");

/// A contact that keeps nothing yet, what it keeps, and the import it comes from.
pub(crate) type Keeping<'a> = (ContactId, &'a [Vehicle], i64);

/// A vehicle that one of the contacts keeps: known, or to be made.
struct Meant<'a> {
    /// 0 until it is made.
    id: i64,
    registration: &'a str,
    plate: String,
    make: &'a str,
    model: &'a str,
    import: i64,
}

/// Notes what contacts keep that keep nothing yet, at the counter on this day. A plate that is known is the same
/// vehicle: what nobody said of it yet is filled in, though not by an import, which could not take that back.
pub(crate) fn put<'a>(tx: &Tx<'_>, of: impl IntoIterator<Item = Keeping<'a>>, day: &str) -> Result<()> {
    let mut meant: Vec<Meant<'_>> = Vec::new();
    let mut keepers: Vec<(ContactId, i64, usize, &str)> = Vec::new();
    let mut by_plate: HashMap<String, usize> = HashMap::new();
    for (contact, vehicles, import) in of {
        let first = keepers.len();
        let said = if import == 0 { day } else { "" };
        for vehicle in vehicles {
            let key = plate::key(&vehicle.registration);
            let at = by_plate.get(&key).copied().filter(|_| !key.is_empty()).unwrap_or_else(|| {
                if !key.is_empty() {
                    by_plate.insert(key.clone(), meant.len());
                }
                let (registration, make, model) = (&*vehicle.registration, "", "");
                meant.push(Meant { id: 0, registration, plate: key, make, model, import });
                meant.len() - 1
            });
            if let Some(one) = meant.get_mut(at) {
                fill(&mut one.make, &vehicle.make);
                fill(&mut one.model, &vehicle.model);
            }
            let own = keepers.get(first..).unwrap_or_default();
            let (position, is_new) = (own.len(), own.iter().all(|(_, _, kept, _)| *kept != at));
            if is_new {
                keepers.push((contact, i64::try_from(position).unwrap_or(i64::MAX), at, said));
            }
        }
    }
    find_known(tx, &mut meant, by_plate)?;
    make_new(tx, &mut meant)?;
    let id_of = |at: usize| meant.get(at).map_or(0, |one| one.id);
    let rows = keepers.iter().map(|(contact, position, at, said)| {
        [contact.get().into(), Value::Int(*position), id_of(*at).into(), (*said).into()]
    });
    KEEPER.all(tx, rows)
}

fn fill<'a>(field: &mut &'a str, said: &'a str) {
    if field.is_empty() {
        *field = said;
    }
}

/// Those that are on file, by their plates.
fn find_known(tx: &Tx<'_>, meant: &mut [Meant<'_>], by_plate: HashMap<String, usize>) -> Result<()> {
    // In the order of the index: of a great file's plates each page is then read once for a stretch.
    let mut plates: Vec<(String, usize)> = by_plate.into_iter().collect();
    plates.sort_unstable();
    let (plates, places): (Vec<String>, Vec<usize>) = plates.into_iter().unzip();
    let mut filled = Vec::new();
    KNOWN.each_text(tx, &plates, |row| {
        let plate = row.text_ref(0)?;
        let place = plates.binary_search_by(|one| one.as_str().cmp(plate)).ok().and_then(|at| places.get(at));
        let Some(one) = place.and_then(|at| meant.get_mut(*at)) else { return Ok(()) };
        one.id = row.int(1)?;
        let says_more = (row.text_ref(2)?.is_empty() && !one.make.is_empty())
            || (row.text_ref(3)?.is_empty() && !one.model.is_empty());
        if says_more && (one.import == 0 || one.import == row.int(4)?) {
            filled.push((one.id, one.make, one.model));
        }
        Ok(())
    })?;
    for (id, make, model) in filled {
        fill_in(tx, id, make, model)?;
    }
    Ok(())
}

/// What nobody said of a known one yet. It is no other version of it: who has it open loses nothing.
fn fill_in(tx: &Tx<'_>, id: i64, make: &str, model: &str) -> Result<()> {
    tx.run(
        "UPDATE vehicle SET make = CASE WHEN make = '' THEN ? ELSE make END,
             model = CASE WHEN model = '' THEN ? ELSE model END
         WHERE id = ? AND (make = '' OR model = '')",
        values![make, model, id],
    )?;
    Ok(())
}

fn make_new(tx: &Tx<'_>, meant: &mut [Meant<'_>]) -> Result<()> {
    let rows = meant.iter().filter(|one| one.id == 0).map(|one| {
        let plate: Value<'_> = (&one.plate).into();
        [one.registration.into(), plate, one.make.into(), one.model.into(), one.import.into()]
    });
    let ids = VEHICLE.numbered(tx, rows)?;
    if ids.is_empty() {
        return Ok(());
    }
    counter::add(tx, Counter::Vehicles, i64::try_from(ids.len()).unwrap_or(i64::MAX))?;
    for (one, id) in meant.iter_mut().filter(|one| one.id == 0).zip(ids) {
        one.id = id;
        // Those of an import have no line each.
        if one.import == 0 {
            tx.wrote("vehicle", id);
        }
    }
    Ok(())
}

/// What a contact keeps from now on, as its form says: what went was kept until this day, what came is kept since.
/// A plate that is known is that vehicle. A row that says which vehicle it is, and has a plate that nobody bears
/// and that differs by a slip of the hand, puts that vehicle's plate right; one that differs by more is
/// another vehicle. Gives the other contacts who keep a vehicle of which something was changed, as they
/// stood before.
pub(crate) fn replace(tx: &Tx<'_>, contact: ContactId, new: &[Vehicle], day: &str) -> Result<Vec<Contact>> {
    let mut form =
        Form { tx, contact, now: hands::of_contact(tx, contact)?, kept: Vec::new(), others: Vec::new() };
    for typed in new {
        form.take(typed)?;
    }
    let Form { now, kept, others, .. } = form;
    for gone in now.iter().filter(|hand| !kept.contains(&hand.vehicle)) {
        hands::end(tx, contact, gone.position, day)?;
    }
    let staying: Vec<VehicleId> =
        now.iter().map(|hand| hand.vehicle).filter(|id| kept.contains(id)).collect();
    if kept.starts_with(&staying) {
        for id in kept.iter().skip(staying.len()) {
            hands::note(tx, contact, *id, day)?;
        }
        return Ok(others);
    }
    // In another order: what stays is put behind everything, as it stood.
    for hand in now.iter().filter(|hand| kept.contains(&hand.vehicle)) {
        hands::drop_place(tx, contact, hand.position)?;
    }
    for id in &kept {
        match now.iter().find(|hand| hand.vehicle == *id) {
            Some(hand) => hands::begin(tx, contact, *id, &hand.since, &hand.confirmed_on)?,
            None => hands::note(tx, contact, *id, day)?,
        }
    }
    Ok(others)
}

/// A contact's form while it is read, row by row.
struct Form<'t, 'c> {
    tx: &'t Tx<'c>,
    contact: ContactId,
    /// What it keeps so far.
    now: Vec<Hand>,
    /// What it keeps from now on, in the form's order.
    kept: Vec<VehicleId>,
    others: Vec<Contact>,
}

impl Form<'_, '_> {
    fn take(&mut self, typed: &Vehicle) -> Result<()> {
        let tx = self.tx;
        let key = plate::key(&typed.registration);
        let own = self.own(typed);
        let bearer = if key.is_empty() { None } else { super::by_plate(tx, &key)? };
        let id = match (bearer, own) {
            (Some(bearer), own) => {
                let is_own = own == Some(bearer) || (typed.id.is_none() && self.keeps(bearer));
                if is_own {
                    self.describe(bearer, typed, &key)?;
                } else {
                    fill_in(tx, bearer.get(), &typed.make, &typed.model)?;
                }
                bearer
            }
            (None, Some(own)) => {
                self.describe(own, typed, &key)?;
                own
            }
            (None, None) => self.make(typed, &key)?,
        };
        if !self.kept.contains(&id) {
            self.kept.push(id);
        }
        Ok(())
    }

    fn keeps(&self, id: VehicleId) -> bool {
        self.now.iter().any(|hand| hand.vehicle == id)
    }

    /// Which of the contact's own vehicles a row is about, by what it says of itself or by what it says.
    fn own(&self, typed: &Vehicle) -> Option<VehicleId> {
        let key = plate::key(&typed.registration);
        let free = |hand: &&Hand| !self.kept.contains(&hand.vehicle);
        let same_looks =
            |hand: &&Hand| hand.make == typed.make && hand.model == typed.model && hand.plate.is_empty();
        match typed.id {
            Some(id) => {
                let hand = self.now.iter().filter(free).find(|hand| hand.vehicle == id)?;
                let same = hand.plate.is_empty() || key.is_empty() || plate::is_slip(&hand.plate, &key);
                same.then_some(id)
            }
            // Who sends no ids tells vehicles without a plate by their looks.
            None => self.now.iter().filter(free).find(same_looks).map(|hand| hand.vehicle),
        }
    }

    /// What the form says of a vehicle that the contact keeps already. What is left empty stays as it is where
    /// somebody else keeps the vehicle too: they may have said it.
    fn describe(&mut self, id: VehicleId, typed: &Vehicle, key: &str) -> Result<()> {
        let Some(hand) = self.now.iter().find(|hand| hand.vehicle == id) else { return Ok(()) };
        let others = hands::others(self.tx, id, self.contact)?;
        let said = |typed: &str, was: &str| {
            let stays = typed.is_empty() && !others.is_empty();
            if stays { was.to_owned() } else { typed.to_owned() }
        };
        let (make, model) = (said(&typed.make, &hand.make), said(&typed.model, &hand.model));
        if (&typed.registration, &make, &model) == (&hand.registration, &hand.make, &hand.model) {
            return Ok(());
        }
        for other in others {
            if self.others.iter().all(|one| one.id != other) {
                self.others.extend(contact::load(self.tx, other)?);
            }
        }
        self.tx.run(
            "UPDATE vehicle SET version = version + 1, registration = ?, plate = ?, make = ?, model = ? WHERE id = ?",
            values![&typed.registration, key, &make, &model, id.get()],
        )?;
        self.tx.wrote("vehicle", id.get());
        Ok(())
    }

    fn make(&self, typed: &Vehicle, key: &str) -> Result<VehicleId> {
        let mut one = [Meant {
            id: 0,
            registration: &typed.registration,
            plate: key.to_owned(),
            make: &typed.make,
            model: &typed.model,
            import: 0,
        }];
        make_new(self.tx, &mut one)?;
        let [made] = one;
        Ok(VehicleId::new(made.id))
    }
}
