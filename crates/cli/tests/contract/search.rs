//! `search`, one term or a file of them.

use crate::desk::{CONTACTS, Desk, HEADER, references};
use crate::said::Said;
use serde_json::Value;
use std::fmt::Write;

#[test]
fn a_contact_is_found_by_all_that_people_say() {
    let desk = Desk::prepared();
    let terms = [
        "Siobhan",
        "o'brien",
        "OBRIEN",
        "0044 7700 900 214",
        "+44 7700 900214",
        "07700900214",
        "900214",
        "wr143aa",
        "WR14 3AA",
        "siobhan@example.org",
        "eu56jec",
        "c0000042",
    ];
    assert_eq!(desk.found(terms[3]), ["C0000042"]);
    // The rest in one run: each run hashes a password.
    let file = desk.put("terms.txt", &terms.join("\n"));
    let said = desk.anna(["search".as_ref(), "--queries".as_ref(), file.as_os_str()]);
    for (line, term) in said.text().lines().zip(terms) {
        let answer: Value = serde_json::from_str(line).unwrap();
        assert_eq!(answer["references"], serde_json::json!(["C0000042"]), "{term}");
    }
    assert_eq!(said.text().lines().count(), terms.len());
    assert_eq!(desk.found("Ashdown"), ["C0000044"]);
    assert_eq!(desk.found("Nobody Atall"), Vec::<String>::new());
}

#[test]
fn people_read_one_line_each() {
    let desk = Desk::prepared();
    let said = desk.plain(["search", "brien"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.text().starts_with("C0000042  "), "{}", said.text());
    assert_eq!(desk.plain(["search", "Nobody Atall"]).text(), "No contact found.\n");
}

#[test]
fn a_limit_is_kept_to() {
    let desk = Desk::prepared();
    let answer = desk.anna(["search", "cb7", "--limit", "1"]).done();
    assert_eq!((references(&answer).len(), answer["more"].as_bool()), (1, Some(true)));
    assert_eq!(references(&desk.anna(["search", "cb7", "--limit", "2"]).done()).len(), 2);
}

#[test]
fn queries_of_a_file_are_answered_line_by_line() {
    let desk = Desk::prepared();
    let file = desk.put("queries.txt", "brien\ncb7\n\nsm\u{ee}th \"quoted\"\n07700 900108\n");
    // The highest number there is was once one too many.
    for limit in ["20", "18446744073709551615"] {
        let mut command = desk.as_anna(["search", "--limit", limit, "--queries"]);
        let said = Said::by(command.arg(&file));
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        let answers: Vec<Value> =
            said.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let found: Vec<(&str, usize)> = answers
            .iter()
            .map(|answer| (answer["query"].as_str().unwrap(), answer["references"].as_array().unwrap().len()))
            .collect();
        assert_eq!(found, [("brien", 1), ("cb7", 2), ("smîth \"quoted\"", 0), ("07700 900108", 1)]);
        for answer in &answers {
            assert_eq!(answer.as_object().unwrap().len(), 3, "{answer}");
            assert!(answer["micros"].as_f64().unwrap() > 0.0);
        }
    }
    let one = Said::by(desk.as_anna(["search", "--queries"]).arg(desk.put("one.txt", "cb7")));
    let answer: Value = serde_json::from_str(one.text()).unwrap();
    assert_eq!(answer["references"], serde_json::json!(desk.found("cb7")), "as one search gives");
    let words = desk.anna(["search", "--queries", "missing.txt"]).fault();
    assert!(words.contains("cannot be read"), "{words}");
    desk.anna(["search", "brien", "--queries", "x"]).fault();
}

#[test]
fn a_reference_names_its_contact_and_nobody_else() {
    let desk = Desk::prepared();
    // Twenty-five people of a name that is also somebody's account reference.
    let mut text = HEADER.to_owned();
    for row in 0..25 {
        writeln!(text, ",Mr,Ivor,Lund,,,,,,,,,,ivor{row}@example.org,,,,,,,,,,,,").unwrap();
    }
    let own = CONTACTS.lines().next().unwrap().replace("C0000042", "LUND").replace("siobhan@", "sio@");
    writeln!(text, "{own}").unwrap();
    let file = desk.put("lund.csv", &text);
    desk.anna(["import".as_ref(), "contacts".as_ref(), file.as_os_str()]).done();
    for named in ["LUND", " lund "] {
        let out = desk.path("out/form.pdf");
        let mut command = desk.as_anna(["print", "capture", "--contact", named, "-o"]);
        Said::by(command.arg(&out)).done();
    }
    let erased = ["erase", "--contact", "LUND", "--confirm", "Siobhán O'Brien-Ng"];
    desk.anna(erased).done();
    assert_eq!(desk.found("C0000042"), ["C0000042"], "the other one of that name stays");
}
