use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn of(vin: &str, first_registered: &str) -> Result<Record, Vec<crate::contact::Problem>> {
    let draft = Draft {
        registration: "eu56jec".into(),
        vin: vin.into(),
        first_registered: first_registered.into(),
        ..Draft::default()
    };
    check(draft, today())
}

#[test]
fn t01_a_vin_is_seventeen_without_i_o_and_q_or_older_and_warned_of() {
    for (typed, registered, kept, warned) in [
        ("wf0 axx wpm-a7h12345", "2007-03-01", "WF0AXXWPMA7H12345", false),
        ("WF0AXXWPMA7H12345", "", "WF0AXXWPMA7H12345", false),
        ("BA7VF12345", "1968-05-01", "BA7VF12345", true),
        ("BA7VF12345", "", "BA7VF12345", true),
        ("", "2007-03-01", "", false),
    ] {
        let record = of(typed, registered).unwrap();
        assert_eq!(record.vin, kept);
        assert_eq!(!record.warnings().is_empty(), warned, "{typed}");
    }
    for (typed, registered, words) in [
        ("WFOAXXWPMA7H12345", "", "no I, O or Q"),
        ("WF0AXXWPMA7HI2345", "1960-01-01", "no I, O or Q"),
        ("WF0AXXWPMA7H123456", "", "no VIN has more than 17"),
        ("WF0AXXWPMA7H1234", "2007-03-01", "since 1981 has 17"),
        ("WF0AXXWPMA7H1234?", "", "letters and digits only"),
    ] {
        let problems = of(typed, registered).unwrap_err();
        assert!(problems.iter().any(|one| one.field == "vin" && one.words.contains(words)), "{problems:?}");
    }
}

#[test]
fn t01_a_record_is_kept_as_it_is_written() {
    let draft = Draft {
        registration: " eu56jec ".into(),
        make: " Ford  ".into(),
        fuel: "PETROL".into(),
        first_registered: "2006-09-14".into(),
        mot_due: "2026-11-30".into(),
        last_v5c: "2024-05-20".into(),
        recall: Recall::Yes,
        ..Draft::default()
    };
    let record = check(draft, today()).unwrap();
    assert_eq!((record.registration.as_str(), record.plate().as_str()), ("EU56 JEC", "EU56JEC"));
    assert_eq!((record.make.as_str(), record.fuel.as_str()), ("Ford", "Petrol"));
    assert_eq!(record.mot_due, NaiveDate::from_ymd_opt(2026, 11, 30));
    assert_eq!(record.called(), "EU56 JEC Ford");
    assert!(record.warnings().is_empty());
}

#[test]
fn what_cannot_be_is_said_field_by_field() {
    let draft = Draft {
        registration: "A".repeat(21),
        first_registered: "2027-01-01".into(),
        mot_due: "30/11/2026".into(),
        last_v5c: "2026-11-22".into(),
        ..Draft::default()
    };
    let fields: Vec<String> = check(draft, today()).unwrap_err().into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["first_registered", "registration", "mot_due", "last_v5c"]);
    let nothing = check(Draft::default(), today()).unwrap_err();
    assert!(nothing[0].words.contains("at least"), "{nothing:?}");
}

#[test]
fn the_words_of_recalls_are_read_back_and_others_are_unknown() {
    for recall in Recall::ALL {
        assert_eq!(Recall::from_word(recall.word()), *recall);
    }
    assert_eq!((Recall::from_word(""), Recall::from_word("perhaps")), (Recall::Unknown, Recall::Unknown));
}

#[test]
fn a_reading_is_of_a_day_that_was() {
    let on = |text: &str| text.parse().unwrap();
    assert!(check_reading(42_117, today(), today()).is_ok());
    assert!(check_reading(-1, today(), today()).is_err());
    assert!(check_reading(10_000_000, today(), today()).is_err());
    assert!(check_reading(1, on("2026-11-22"), today()).is_err());
}
