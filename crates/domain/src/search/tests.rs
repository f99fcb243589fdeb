use super::*;

const SIOBHAN: SearchSubject<'_> = SearchSubject {
    first_name: "Siobhán Mary",
    last_name: "O’Brien-Ng",
    company: "Malvern Plumbing & Heating Ltd",
    reference: "C0000042",
    postcodes: &["WR14 3AA"],
    phones: &["7700900214", "2079460018", "353861234567"],
    emails: &["siobhan.obrien@example.com", "siobhan@example.com", "jo@bücher.example"],
    registrations: &["EU56 JEC", "a123 bcd"],
};

fn finds(query: &str) -> bool {
    plan(query).accepts(&SIOBHAN)
}

#[test]
fn what_counter_staff_type_finds_her() {
    for query in [
        // names, whole and half, in any order, with and without marks
        "s",
        "Siobhan",
        "siobhán",
        "SIOBHAN OBR",
        "obrien siobhan",
        "O'Brien-Ng",
        "O’Brien",
        "obrien ng",
        "Brien",
        "Ng",
        "ng s",
        "Ng, Siobhan",
        "siobhan ng",
        "mary",
        "mary ng",
        "ng mary siobhan",
        "siobhan o'brien-ng",
        "Mrs O'Brien",
        "ms siobhan",
        "o'b",
        // phones: the start in any spelling, the last digits
        "0770090",
        "07700 900214",
        "+44 7700 900",
        "+44 (0) 7700 900",
        "0044 7700 900",
        "447700900",
        "7700 900",
        "900214",
        "0214",
        "00214",
        "020 7946",
        "(020) 7946-0018",
        "+353 86",
        "00353 86",
        "086 123 4567",
        "0018",
        "tel:+44-7700-900-214",
        "07700 900214 (mobile)",
        "020 7946 0018 ext 4",
        "０７７００ ９００２１４",
        "07700 900214 / 020 7946 0018",
        "4567",
        // postcode and plate
        "WR14",
        "WR14 3",
        "wr143aa",
        "wr14 3AA",
        "EU56 JEC",
        "eu56j",
        "eu56",
        "EU56-JEC",
        "A123",
        "a123 bcd",
        // email
        "siobhan@ex",
        "siobhan.obr",
        "siobhan.obrien@EXAMPLE.com",
        "jo@bücher",
        "jo@xn--bcher",
        "mailto:jo@b",
        // company and reference
        "malvern",
        "plumbing",
        "Heating Ltd",
        "malvern heating",
        "malvern plumbing and heating",
        "plumbing limited",
        "C0000042",
        "c42",
        "42",
        "0000042",
        // two different things
        "siobhan wr14",
        "obrien 0214",
        "ng EU56 JEC",
        "EU56 JEC siobhan",
        "WR14 3AA obrien",
        "siobhan 07700 900",
        "a123 bcd ng",
        "malvern siobhan",
        "siobhan.obrien@example.com ng",
    ] {
        assert!(finds(query), "{query}: {:?}", plan(query));
    }
}

#[test]
fn what_is_not_hers_does_not() {
    for query in [
        "",
        "   ",
        "'-",
        "smith",
        "siobhan smith",
        "obrienx",
        "siobhan wr15",
        "07700 900215",
        "+44 7700 901",
        "900215",
        "wr144",
        "eu57",
        "siobhan@x",
        "c43",
        "5",
        "jec",
        "ltd",
        "+353 87",
        "214 siobhan x",
        "ng EU56 JED",
    ] {
        assert!(!finds(query), "{query}: {:?}", plan(query));
    }
    assert!(plan("'-").is_empty());
}

#[test]
fn letters_with_no_plain_form_are_found_both_ways() {
    let subject = SearchSubject { first_name: "Jürgen", last_name: "Weiß", ..SearchSubject::default() };
    for query in ["weiss", "weis", "weiß", "juergen", "jurgen", "jürgen weiß", "weis juergen", "weiss jurgen"]
    {
        assert!(plan(query).accepts(&subject), "{query}");
    }
    let subject = SearchSubject { last_name: "王", first_name: "小明", ..SearchSubject::default() };
    assert!(plan("王小").accepts(&subject) && plan("小明 王").accepts(&subject));
}

#[test]
fn a_title_is_left_out_only_before_something_else() {
    let subject = SearchSubject { first_name: "×", last_name: "Dr", ..SearchSubject::default() };
    for query in ["dr", "Dr ×", "mr dr", "Dr -"] {
        assert!(plan(query).accepts(&subject), "{query}: {:?}", plan(query));
    }
    assert_eq!(plan("Mrs Ng"), plan("ng"));
}

#[test]
fn the_best_range_comes_first() {
    for (query, first) in [
        ("bro", "nbro"),
        ("jack wright", "njackwright"),
        ("07869 678", "p7869678"),
        ("130868", "a130868."),
        ("PR12 3", "cpr123"),
        ("EU56 J", "veu56j"),
        ("C0000042", "a42.c"),
        ("anjali.war", "eanjali.war"),
        ("jo@ex", "ejo@ex"),
        ("7", "a7."),
    ] {
        assert_eq!(plan(query).ranges[0].from, first, "{query}");
    }
}

#[test]
fn ranges_are_few_and_the_rarer_word_leads() {
    let plan = plan("jo wolverhampton");
    assert_eq!(plan.all_of.len(), 2);
    assert_eq!(plan.all_of[0][0].from, "nwolverhampton");
    for query in ["a", "1", "WR14 3", "eu56 jec", "x1", "07700 900214", "siobhan.obrien"] {
        assert!(super::plan(query).ranges.len() <= 6, "{query}");
    }
}

#[test]
fn a_name_is_turned_to_each_of_its_words() {
    let turned = |typed| plan(typed).turned.into_iter().map(|range| range.from).collect::<Vec<_>>();
    assert_eq!(turned("Oliver Smith"), ["nsmitholiver"]);
    assert_eq!(turned("Smi, Mary Ann"), ["nmaryannsmi", "nannsmimary"]);
    for query in ["", "smith", "Mrs Ng", "07700 900214", "a b c d e f g"] {
        assert!(turned(query).is_empty(), "{query}");
    }
}

#[test]
fn terms_are_the_rows_of_the_table() {
    let subject = SearchSubject {
        first_name: "Zoë",
        last_name: "van der Hart",
        company: "Hart & Sons Ltd",
        reference: "C0000042",
        postcodes: &["wr143aa", "WR14 3AA", ""],
        phones: &["7700900214"],
        emails: &["Zoe@Example.com"],
        registrations: &["EU56 JEC"],
    };
    let mut found = terms(&subject);
    found.sort();
    assert_eq!(
        found,
        [
            "a42.c",
            "cwr143aa",
            "ezoe@example.com",
            "nderhartzoe",
            "nhartsonsltd",
            "nhartzoe",
            "nsonsltd",
            "nvanderhartzoe",
            "nzoevanderhart",
            "p7700900214",
            "r4120090077",
            "veu56jec",
        ]
    );
    assert!(terms(&SearchSubject::default()).is_empty());
}

#[test]
fn terms_are_bounded() {
    let long = "王Ab ".repeat(20_000);
    let plates: Vec<String> = (0..500).map(|n| format!("AB12 {n:03}")).collect();
    let plates: Vec<&str> = plates.iter().map(String::as_str).collect();
    let subject = SearchSubject {
        first_name: &long,
        last_name: &long,
        company: &long,
        reference: &long,
        postcodes: &[&long],
        phones: &[&long],
        emails: &[&long],
        registrations: &plates,
    };
    let found = terms(&subject);
    assert!(found.len() < 160, "{}", found.len());
    assert!(found.iter().all(|term| term.len() <= TERM_LIMIT));
    assert!(plan(&long).accepts(&subject), "a query longer than a term still finds it");
}

#[test]
fn references_of_other_books() {
    for (reference, queries) in [
        ("SMITH01", &["smith01", "SMITH1", "1"][..]),
        ("WR/2019/123", &["WR/2019/123", "wr2019123", "2019123"]),
        ("BROWN/J", &["brown/j", "brownj", "Brown"]),
        ("0000", &["0", "0000"]),
        ("123", &["123", "12"]),
    ] {
        let subject = SearchSubject { reference, ..SearchSubject::default() };
        for query in queries {
            assert!(plan(query).accepts(&subject), "{reference} by {query}");
        }
    }
}
