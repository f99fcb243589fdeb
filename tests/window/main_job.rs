//! The main job at the counter, from the import of a file to the list of erasures, in one
//! sitting. `cargo xtask run` walks it where there is no display.

use std::fs;
use std::path::Path;

use forecourt_tests::window::Window;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::scene::{ANNA, Scene, customers, fixture, open_contact, pdf_text, sign_in};

/// In the Outlook file her mobile is written 0044 7700 900105.
const THERESE: &str = "Thérèse Müller-Brontë";
const NOTES: &str = "Rang about her MOT: texts and e-mail are fine, no letters";

#[test]
fn staff_do_the_main_job() {
    let scene = Scene::start("main-job");
    let window = scene.open();
    window.picture("01-sign-in");
    sign_in(&window, ANNA);
    window.grid("All Contacts").shows("Brontë-Whitfield, Zoë");
    window.picture("02-contacts");

    import(&window, "google_2024.csv", "Google Contacts export recognised", 4);
    import(&window, "outlook_classic_windows1252.csv", "Outlook export recognised", 3);

    window.press("Control+K");
    window.field("Search contacts").fill("+44 (0)7700 900105");
    window.page().part_with("option", THERESE).is_there();
    window.picture("06-search");
    open_contact(&window, "07700 900 105", THERESE);

    preferences_come_up_unanswered(&window);
    record_consent(&window);
    window.tab("GDPR").click();
    window.region("GDPR history").shows(NOTES);
    window.picture("10-gdpr-tab");

    print_form(&scene, &window);
    export_access(&scene, &window);
    prepare_mail(&scene, &window);
    erase(&scene, &window);

    // The window has let go of nothing it did: the ledger still adds up.
    window.close();
    let verified = scene.cli(&["--as", "anna", "ledger", "verify"]);
    assert_eq!(verified.get("ok"), Some(&json!(true)), "{verified}");
}

fn import(window: &Window, file: &str, recognised: &str, count: usize) {
    let stem = file.trim_end_matches(".csv");
    customers(window);
    window.link("Import").click();
    window.field("File").fill(&fixture(file).display().to_string());
    window.button("Open").click();
    window.shows(recognised);
    window.picture(&format!("03-match-{stem}"));
    window.button("Check").click();
    window.shows("What the import would do");
    window.picture(&format!("04-check-{stem}"));
    window.button(&format!("Import {count} contacts")).click();
    window.shows(&format!("{count} contacts imported"));
    window.picture(&format!("05-imported-{stem}"));
}

/// A contact nobody ever asked: nothing is answered, and closing records nothing.
fn preferences_come_up_unanswered(window: &Window) {
    let dialog = window.page().part_with("dialog", "Contact preferences of");
    dialog.is_there();
    for channel in ["Email", "SMS", "Letter", "Telephone", "Social Media"] {
        for kind in ["Service Follow Up", "General Dealer Marketing Messages"] {
            let yes = format!("{channel}, {kind}: Yes");
            assert!(!dialog.button(&yes).is_ticked(), "{yes} is answered beforehand");
        }
    }
    window.picture("07-preferences");
    dialog.button("Ask later").click();
    dialog.is_gone();
}

fn record_consent(window: &Window) {
    window.button("Edit Marketing Consent").click();
    let dialog = window.page().part_with("dialog", "Marketing Consent of");
    for channel in ["Email", "SMS"] {
        dialog.button(&format!("{channel}, Service Follow Up: Yes")).click();
    }
    dialog.part("radio", "By telephone").click();
    dialog.field("Notes").fill(NOTES);
    window.picture("08-edit-consent");
    dialog.button("Save").click();
    dialog.is_gone();
    window.shows("Marketing consent saved");
    window.picture("09-record");
}

fn print_form(scene: &Scene, window: &Window) {
    window.button("Print / Email Reconsent").click();
    window.choice("Print Data Capture Report").click();
    let file = scene.opened(window, 1);
    let text = pdf_text(Path::new(&file));
    for words in ["Ashbourne Motor Company", "Thérèse", "Müller-Brontë", "07700 900105"] {
        assert!(text.contains(words), "the form lacks {words}:\n{text}");
    }
    scene.keep(Path::new(&file), "data-capture-form.pdf");
    // Until then a dialog says how far it is.
    window.region("GDPR history").shows("Data capture form prepared for printing");
}

fn export_access(scene: &Scene, window: &Window) {
    window.button("GDPR Rights Request").click();
    window.dialog("GDPR Rights Request").button("Right of Access").click();
    let dialog = window.dialog("Right of Access");
    // Without a reason nothing is written.
    dialog.button("Export Report").click();
    dialog.shows("Reason is required");
    assert!(scene.exported().is_empty(), "{:?}", scene.exported());
    dialog.field("Reason").fill("Letter of 18 November, identity checked by calling back");
    dialog.button("Export Report").click();
    let done = window.dialog("Report exported");
    done.is_there();
    let files = scene.exported();
    let [file] = files.as_slice() else { panic!("exported: {files:?}") };
    let bytes = fs::read(file).expect("the access file");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    for words in ["Thérèse", "Müller-Brontë", NOTES] {
        assert!(text.contains(words), "the file lacks {words}:\n{text}");
    }
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    // What only somebody who checks the file needs is folded.
    done.button("Details").click();
    done.shows(&hash);
    window.picture("11-access-exported");
    scene.keep(file, "access.csv");
    window.press("Escape");
    done.is_gone();
    let history = window.region("GDPR history");
    history.shows("Letter of 18 November");
}

fn prepare_mail(scene: &Scene, window: &Window) {
    window.button("Print / Email Reconsent").click();
    window.choice("Email Link to Customer Consent Portal").click();
    let dialog = window.dialog("Email Link to Customer Consent Portal");
    dialog.tick("The customer asked for this link").set(true);
    dialog.button("Prepare e-mail").click();
    window.dialog("E-mail prepared").is_there();
    let given = scene.opened(window, 2);
    let draft = match given.strip_prefix("mailto:") {
        Some(_) => given.clone(),
        None => {
            let draft = fs::read_to_string(&given).expect("the mail draft");
            assert!(draft.contains("X-Unsent: 1"), "a draft that is not one:\n{draft}");
            draft
        }
    };
    assert!(draft.to_lowercase().contains("therese.muller"), "to whom? {draft}");
    assert!(draft.contains("consent.ashbournemotors.example"), "no link: {draft}");
    let name = if given.starts_with("mailto:") { "mail-draft.txt" } else { "mail-draft.eml" };
    fs::write(scene.desktop.evidence().join(name), draft).expect("the kept draft");
    window.picture("12-mail-prepared");
    window.press("Escape");
    window.dialog("E-mail prepared").is_gone();
}

fn erase(scene: &Scene, window: &Window) {
    let name = "Angharad Llewellyn-Pryce";
    open_contact(window, "llewellyn angharad", name);
    window.button("More").click();
    window.choice("Erase personal data").click();
    let dialog = window.dialog("Right to Erasure");
    dialog.shows("What will go");
    let erase = dialog.button("Erase personal data");
    dialog.field("Reason").fill("Letter of 20 November");
    let confirmation = dialog.field(&format!("Type {name} or C0000045 to confirm"));
    confirmation.fill("Angharad");
    assert!(erase.is_disabled(), "half a name is no confirmation");
    confirmation.fill(name);
    window.picture("13-erase");
    erase.click();
    dialog.is_gone();
    window.shows(&format!("{name} was erased"));

    window.link("GDPR Erasure").click();
    let line = window.page().part_with("row", name);
    line.shows(ANNA);
    line.shows("SVC-02");
    window.picture("14-erasures");
    window.press("Control+K");
    window.field("Search contacts").fill("llewellyn angharad");
    window.shows("No contact found for “llewellyn angharad”");
    window.press("Escape");
    let found = scene.call("search_contacts", &json!({ "term": "01632 960871", "limit": 5 }));
    assert_eq!(found.pointer("/rows"), Some(&json!([])), "found by her number: {found}");
}
