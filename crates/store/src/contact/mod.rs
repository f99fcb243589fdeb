//! Contacts: the record with its addresses, phones, emails and vehicles.

mod add;
mod called;
mod change;
mod circumstance;
mod filed;
mod gap;
mod line;
mod list;
pub(crate) mod many;
mod matching;
pub mod narrow;
pub mod order;
mod parts;
pub mod reconsent;
mod sharing;
mod whole;

use crate::counter::{self, Counter};
use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, Written, derived, essential, impersonal, personal};
use crate::values;
use forecourt_domain::contact::{
    Address, AddressKind, Details, EmailEntry, EmailKind, PhoneEntry, PhoneKind, Vehicle,
};
use forecourt_domain::ids::{ContactId, VehicleId};

use many::Many;

pub use add::{
    NewContact, add, add_all, last_reference, next_reference, orders, own_reference, raise_reference,
    reference_number,
};
pub use called::{Called, called};
pub(crate) use change::follow_vehicles;
pub use change::{Stamp, Updated, update};
pub use circumstance::{circumstance, circumstances, dead, put_circumstance};
pub use filed::{Filed, FiledContact, FiledPhone};
pub use gap::{NotedGap, ToFix, add_gaps, count_to_fix, gaps, held, held_by_many, put_gaps, to_fix};
pub use line::{ContactLine, line, lines};
pub use list::{Cursor, Sort, page};
pub use matching::{
    by_email, by_name_and_postcode, by_phone, by_plate, has_email, has_phone, of_name_and_phone, of_name_at,
    restricts, sort_name,
};
pub use sharing::{Denying, reached_by};
pub use whole::{Whole, wholes};

/// The tables of this noun.
pub const TABLES: &[Table] = &[
    Table::of_contacts(
        "contact_gap",
        "contact_id",
        "addresses that are none",
        &[
            personal("kind", "Kind").written(Written::Word),
            personal("why", "Why there is none").written(Written::Word),
            personal("typed", "As typed"),
            impersonal("at").shown("Noted", Written::Moment),
        ],
    )
    .vouched("nothing is sent to what is no address, whatever stands here"),
    Table::of_contacts(
        "contact_circumstance",
        "contact_id",
        "notes of death or moving away",
        &[
            personal("died_on", "Died").written(Written::Day),
            personal("told_by", "Told by"),
            impersonal("told_at").shown("Told", Written::Moment),
            personal("gone_away_on", "Gone away").written(Written::Day),
            impersonal("changed_at").shown("Last changed", Written::Moment),
            impersonal("changed_by").shown("Last changed by", Written::Actor),
        ],
    )
    .ordered_by("contact_id")
    .witnessed(
        Witness {
            key: "contact_id",
            ..Witness::of(
                "note of death or moving away",
                &["died_on", "told_by", "told_at", "gone_away_on", "changed_at", "changed_by"],
            )
        }
        .guessable(),
    ),
    Table::of_contacts(
        "contact_email",
        "contact_id",
        "email addresses",
        &[personal("kind", "Kind").written(Written::Word), essential("address", "Address"), derived("key")],
    )
    .ordered_by("position")
    .vouched(PART),
    Table::of_contacts(
        "contact_phone",
        "contact_id",
        "phone numbers",
        &[
            personal("kind", "Kind").written(Written::Word),
            essential("typed", "As typed"),
            essential("e164", "Number").written(Written::Phone),
            personal("extension", "Extension"),
        ],
    )
    .ordered_by("position")
    .vouched(PART),
    Table::of_contacts(
        "contact_address",
        "contact_id",
        "addresses",
        &[
            personal("kind", "Kind").written(Written::Word),
            essential("line1", "Line 1"),
            essential("line2", "Line 2"),
            essential("line3", "Line 3"),
            essential("town", "Town"),
            essential("county", "County"),
            essential("postcode", "Postcode"),
            essential("country", "Country"),
        ],
    )
    .ordered_by("position")
    .vouched(PART),
    Table::of_contacts(
        "contact",
        "id",
        "contact record",
        &[
            essential("reference", "Account reference"),
            essential("title", "Title"),
            essential("first_name", "First name"),
            essential("last_name", "Surname"),
            essential("company", "Company"),
            personal("date_of_birth", "Date of birth").written(Written::Day),
            personal("notes", "Notes"),
            derived("sort_name"),
            derived("sort_postcode"),
            derived("main_town"),
            derived("main_postcode"),
            derived("main_phone"),
            derived("main_email"),
            derived("main_registration"),
            personal("last_purchase", "Last purchase").written(Written::Day),
            impersonal("created_at").shown("Created", Written::Moment).read_as(CREATED_AT),
            impersonal("changed_at").shown("Last changed", Written::Moment),
            impersonal("changed_by").shown("Last changed by", Written::Actor).read_as(CHANGED_BY),
        ],
    )
    .witnessed(
        Witness::of(
            "contact",
            &[
                "reference",
                "version",
                "title",
                "first_name",
                "last_name",
                "company",
                "date_of_birth",
                "notes",
                "sort_name",
                "sort_postcode",
                "main_town",
                "main_postcode",
                "main_phone",
                "main_email",
                "main_registration",
                "last_purchase",
                "import_id",
                "created_at",
                "changed_at",
                "changed_by",
            ],
        )
        .facts("details")
        // An import has one line for all, and a book of before begins without: such a contact is told of
        // when somebody changes it.
        .where_told()
        .guessable(),
    ),
];

/// When a contact was made, and who changed it last: what its import says, where it does not say so itself.
const CREATED_AT: &str = "coalesce(nullif(contact.created_at, ''),
    (SELECT b.at FROM import_batch b WHERE b.id = contact.import_id), '')";
const CHANGED_BY: &str = "coalesce(nullif(contact.changed_by, ''),
    (SELECT b.actor FROM import_batch b WHERE b.id = contact.import_id), '')";

/// Why a contact's parts have no digest.
const PART: &str =
    "the first of each stands in the contact too, which has one; the others are not vouched for";

/// A contact as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    /// The account reference, such as `C0000042`; unique.
    pub reference: String,
    /// Counts changes; an editor must have seen the newest.
    pub version: i64,
    /// What is known of the contact.
    pub details: Details,
    /// The date of the last purchase as ISO text; empty when there was none.
    pub last_purchase: String,
    /// The import it came from; 0 for none.
    pub import: i64,
    /// When it was created, as UTC text.
    pub created_at: String,
    /// When it was last changed, as UTC text.
    pub changed_at: String,
    /// Who changed it last, as an actor: `employee:3`.
    pub changed_by: String,
}

/// One contact with everything that belongs to it.
pub fn load(tx: &Tx<'_>, id: ContactId) -> Result<Option<Contact>> {
    let found = tx.one(
        "SELECT c.id, c.reference, c.version, c.title, c.first_name, c.last_name, c.company, c.date_of_birth,
             c.notes, c.last_purchase, c.import_id, coalesce(nullif(c.created_at, ''), b.at, ''), c.changed_at,
             coalesce(nullif(c.changed_by, ''), b.actor, '')
         FROM contact c LEFT JOIN import_batch b ON b.id = c.import_id WHERE c.id = ?",
        values![id.get()],
        head,
    )?;
    let Some(mut contact) = found else { return Ok(None) };
    contact.details.addresses = tx.all(
        "SELECT kind, line1, line2, line3, town, county, postcode, country FROM contact_address
         WHERE contact_id = ? ORDER BY position",
        values![id.get()],
        |row| address(row, 0),
    )?;
    contact.details.phones = tx.all(
        "SELECT kind, typed, e164, extension FROM contact_phone WHERE contact_id = ? ORDER BY position",
        values![id.get()],
        |row| phone(row, 0),
    )?;
    contact.details.emails = tx.all(
        "SELECT kind, address, coalesce(nullif(key, ''), address) FROM contact_email WHERE contact_id = ? ORDER BY position",
        values![id.get()],
        |row| email(row, 0),
    )?;
    contact.details.vehicles = tx.all(
        "SELECT v.registration, v.make, v.model, v.id FROM vehicle_keeper k CROSS JOIN vehicle v
         WHERE v.id = k.vehicle_id AND k.until = '' AND k.contact_id = ? ORDER BY k.position",
        values![id.get()],
        |row| vehicle(row, 0),
    )?;
    Ok(Some(contact))
}

fn head(row: &Row<'_>) -> Result<Contact> {
    Ok(Contact {
        id: ContactId::new(row.int(0)?),
        reference: row.text(1)?,
        version: row.int(2)?,
        details: Details {
            title: row.text(3)?,
            first_name: row.text(4)?,
            last_name: row.text(5)?,
            company: row.text(6)?,
            date_of_birth: row.text_ref(7)?.parse().ok(),
            notes: row.text(8)?,
            ..Details::default()
        },
        last_purchase: row.text(9)?,
        import: row.int(10)?,
        created_at: row.text(11)?,
        changed_at: row.text(12)?,
        changed_by: row.text(13)?,
    })
}

fn address(row: &Row<'_>, from: usize) -> Result<Address> {
    Ok(Address {
        kind: AddressKind::from_word(row.text_ref(from)?),
        line1: row.text(from + 1)?,
        line2: row.text(from + 2)?,
        line3: row.text(from + 3)?,
        town: row.text(from + 4)?,
        county: row.text(from + 5)?,
        postcode: row.text(from + 6)?,
        country: row.text(from + 7)?,
    })
}

/// The numbers of all contacts, in their order. Sorted here: in the order of the table every page of it would
/// be read, and any index has them on fewer.
pub(crate) fn numbers(tx: &Tx<'_>) -> Result<Vec<i64>> {
    let mut numbers = tx.all("SELECT id FROM contact", &[], |row| row.int(0))?;
    numbers.sort_unstable();
    Ok(numbers)
}

fn phone(row: &Row<'_>, from: usize) -> Result<PhoneEntry> {
    Ok(PhoneEntry {
        kind: PhoneKind::from_word(row.text_ref(from)?),
        typed: row.text(from + 1)?,
        e164: row.text(from + 2)?,
        extension: row.text(from + 3)?,
    })
}

fn email(row: &Row<'_>, from: usize) -> Result<EmailEntry> {
    Ok(EmailEntry {
        kind: EmailKind::from_word(row.text_ref(from)?),
        address: row.text(from + 1)?,
        key: row.text(from + 2)?,
    })
}

fn vehicle(row: &Row<'_>, from: usize) -> Result<Vehicle> {
    Ok(Vehicle {
        registration: row.text(from)?,
        make: row.text(from + 1)?,
        model: row.text(from + 2)?,
        id: Some(VehicleId::new(row.int(from + 3)?)),
    })
}

/// Is there such a contact?
pub fn exists(tx: &Tx<'_>, id: ContactId) -> Result<bool> {
    tx.holds("SELECT EXISTS (SELECT 1 FROM contact WHERE id = ?)", values![id.get()])
}

/// Are all of these contacts there? Each is named once.
pub fn all_exist(tx: &Tx<'_>, ids: &[ContactId]) -> Result<bool> {
    let mut there = 0;
    PRESENT.each(tx, ids, |_| {
        there += 1;
        Ok(())
    })?;
    Ok(there == ids.len())
}

static PRESENT: Many = Many::new("SELECT id FROM contact WHERE id IN");

/// Does the contact have a purchase on file (N-11)? False where there is no such contact.
pub fn has_bought(tx: &Tx<'_>, id: ContactId) -> Result<bool> {
    tx.holds("SELECT last_purchase <> '' FROM contact WHERE id = ?", values![id.get()])
}

/// The contact with this account reference, by which people and the command line name one.
pub fn by_reference(tx: &Tx<'_>, reference: &str) -> Result<Option<ContactId>> {
    tx.one("SELECT id FROM contact WHERE reference = ?", values![reference], |row| {
        Ok(ContactId::new(row.int(0)?))
    })
}

/// How many contacts there are; kept, not counted.
pub fn total(tx: &Tx<'_>) -> Result<i64> {
    counter::value(tx, Counter::Contacts)
}
