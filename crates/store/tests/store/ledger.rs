//! Tampering with the ledger is found, all of it (L1), and nothing is found where nobody tampered.

use crate::scene::{Store, add, answer, append, granted, line, person};
use forecourt_domain::consent::{Cell, Change, Channel, Party, Purpose, State, Transition};
use forecourt_domain::ids::ContactId;
use forecourt_store::ledger::{Head, Subject, Verdict, head, verify, verify_book};
use forecourt_store::{Error, Result, Tx, consent, erasure, setting, values};

/// A store with a history of sixty lines, two thirds of them about people.
struct History {
    store: Store,
    people: Vec<ContactId>,
    lines: i64,
    head: Head,
}

fn history() -> History {
    let store = Store::new();
    let people = store.write(|tx| {
        let people = (1..=4)
            .map(|n| add(tx, &format!("C{n:07}"), &person(&format!("Quill{n}"), n)))
            .collect::<Result<Vec<_>>>()?;
        for n in 0..20_i64 {
            let of = people[n as usize % people.len()];
            let (about, change) = match n % 5 {
                3 => (
                    Subject::None,
                    Change { exclusion: Some(n % 2 == 0), reviewed: true, ..Change::default() },
                ),
                4 => (Subject::Other("report", n), Change { reviewed: true, ..Change::default() }),
                _ => (Subject::Contact(of), granted(State::Unset)),
            };
            line(tx, "contact.changed", Subject::Contact(of), &format!("{{\"n\":{n}}}"), 3 * n)?;
            append(tx, answer(of, change, &format!("note {n}\nof two lines"), 3 * n + 1))?;
            line(tx, "setting.changed", about, &format!("{{\"value\":{n}}}"), 3 * n + 2)?;
        }
        Ok(people)
    });
    let (lines, head) = store.read(|tx| Ok((tx.number("SELECT count(*) FROM ledger", &[])?, head(tx)?)));
    assert_eq!((lines, head.seq), (60, 60));
    History { store, people, lines, head }
}

impl History {
    /// What a verification says once `tamper` has been at the tables, which are put back after.
    fn verdict(&self, tamper: impl FnOnce(&Tx<'_>) -> Result<()>) -> Verdict {
        let mut verdict = None;
        let undone: Result<()> = self.store.database.write(|tx| {
            tamper(tx)?;
            verdict = Some(verify(tx, Some(&self.head))?);
            Err(Error::Cancelled)
        });
        assert!(matches!(undone, Err(Error::Cancelled)), "{undone:?}");
        verdict.unwrap()
    }

    /// Tampers with `UPDATE`s and the like, each of which must touch something.
    fn after(&self, statements: &[String]) -> Option<(i64, &'static str)> {
        let verdict = self.verdict(|tx| {
            for sql in statements {
                assert!(tx.run(sql, &[])? > 0, "{sql} touches nothing");
            }
            Ok(())
        });
        verdict.first_bad
    }

    fn found_at(&self, line: i64, statements: &[String]) {
        let found = self.after(statements).map(|(seq, _)| seq);
        assert_eq!(found, Some(line), "{statements:?}");
    }

    fn found(&self, statements: &[String]) {
        assert!(self.after(statements).is_some(), "{statements:?} goes unnoticed");
    }

    /// The lines that are consent events.
    fn events(&self) -> Vec<i64> {
        self.store.read(|tx| tx.all("SELECT seq FROM consent_event ORDER BY seq", &[], |row| row.int(0)))
    }

    /// How many different things they did.
    fn acts(&self) -> i64 {
        self.store.read(|tx| tx.number("SELECT count(*) FROM consent_act", &[]))
    }
}

/// The columns of a table with their types, but for the number of the line.
fn columns(history: &History, table: &str) -> Vec<(String, String)> {
    let sql = format!("SELECT name, type FROM pragma_table_info('{table}') WHERE name <> 'seq'");
    history.store.read(|tx| tx.all(&sql, &[], |row| Ok((row.text(0)?, row.text(1)?))))
}

/// The smallest change of a column: one more, one letter more, one bit.
fn nudged(column: &str, kind: &str) -> String {
    match kind {
        "INTEGER" => format!("{column} + 1"),
        "TEXT" => format!("{column} || 'x'"),
        _ => format!(
            "CAST(unhex(replace(hex({column}), substr(hex({column}), 1, 2),
                  CASE substr(hex({column}), 1, 2) WHEN '00' THEN '01' ELSE '00' END)) AS BLOB)"
        ),
    }
}

#[test]
fn an_untouched_history_verifies_with_any_head_it_ever_had() {
    let history = history();
    let verdict = history.verdict(|_| Ok(()));
    assert!(verdict.is_sound(), "{verdict:?}");
    assert_eq!((verdict.lines, &verdict.head), (60, &history.head));
    let hashes = history.store.read(|tx| {
        tx.all("SELECT seq, lower(hex(hash)) FROM ledger", &[], |row| {
            Ok(Head { seq: row.int(0)?, hash: row.text(1)? })
        })
    });
    for earlier in hashes {
        assert_eq!(history.store.read(|tx| verify(tx, Some(&earlier))).first_bad, None);
        let other = Head { hash: "00".repeat(32), ..earlier };
        assert!(history.store.read(|tx| verify(tx, Some(&other))).first_bad.is_some(), "another head");
    }
}

#[test]
fn every_change_of_every_field_is_found_in_its_line() {
    let history = history();
    for table in ["ledger", "ledger_payload"] {
        for (column, kind) in columns(&history, table) {
            let to = nudged(&column, &kind);
            for seq in 1..=history.lines {
                let sql = format!("UPDATE {table} SET {column} = {to} WHERE seq = {seq}");
                history.found_at(seq, &[sql]);
            }
        }
    }
    for table in ["ledger", "ledger_payload"] {
        for seq in 1..=history.lines {
            history.found(&[format!("UPDATE {table} SET seq = seq + 1000 WHERE seq = {seq}")]);
            history.found(&[format!("UPDATE {table} SET seq = -seq WHERE seq = {seq}")]);
        }
    }
}

#[test]
fn every_change_of_a_consent_event_is_found_in_its_line() {
    let history = history();
    let events = history.events();
    assert_eq!(events.len(), 20);
    let acts = history.acts();
    assert!(acts > 1, "one act says nothing of a wrong one");
    for (column, kind) in columns(&history, "consent_event") {
        for seq in &events {
            // The one behind the last contact or act would be none, which the table refuses.
            let to = match column.as_str() {
                "contact_id" => "contact_id % 4 + 1".into(),
                "act_id" => format!("act_id % {acts} + 1"),
                _ => nudged(&column, &kind),
            };
            history.found_at(*seq, &[format!("UPDATE consent_event SET {column} = {to} WHERE seq = {seq}")]);
        }
    }
    for seq in events {
        history.found_at(seq, &[format!("DELETE FROM consent_event WHERE seq = {seq}")]);
        history.found(&[format!("UPDATE consent_event SET seq = seq + 1000 WHERE seq = {seq}")]);
    }
}

/// What an event did stands apart, for all that did the same; the line of each commits to it.
#[test]
fn every_change_of_what_an_event_did_is_found_in_the_first_line_that_names_it() {
    let history = history();
    for act in 1..=history.acts() {
        let first = history
            .store
            .read(|tx| tx.number("SELECT min(seq) FROM consent_event WHERE act_id = ?", values![act]));
        for (column, kind) in columns(&history, "consent_act").into_iter().filter(|(name, _)| name != "id") {
            let to = nudged(&column, &kind);
            history.found_at(first, &[format!("UPDATE consent_act SET {column} = {to} WHERE id = {act}")]);
        }
    }
}

/// The line commits to the cells as one text, so it is read as one, wherever somebody cut it.
#[test]
fn cells_cut_at_another_place_say_the_same() {
    let history = history();
    let seq = history.events()[0];
    let mut read = Vec::new();
    for tamper in [false, true] {
        let verdict = history.verdict(|tx| {
            if tamper {
                let rest = "exclusion, reconfirmed, reviewed, deferred, basis, actor, workstation_id, screen,
                    method, evidence, notice, zone";
                tx.run(
                    &format!(
                        "INSERT INTO consent_act (id, cells, {rest}) SELECT 999, '', {rest} FROM consent_act
                         WHERE id = (SELECT act_id FROM consent_event WHERE seq = ?)"
                    ),
                    values![seq],
                )?;
                tx.run(
                    "UPDATE consent_event SET act_id = 999, restored =
                         (SELECT a.cells || consent_event.restored FROM consent_act a
                          WHERE a.id = consent_event.act_id)
                     WHERE seq = ?",
                    values![seq],
                )?;
            }
            read.push(consent::event(tx, seq)?.unwrap());
            Ok(())
        });
        assert_eq!(verdict.first_bad, None);
    }
    assert!(!read[0].change.cells.is_empty());
    assert_eq!(read[0], read[1]);
}

#[test]
fn a_standing_changed_by_hand_is_found() {
    let history = history();
    for change in [
        "cells = replace(cells, 'granted', 'refused')",
        "excluded = 1 - excluded",
        "given_on = '2020-01-01'",
        "reviewed_on = '2030-01-01'",
        "oldest = '2030-01-01'",
        "deferrals = 9",
    ] {
        history.found(&[format!("UPDATE consent_standing SET {change}")]);
    }
    history.found(&["DELETE FROM consent_standing".into()]);
}

#[test]
fn a_contact_removed_by_hand_with_its_contents_is_found() {
    let history = history();
    let tables = [
        "search_term",
        "consent_event",
        "consent_standing",
        "vehicle_keeper",
        "contact_email",
        "contact_phone",
        "contact_address",
    ];
    let mut sql: Vec<String> =
        tables.iter().map(|table| format!("DELETE FROM {table} WHERE contact_id = 1")).collect();
    sql.push("DELETE FROM contact WHERE id = 1".into());
    sql.push(
        "DELETE FROM ledger_payload WHERE seq IN
             (SELECT seq FROM ledger WHERE subject_kind = 'contact' AND subject_id = 1)"
            .into(),
    );
    history.found(&sql);
}

#[test]
fn an_event_slipped_in_beside_the_ledger_is_found() {
    let history = history();
    let columns: Vec<String> = columns(&history, "consent_event").into_iter().map(|(name, _)| name).collect();
    let columns = columns.join(", ");
    for (seq, of) in [(1, 2), (61, 2), (1000, 5)] {
        let sql = format!(
            "INSERT INTO consent_event (seq, {columns}) SELECT {seq}, {columns} FROM consent_event WHERE seq = {of}"
        );
        let verdict = history.after(&[sql]);
        assert!(verdict.is_some(), "{seq} after {of}");
    }
}

#[test]
fn an_event_that_no_line_tells_is_found_though_the_standing_follows_from_it() {
    let history = history();
    let columns: Vec<String> = columns(&history, "consent_event").into_iter().map(|(name, _)| name).collect();
    let columns = columns.join(", ");
    let contact = history.people[0];
    // Below every line, beside a line of the same contact that says something of its own, and behind all.
    for seq in [i64::MIN, -5, 0, 1, 61, i64::MAX] {
        let slipped_in = [
            format!(
                "INSERT INTO consent_event (seq, {columns}) SELECT {seq}, {columns} FROM consent_event WHERE seq = 2"
            ),
            format!("UPDATE consent_standing SET version = version + 1 WHERE contact_id = {contact}"),
        ];
        let found = history.after(&slipped_in);
        assert_eq!(found, Some((seq, "a consent event stands outside the ledger")));
    }
}

#[test]
fn every_deleted_line_and_every_cut_is_found() {
    let history = history();
    for seq in 1..=history.lines {
        let gone = |table: &str| format!("DELETE FROM {table} WHERE seq = {seq}");
        history.found(&[gone("ledger")]);
        history.found(&[gone("ledger"), gone("ledger_payload")]);
        history.found_at(seq, &[gone("ledger_payload")]);
        let cut = |table: &str| format!("DELETE FROM {table} WHERE seq >= {seq}");
        history.found_at(seq, &[cut("ledger_payload"), cut("ledger")]);
        // Taken out and closed up behind.
        if seq < history.lines {
            let close_up = |table: &str| format!("UPDATE {table} SET seq = seq - 1 WHERE seq > {seq}");
            history.found_at(
                seq,
                &[gone("ledger"), gone("ledger_payload"), close_up("ledger"), close_up("ledger_payload")],
            );
        }
    }
}

#[test]
fn swapped_moved_and_inserted_lines_are_found() {
    let history = history();
    for seq in 1..history.lines {
        let swap = |table: &str| {
            [(seq, -1), (seq + 1, seq), (-1, seq + 1)]
                .map(|(from, to)| format!("UPDATE {table} SET seq = {to} WHERE seq = {from}"))
        };
        history.found_at(seq, &[swap("ledger"), swap("ledger_payload")].concat());
        history.found_at(seq, &swap("ledger"));
        history.found_at(seq, &swap("ledger_payload"));
        for column in ["salt", "payload"] {
            let moved = format!(
                "UPDATE ledger_payload SET {column} =
                     (SELECT {column} FROM ledger_payload WHERE seq = {seq} + 1) WHERE seq = {seq}"
            );
            history.found_at(seq, &[moved]);
        }
        // In two steps, because no two lines have one number even for a moment.
        let make_room = |table: &str| {
            [
                format!("UPDATE {table} SET seq = -seq - 1 WHERE seq > {seq}"),
                format!("UPDATE {table} SET seq = -seq WHERE seq < 0"),
            ]
        };
        let copy = |table: &str, columns: &str| {
            format!(
                "INSERT INTO {table} (seq, {columns}) SELECT seq + 1, {columns} FROM {table} WHERE seq = {seq}"
            )
        };
        let inserted = [
            make_room("ledger").to_vec(),
            make_room("ledger_payload").to_vec(),
            vec![
                copy("ledger", "at, actor, action, subject_kind, subject_id, commitment, hash"),
                copy("ledger_payload", "salt, payload"),
            ],
        ];
        history.found_at(seq + 1, &inserted.concat());
    }
}

#[test]
fn an_erasure_raises_no_alarm_and_hides_no_tampering() {
    let history = history();
    for (at, id) in history.people.iter().enumerate() {
        history.store.write(|tx| {
            erasure::take(tx, *id)?;
            line(tx, "contact.erased", Subject::Contact(*id), "{\"rows\":1}", 100 + at as i64)
        });
        let verdict = history.store.read(|tx| verify(tx, Some(&history.head)));
        assert_eq!((verdict.lines, verdict.first_bad), (61 + at as i64, None), "after contact {id}");
    }
    for seq in 1..=64_i64 {
        for (column, kind) in columns(&history, "ledger") {
            let to = nudged(&column, &kind);
            history.found_at(seq, &[format!("UPDATE ledger SET {column} = {to} WHERE seq = {seq}")]);
        }
    }
    // Content that belongs to nobody must still be there.
    let about_nobody = history
        .store
        .read(|tx| tx.all("SELECT seq FROM ledger WHERE subject_kind <> 'contact'", &[], |row| row.int(0)));
    assert_eq!(about_nobody.len(), 8);
    for seq in about_nobody {
        history.found_at(seq, &[format!("DELETE FROM ledger_payload WHERE seq = {seq}")]);
    }
}

#[test]
fn a_failed_write_leaves_no_line() {
    let history = history();
    let failed: Result<()> = history.store.database.write(|tx| {
        line(tx, "setting.changed", Subject::None, "{}", 99)?;
        setting::put(tx, "gdpr", "true")?;
        tx.run("INSERT INTO setting (key, value) VALUES (?, ?)", values!["gdpr", "twice"])?;
        Ok(())
    });
    assert!(matches!(failed, Err(Error::Exists(_))));
    assert_eq!(history.store.read(head), history.head);
    assert_eq!(history.store.read(|tx| setting::get(tx, "gdpr")), None);
}

#[test]
fn a_whole_book_is_found_out_on_several_threads_as_on_one() {
    let untouched = history();
    let verdict = verify_book(&untouched.store.database, std::slice::from_ref(&untouched.head)).unwrap();
    assert!(verdict.is_sound(), "{verdict:?}");
    assert_eq!((verdict.lines, &verdict.head), (60, &untouched.head));
    let event = untouched.events()[7];
    let cases = [
        format!("UPDATE ledger SET actor = actor || 'x' WHERE seq = {event}"),
        "DELETE FROM ledger WHERE seq = 31".into(),
        "DELETE FROM ledger WHERE seq > 57".into(),
        "DELETE FROM ledger_payload WHERE seq = 31".into(),
        format!("UPDATE consent_event SET notes = 'another' WHERE seq = {event}"),
        // A date that nobody can read is a changed line, and no error.
        format!("UPDATE consent_event SET local_date = 'never' WHERE seq = {event}"),
        format!("DELETE FROM consent_event WHERE seq = {event}"),
        "UPDATE consent_event SET seq = 1000 WHERE seq = (SELECT max(seq) FROM consent_event)".into(),
        "UPDATE consent_standing SET excluded = 1 - excluded WHERE contact_id = 3".into(),
        "DELETE FROM consent_standing WHERE contact_id = 2".into(),
        "UPDATE clock SET latest = '2020-01-01T00:00:00.000Z'".into(),
        "INSERT INTO ledger_payload (seq, salt, payload) VALUES (0, x'00', 'slipped in')".into(),
        "INSERT INTO ledger_payload (seq, salt, payload) VALUES (99, x'00', 'slipped in')".into(),
    ];
    for sql in cases {
        let history = history();
        history.store.write(|tx| tx.run(&sql, &[]));
        let found = verify_book(&history.store.database, std::slice::from_ref(&history.head)).unwrap();
        assert!(!found.is_sound(), "{sql} goes unnoticed");
        assert_eq!(found, history.store.read(|tx| verify(tx, Some(&history.head))), "{sql}");
    }
}

#[test]
fn of_many_contacts_who_answered_alike_one_changed_standing_is_found() {
    let store = Store::new();
    // On different days, and among them one whose third party is called like a day.
    let like_a_day = Cell::new(Party::Manufacturer("2001-02-03".into()), Channel::Email, Purpose::ALL[0]);
    let (mut seqs, mut ids) = (Vec::new(), Vec::new());
    store.write(|tx| {
        for n in 1..=12 {
            let id = add(tx, &format!("C{n:07}"), &person(&format!("Quill{n}"), n))?;
            let mut change = granted(State::Unset);
            if n % 4 == 0 {
                let step = Transition { cell: like_a_day.clone(), from: State::Unset, to: State::Granted };
                change.cells.push(step);
            }
            let mut event = answer(id, change, "", n as i64);
            event.local_date = event.local_date + chrono::Days::new(n as u64 % 5);
            append(tx, event)?;
            ids.push(id.get());
            seqs.push(tx.number("SELECT max(seq) FROM ledger", &[])?);
        }
        Ok(())
    });
    let head = store.read(head);
    let verdict = verify_book(&store.database, &[]).unwrap();
    assert!(verdict.is_sound(), "{verdict:?}");
    let history = History { store, people: Vec::new(), lines: head.seq, head };
    for (id, seq) in ids.iter().zip(&seqs) {
        for change in [
            "cells = replace(cells, '2026', '2025')",
            "cells = cells || 'x'",
            "given_on = '2026-11-2'",
            "given_on = '2020-01-01', reviewed_on = '2020-01-01', oldest = '2020-01-01'",
            "given_actor = 'customer'",
            "oldest = ''",
            "version = 2",
            "excluded = 1",
        ] {
            let sql = format!("UPDATE consent_standing SET {change} WHERE contact_id = {id}");
            history.found_at(*seq, &[sql]);
        }
    }
}

#[test]
fn a_second_event_counts_though_it_says_the_same_as_the_first() {
    let store = Store::new();
    store.write(|tx| {
        for (n, events) in [(1, 1), (2, 2)] {
            let id = add(tx, &format!("C{n:07}"), &person(&format!("Quill{n}"), n))?;
            for _ in 0..events {
                append(tx, answer(id, granted(State::Unset), "", 1))?;
            }
        }
        Ok(())
    });
    let head = store.read(head);
    let history = History { store, people: Vec::new(), lines: head.seq, head };
    // What either of the two events gives by itself.
    history.found_at(3, &["UPDATE consent_standing SET version = 1 WHERE contact_id = 2".into()]);
}

#[test]
fn of_the_remembered_heads_one_that_the_book_lacks_says_most() {
    let history = history();
    let lost = Head { seq: 61, hash: "00".repeat(32) };
    for heads in [[history.head.clone(), lost.clone()], [lost, history.head.clone()]] {
        let found = verify_book(&history.store.database, &heads).unwrap().first_bad;
        assert_eq!(found, Some((61, "lines at the end are missing")));
    }
}
