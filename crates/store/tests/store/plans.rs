//! No list reads a table through, and none sorts what an index could have given in order: under
//! encryption both are paid for page by page. (The contact list, the report audit and the erasure
//! log read their own plans beside their statements.)

use crate::scene::Store;
use forecourt_store::{
    Database, access, booking, capture_form, consent, import_batch, invoice, job_card, ledger, portal_link,
    search, vehicle,
};

/// The steps of a plan that must not be there.
fn costly(database: &Database, sql: &str) -> Vec<String> {
    let plan = database.plan(sql).unwrap();
    assert!(!plan.is_empty(), "{sql} has a plan");
    plan.into_iter()
        .filter(|step| {
            let scan = step.starts_with("SCAN") && !step.contains("CONSTANT");
            scan || step.contains("TEMP B-TREE") || step.contains("AUTOMATIC")
        })
        .collect()
}

#[test]
fn every_look_up_runs_along_an_index() {
    let store = Store::new();
    for (what, sql) in [
        ("a word that is searched for", search::RANGE),
        ("a word that is searched for, further on", search::RANGE_BEHIND),
        ("a contact's history", ledger::OF_CONTACT),
        ("the lines of one action", ledger::OF_ACTION),
        ("the lines about one employee", ledger::SINCE),
        ("a contact's consent events", consent::EVENTS),
        ("a contact's newest consent event", consent::NEWEST),
        ("a contact's portal links", portal_link::OF_CONTACT),
        ("a department's invoices", invoice::OF_DEPARTMENT),
        ("invoices of one kind", invoice::OF_KIND),
        ("a contact's invoices", invoice::OF_CONTACT),
        ("an invoice by its number", invoice::BY_NUMBER),
        ("what was posted to a contact", invoice::POSTED_OF_CONTACT),
        ("the lines of an invoice", invoice::LINES),
        ("the credit notes of an invoice", invoice::CREDITS),
        ("what was credited of an invoice", invoice::CREDITED),
        ("the draft of a job card", invoice::OF_CARD),
        ("what was invoiced of a job card", invoice::INVOICED),
        ("whether a series is in use", invoice::IN_USE),
        ("vehicles by the beginning of the plate", vehicle::find::PLATE),
        ("vehicles by a plate they bore", vehicle::find::FORMER),
        ("vehicles by the beginning of the VIN", vehicle::find::VIN),
        ("vehicles by the end of the VIN", vehicle::find::VIN_END),
        ("a vehicle's keepers", vehicle::KEEPERS),
        ("a vehicle's former plates", vehicle::PLATES),
        ("a vehicle's mileage", vehicle::READINGS),
        ("a contact's vehicles", vehicle::list::OF_CONTACT),
    ] {
        assert_eq!(costly(&store.database, sql), Vec::<String>::new(), "{what}\n{sql}");
    }
}

#[test]
fn everything_held_about_a_contact_is_found_along_an_index() {
    let store = Store::new();
    // The lines of the erasure log are few, and asked for one contact when one asks for everything.
    for table in access::tables().filter(|table| table.name != "erasure") {
        let sql = access::statement(table);
        assert_eq!(costly(&store.database, &sql), Vec::<String>::new(), "{}\n{sql}", table.name);
    }
}

#[test]
fn the_diary_is_read_along_its_days() {
    let store = Store::new();
    for sql in booking::statements() {
        assert_eq!(costly(&store.database, &sql), Vec::<String>::new(), "{sql}");
        let plan = store.database.plan(&sql).unwrap();
        let walked = |step: &String| step.starts_with("SEARCH b USING INDEX booking_by_");
        assert!(plan.iter().any(walked), "{sql}\n{plan:?}");
    }
}

#[test]
fn lists_of_everything_walk_in_the_order_they_show() {
    let store = Store::new();
    // A walk in order that stops at the limit is what such a list is; sorting first is not.
    assert_eq!(store.database.plan(import_batch::ALL).unwrap(), ["SCAN import_batch"]);
    // Of each who is walked past is asked, by their number, whether they live.
    let steps = store.database.plan(capture_form::RECIPIENTS).unwrap();
    assert_eq!(steps[0], "SCAN c USING COVERING INDEX contact_by_name", "forms for everybody");
    assert!(steps[1..].iter().all(|step| !step.contains("SCAN") && !step.contains("TEMP")), "{steps:?}");
}

#[test]
fn the_list_of_vehicles_walks_in_the_order_it_shows_wherever_it_is_entered() {
    let store = Store::new();
    for sql in vehicle::list::statements() {
        let plan = store.database.plan(&sql).unwrap();
        assert_eq!(plan.len(), 1, "{sql}\n{plan:?}");
        assert!(
            plan[0].contains("USING") && plan[0].contains("INDEX vehicle_in_order_of_"),
            "{sql}\n{plan:?}"
        );
        assert_eq!(sql.contains("WHERE"), plan[0].starts_with("SEARCH"), "{sql}\n{plan:?}");
    }
    // What people had to do with us about a vehicle is gathered from three tables, along an index of each.
    let plan = store.database.plan(vehicle::DEALT).unwrap();
    for table in ["booking", "job_card", "invoice"] {
        let searched = plan.iter().any(|step| step.starts_with(&format!("SEARCH {table} USING INDEX")));
        assert!(searched, "{table}: {plan:?}");
    }
}

#[test]
fn a_scan_would_be_noticed() {
    let store = Store::new();
    assert!(!costly(&store.database, "SELECT id FROM contact WHERE notes = ?").is_empty());
    assert!(!costly(&store.database, "SELECT id FROM contact WHERE id > ? ORDER BY notes").is_empty());
}

#[test]
fn job_cards_are_listed_along_an_index_however_they_are_chosen() {
    use forecourt_domain::ids::ResourceId;
    use forecourt_domain::job_card::JobStatus;
    use job_card::{Chosen, Which, statement};
    let store = Store::new();
    for which in [Which::All, Which::Open, Which::Of(JobStatus::Ready)] {
        for resource in [None, Some(ResourceId::new(3))] {
            let sql = statement(&Chosen { which, resource });
            assert_eq!(costly(&store.database, &sql), Vec::<String>::new(), "{which:?} {resource:?}\n{sql}");
        }
    }
    for (what, sql, index) in [
        ("what is open", statement(&Chosen { which: Which::Open, resource: None }), "job_card_open ("),
        ("a contact's job cards", job_card::OF_CONTACT.to_owned(), "job_card_by_contact"),
    ] {
        let plan = store.database.plan(&sql).unwrap().join("; ");
        assert!(plan.contains(index), "{what}\n{sql}\n{plan}");
        assert_eq!(costly(&store.database, &sql), Vec::<String>::new(), "{what}\n{sql}");
    }
}
