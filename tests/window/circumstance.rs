//! Who died and who went away (L-03), and placeholders (L-04), as they stand on the screens.

use forecourt_tests::desktop::{Desktop, Theme};
use serde_json::json;

use crate::scene::{ANNA, Scene, sign_in};

#[test]
fn l03_l04_the_dead_and_placeholders_on_the_screens() {
    look("circumstance-light", Theme::Light);
}

#[test]
fn l03_l04_the_dead_and_placeholders_in_the_dark() {
    look("circumstance-dark", Theme::Dark);
}

fn look(name: &str, theme: Theme) {
    let scene = Scene::on(Desktop::with(name, theme));
    let died = json!({ "contact_id": "1", "died_on": "2026-11-03", "told_by": "Her son, by telephone" });
    scene.call("record_death", &died);
    scene.call("record_gone_away", &json!({ "contact_id": "2", "on": "2026-11-12" }));
    for name in ["Reed", "Shaw"] {
        let fields = json!({
            "last_name": name, "emails": [{ "address": "noemail@hadley.example" }],
            "phones": [{ "typed": "00000 000000" }],
        });
        scene.call("create_contact", &json!({ "contact": fields }));
    }
    let window = scene.open();
    sign_in(&window, ANNA);
    let go = |place: &str| {
        window.run("location.hash = arguments[0]", vec![json!(place)]);
        let stands = "return document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null";
        window.until(place, || (window.run(stands, vec![]).json() == true).then_some(()));
        std::thread::sleep(std::time::Duration::from_millis(600));
    };
    go("/customers/contacts/1");
    window.region("Marketing Consent").shows("This customer died");
    window.picture("1-record-dead");
    window.resize(900, 600);
    window.picture("2-record-dead-small");
    go("/customers/contacts/2");
    window.picture("3-record-gone-away-small");
    window.resize(1280, 800);
    window.button("More").press("Enter");
    window.picture("4-more");
    window.press("Escape");
    go("/customers");
    window.picture("5-contacts");
    go("/customers/utilities/addresses-to-fix");
    window.grid("Addresses to Fix").shows("noemail@hadley.example");
    window.picture("6-to-fix");
    window.resize(900, 600);
    window.picture("7-to-fix-small");
    window.resize(1280, 800);
    go("/settings/system/placeholders");
    window.picture("8-placeholders");
    go("/customers/contacts/new");
    window.field("Surname").fill("Pratt");
    window.field("Email").fill("noemail@hadley.example");
    window.press("Tab");
    window.shows("This looks like a placeholder.");
    window.picture("9-form");
    window.resize(900, 600);
    window.picture("10-form-small");
    window.button("Has none").click();
    window.picture("11-form-has-none");
    window.close();
}
