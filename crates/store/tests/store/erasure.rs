//! Whatever a contact was before, an erasure leaves no row of it. Its search terms go by being
//! worked out again, so a term that comes out differently than when it was put in would stay.

use crate::scene::{Store, add, answer, append, edit, granted, line, person};
use chrono::NaiveDate;
use forecourt_domain::consent::State;
use forecourt_domain::contact::{
    Address, AddressKind, Details, EmailEntry, EmailKind, PhoneKind, Vehicle, phone_entry,
};
use forecourt_domain::ids::ContactId;
use forecourt_store::contact::{self, NewContact, orders};
use forecourt_store::ledger::Subject;
use forecourt_store::search::TermBatch;
use forecourt_store::{Error, Result, Tx, erasure, personal, values};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::Cell;

/// Words as people have them: accents, hyphens, other scripts, marks that stand apart, nothing.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z]{1,12}",
        2 => "[A-Za-zÀ-ÿ'’ -]{0,30}",
        2 => prop::sample::select(vec!["Zoë Müller", "O’Brien-Ng", "Ærø", "Straße", "İpek", "Ǆ", "王小明", "Zoe\u{308}"]).prop_map(str::to_owned),
        1 => "\\PC{0,90}",
        1 => Just(String::new()),
    ]
}

fn phones() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "07700 900[0-9]{3}",
        1 => "\\+44 \\(0\\)1632 960[0-9]{3} ext\\.? [0-9]{1,4}",
        2 => "07700 900[0-9]{3} (or|/) 01632 960[0-9]{3}",
        1 => "\\+49 30 [0-9]{6,8}",
        1 => "[0-9 /+()a-z]{0,40}",
    ]
}

fn emails() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-z.+]{1,12}@example\\.(com|org)",
        1 => "[a-z]{1,6}@(bücher|xn--bcher-kva)\\.example",
        1 => "\\PC{0,90}@[a-z]{1,9}\\.example",
    ]
}

prop_compose! {
    fn details()(
        (title, first_name, last_name, company) in (words(), words(), words(), words()),
        notes in words(),
        day in prop::option::of(0_i32..20_000),
        postcodes in prop::collection::vec("[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}|[0-9]{5}|\\PC{0,12}", 0..4),
        phones in prop::collection::vec(phones(), 0..5),
        emails in prop::collection::vec(emails(), 0..4),
        plates in prop::collection::vec("[A-Z]{2}[0-9]{2} ?[A-Z]{3}|\\PC{0,10}", 0..4),
    ) -> Details {
        Details {
            title,
            first_name,
            last_name,
            company,
            notes,
            date_of_birth: day.and_then(NaiveDate::from_epoch_days),
            addresses: postcodes
                .into_iter()
                .map(|postcode| Address { kind: AddressKind::Work, postcode, ..Address::default() })
                .collect(),
            phones: phones.into_iter().map(|typed| phone_entry(PhoneKind::Other, typed)).collect(),
            emails: emails
                .into_iter()
                .map(|address| EmailEntry { kind: EmailKind::Work, key: address.to_lowercase(), address })
                .collect(),
            vehicles: plates
                .into_iter()
                .map(|registration| Vehicle { registration, ..Vehicle::default() })
                .collect(),
        }
    }
}

/// Adds a contact as an import does: its terms go in sorted, with those of others.
fn take_in(tx: &Tx<'_>, reference: &str, details: &Details) -> Result<ContactId> {
    let (sort_name, sort_postcode) = orders(details);
    let id = contact::add(
        tx,
        &NewContact {
            reference,
            details,
            sort_name: &sort_name,
            sort_postcode: &sort_postcode,
            last_purchase: "",
            import: 1,
            at: "",
            by: "",
        },
    )?;
    let mut terms = TermBatch::default();
    terms.contact(id);
    details.search_terms(reference, &mut |term| terms.term(term));
    terms.put_in::<Error>(tx, |_, _| Ok(()))?;
    Ok(id)
}

/// The rows of every table of the registry that name the contact. Reads them through: a row that no
/// look-up finds is the one that would be forgotten.
fn rows(tx: &Tx<'_>, id: ContactId) -> Result<Vec<(&'static str, i64)>> {
    let mut found = Vec::new();
    for table in personal::of_contacts() {
        let sql = match table.parent {
            Some(_) => format!("SELECT count(*) FROM {}", table.of_contact()),
            None => format!("SELECT count(*) FROM {} WHERE +{} = ?", table.name, table.contact_key),
        };
        let rows = tx.number(&sql, values![id.get()])?;
        if rows > 0 {
            found.push((table.words, rows));
        }
    }
    Ok(found)
}

#[test]
fn whatever_a_contact_was_an_erasure_leaves_no_row() {
    let store = Store::new();
    let number = Cell::new(0);
    let lives = (prop::collection::vec(details(), 1..5), any::<bool>(), 0_i64..3);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(80));
    let outcome = runner.run(&lives, |(lives, imported, answers)| {
        number.set(number.get() + 1);
        let number = number.get();
        let reference = format!("C{number:07}");
        let (id, neighbour) = store.write(|tx| {
            let id = if imported { take_in } else { add }(tx, &reference, &lives[0])?;
            // Somebody in the same household, found by the same words.
            Ok((id, add(tx, &format!("N{number:07}"), lives.last().unwrap())?))
        });
        for details in &lives[1..] {
            store.write(|tx| edit(tx, id, details));
        }
        for n in 0..answers {
            store.write(|tx| append(tx, answer(id, granted(State::Unset), "said so", n)));
        }
        let (held, others) = store.read(|tx| Ok((rows(tx, id)?, rows(tx, neighbour)?)));
        let (foreseen, taken) = store.write(|tx| Ok((erasure::would_take(tx, id)?, erasure::take(tx, id)?)));
        prop_assert_eq!(&foreseen, &taken, "the preview says what goes");
        for (words, rows) in held {
            prop_assert!(taken.contains(&(words.to_owned(), rows)), "{} {} of {:?}", rows, words, taken);
        }
        let (left, beside) = store.read(|tx| Ok((rows(tx, id)?, rows(tx, neighbour)?)));
        prop_assert_eq!(left, vec![], "rows of the erased");
        prop_assert_eq!(beside, others, "rows of somebody else");
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn lines_of_the_ledger_stay_and_their_contents_go() {
    let store = Store::new();
    let (id, other) = store.write(|tx| {
        let id = add(tx, "C0000001", &person("Quill", 1))?;
        let other = add(tx, "C0000002", &person("Rush", 2))?;
        for contact in [id, other] {
            line(tx, "contact.created", Subject::Contact(contact), "{\"name\":1}", 1)?;
            append(tx, answer(contact, granted(State::Unset), "said so", 2))?;
        }
        Ok((id, other))
    });
    let contents = "SELECT count(*) FROM ledger l JOIN ledger_payload p ON p.seq = l.seq
                    WHERE l.subject_kind = 'contact' AND l.subject_id = ?";
    let taken = store.write(|tx| erasure::take(tx, id));
    assert!(taken.contains(&("contents of history entries".to_owned(), 2)), "{taken:?}");
    let left = store
        .read(|tx| Ok((tx.number(contents, values![id.get()])?, tx.number(contents, values![other.get()])?)));
    assert_eq!(left, (0, 2));
    let lines = store.read(|tx| tx.number("SELECT count(*) FROM ledger", &[]));
    assert_eq!(lines, 4, "no line went");
    assert_eq!(store.write(|tx| erasure::take(tx, id)), vec![], "a second time takes nothing");
}
