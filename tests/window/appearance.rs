//! Light and dark: chosen once at a workstation, there again at the next start, at every size.

use serde_json::json;

use crate::scene::{ANNA, Scene, customers, open_contact, sign_in};

#[test]
fn dark_stays_dark_at_the_next_start() {
    let scene = Scene::start("appearance");
    let window = scene.open();
    sign_in(&window, ANNA);
    window.button(&format!("{ANNA}, employee menu")).click();
    window.page().part("menuitemradio", "Dark").click();
    window.until("the dark ground", || (scheme(&window) == "dark").then_some(()));
    window.close();

    let window = scene.open();
    window.until("the dark ground again", || (scheme(&window) == "dark").then_some(()));
    window.picture("1-sign-in");
    sign_in(&window, ANNA);
    window.grid("All Contacts").shows("Brontë-Whitfield, Zoë");
    for (width, height) in [(1280, 720), (1920, 1080)] {
        window.resize(width, height);
        customers(&window);
        window.grid("All Contacts").shows("Brontë-Whitfield, Zoë");
        window.picture(&format!("2-contacts-{width}"));
        open_contact(&window, "Brontë", "Zoë Brontë-Whitfield");
        window.region("Marketing Consent").is_there();
        window.picture(&format!("3-record-{width}"));
        // The widest window shows both tabs at once.
        if width < 1640 {
            window.tab("GDPR").click();
        }
        window.region("GDPR history").is_there();
        window.picture(&format!("4-gdpr-{width}"));
    }
    window.close();
}

/// The window stands as it was left.
#[test]
fn the_size_of_the_window_is_there_again() {
    let scene = Scene::start("window-size");
    let window = scene.open();
    let size = |window: &forecourt_tests::window::Window| {
        window.run("return [innerWidth, innerHeight]", vec![]).json().clone()
    };
    window.resize(1104, 702);
    window.until("the size", || (size(&window) == json!([1104, 702])).then_some(()));
    let kept = scene.desktop.home().join(".config/uk.forecourt.desktop/window.json");
    window.until("the size to be kept", || {
        std::fs::read_to_string(&kept).is_ok_and(|text| text.contains("1104")).then_some(())
    });
    window.close();
    let window = scene.open_as_left();
    window.until("the size again", || (size(&window) == json!([1104, 702])).then_some(()));
    window.close();
}

/// What somebody slips into the page cannot dress it up; what the page itself writes does.
#[test]
fn only_the_page_s_own_styles_count() {
    let scene = Scene::start("styles");
    let window = scene.open();
    sign_in(&window, ANNA);
    window.grid("All Contacts").shows("Brontë-Whitfield, Zoë");
    let script = "
        const slipped = document.createElement('style');
        slipped.textContent = 'body { outline: 7px solid red }';
        document.head.append(slipped);
        document.body.insertAdjacentHTML('beforeend', '<i id=\"slipped\" style=\"outline: 7px solid red\"></i>');
        const outline = (node) => getComputedStyle(node).outlineStyle;
        return [
            outline(document.body),
            outline(document.getElementById('slipped')),
            getComputedStyle(document.documentElement).getPropertyValue('--mantine-spacing-md').trim() !== '',
        ];";
    assert_eq!(window.run(script, vec![]).json(), &json!(["none", "none", true]));
    window.picture("1-contacts");
    window.close();
}

fn scheme(window: &forecourt_tests::window::Window) -> String {
    let script = "return document.documentElement.getAttribute('data-mantine-color-scheme')";
    window.run(script, vec![]).json().as_str().unwrap_or_default().to_owned()
}
