use super::*;

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn named(last_name: &str) -> Draft {
    Draft { last_name: last_name.into(), ..Draft::default() }
}

fn fields(draft: Draft) -> Vec<String> {
    check(draft, today()).unwrap_err().into_iter().map(|problem| problem.field).collect()
}

#[test]
fn what_is_typed_is_kept_and_read() {
    let draft = Draft {
        title: " Dr ".into(),
        first_name: "Siobhán\u{202e}".into(),
        last_name: "O’Brien-Ng\t".into(),
        notes: "first\r\nsecond\rthird\t.\n\n".into(),
        addresses: vec![
            Address { postcode: "wr143aa".into(), line1: " 1 High St\nRear ".into(), ..Address::default() },
            Address { county: "  ".into(), ..Address::default() },
        ],
        phones: vec![
            (PhoneKind::Mobile, " 07700 900214 ".into()),
            (PhoneKind::Work, "   ".into()),
            (PhoneKind::Other, "ask wife".into()),
        ],
        emails: vec![
            (EmailKind::Home, "Siobhan@Example.ORG ".into()),
            (EmailKind::Work, "siobhan@example.org".into()),
        ],
        vehicles: vec![Vehicle { registration: "eu56jec".into(), ..Vehicle::default() }, Vehicle::default()],
        ..Draft::default()
    };
    let kept = check(draft, today()).unwrap();
    assert_eq!((kept.title.as_str(), kept.first_name.as_str()), ("Dr", "Siobhán"));
    assert_eq!(kept.display_name(), "Siobhán O’Brien-Ng");
    assert_eq!(kept.notes, "first\nsecond\nthird\t.", "a tab in notes is kept as it came");
    assert_eq!(kept.addresses.len(), 1);
    assert_eq!(
        (kept.addresses[0].line1.as_str(), kept.addresses[0].postcode.as_str()),
        ("1 High St Rear", "WR14 3AA")
    );
    assert_eq!(kept.phones.len(), 2);
    assert_eq!(
        (kept.phones[0].typed.as_str(), kept.phones[0].e164.as_str()),
        ("07700 900214", "+447700900214")
    );
    assert_eq!((kept.phones[1].typed.as_str(), kept.phones[1].e164.as_str()), ("ask wife", ""));
    assert_eq!(kept.emails.len(), 1, "the same address twice is one");
    assert_eq!(kept.emails[0].address, "Siobhan@example.org");
    assert_eq!(kept.vehicles.len(), 1);
    assert_eq!(kept.vehicles[0].registration, "EU56 JEC");
    assert_eq!(check(kept.clone().into_draft(), today()).unwrap(), kept, "kept details are kept again");
}

#[test]
fn a_contact_needs_a_name_or_a_company() {
    assert_eq!(fields(named(" \u{200b} ")), ["last_name"]);
    assert!(check(Draft { company: "Oak Ltd".into(), ..Draft::default() }, today()).is_ok());
    assert!(check(Draft { first_name: "Cher".into(), ..Draft::default() }, today()).is_ok());
}

#[test]
fn every_problem_names_its_field_and_none_its_text() {
    let secret = "x".repeat(300);
    let draft = Draft {
        first_name: format!("{secret}\u{0}"),
        last_name: secret.clone(),
        date_of_birth: today().succ_opt(),
        notes: "é".repeat(10_001),
        addresses: vec![Address { town: secret.clone(), ..Address::default() }],
        phones: vec![(PhoneKind::Home, String::new()), (PhoneKind::Home, secret.clone())],
        emails: vec![(EmailKind::Home, String::new()), (EmailKind::Home, "secret at example".into())],
        vehicles: vec![Vehicle { model: secret.clone(), ..Vehicle::default() }],
        ..Draft::default()
    };
    let problems = check(draft, today()).unwrap_err();
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "first_name",
            "last_name",
            "date_of_birth",
            "notes",
            "addresses.0.town",
            "phones.1.typed",
            "emails.1.address",
            "vehicles.0.model"
        ]
    );
    assert!(problems[3].words.contains("10001 characters"), "{}", problems[3].words);
    assert!(problems.iter().all(|p| !p.words.contains("secret") && !p.words.contains("xxx")));
}

#[test]
fn notes_are_counted_in_scalars() {
    let notes = "é😀".repeat(5_000);
    assert!(check(Draft { notes: notes.clone(), ..named("Ng") }, today()).is_ok());
    assert_eq!(fields(Draft { notes: notes + "!", ..named("Ng") }), ["notes"]);
}

#[test]
fn lists_are_bounded() {
    let phones = vec![(PhoneKind::Home, "1".to_owned()); PHONES_MAX + 1];
    assert_eq!(fields(Draft { phones, ..named("Ng") }), ["phones"]);
}

#[test]
fn names_order_by_surname() {
    let mut people = [
        ("Zoë", "Li", ""),
        ("Ann", "Lia", ""),
        ("Ann", "Li", ""),
        ("", "", "Lexus Club"),
        ("Łukasz", "", ""),
    ];
    people.sort_by_key(|(first, last, company)| name_order(first, last, company));
    assert_eq!(
        people,
        [
            ("", "", "Lexus Club"),
            ("Ann", "Li", ""),
            ("Zoë", "Li", ""),
            ("Ann", "Lia", ""),
            ("Łukasz", "", "")
        ]
    );
}

#[test]
fn postcodes_order_as_people_read_them() {
    let mut postcodes = ["", "BA1 1AA", "B10 1AA", "EC1A 1BB", "B2 4QA", "M1 1AE", "EC1 9ZZ", "75008"];
    postcodes.sort_by_key(|postcode| postcode_order(postcode));
    assert_eq!(postcodes, ["75008", "B2 4QA", "B10 1AA", "BA1 1AA", "EC1 9ZZ", "EC1A 1BB", "M1 1AE", ""]);
}

#[test]
fn changes_are_named() {
    let old = check(named("Ng"), today()).unwrap();
    assert!(changed_fields(&old, &old).is_empty());
    let new = Details { notes: "x".into(), first_name: "Jo".into(), ..old.clone() };
    assert_eq!(changed_fields(&old, &new), ["first_name", "notes"]);
}

#[test]
fn a_contact_is_found_by_both_numbers_of_one_box() {
    let draft =
        Draft { phones: vec![(PhoneKind::Home, "020 7946 0018 / 07700 900123".into())], ..named("Ng") };
    let kept = check(draft, today()).unwrap();
    let mut terms = Vec::new();
    kept.search_terms("C0000042", &mut |term| terms.push(term.to_owned()));
    assert!(terms.contains(&"p2079460018".into()) && terms.contains(&"p7700900123".into()), "{terms:?}");
    assert!(terms.contains(&"nng".into()));
}
