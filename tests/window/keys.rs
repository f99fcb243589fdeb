//! The window by keys: found, opened and listed without the mouse, and nothing of the browser in it.

use serde_json::json;

use crate::scene::{ANNA, Scene, customers, sign_in};

#[test]
fn commands_run_by_key_and_by_name_and_the_window_is_called_after_the_customer() {
    let scene = Scene::start("keys");
    let window = scene.open();
    sign_in(&window, ANNA);
    customers(&window);
    window.press("Control+K");
    window.type_text("Brontë");
    window.page().part_with("option", "Zoë Brontë-Whitfield").is_there();
    window.picture("1-found");
    window.press("Enter");
    window.region("Marketing Consent").is_there();
    let title = window.run("return document.title", vec![]);
    assert_eq!(title.json(), &json!("Zoë Brontë-Whitfield – Forecourt"));

    window.press("?");
    let list = window.page().part("dialog", "Keyboard shortcuts");
    list.shows("Edit consent");
    window.picture("2-keys");
    window.press("Escape");
    list.is_gone();

    window.press("g");
    window.region("GDPR history").is_there();
    window.press("Control+K");
    window.page().part_with("option", "Edit consent").is_there();
    window.picture("3-at-rest");
    window.type_text("re-consent per");
    window.page().part_with("option", "Re-consent").is_there();
    window.picture("4-settings");
    window.press("Escape");
    window.press("Escape");

    // Back to the list by the same way one came.
    window.press("Alt+ArrowLeft");
    window.heading("All Contacts").is_there();
    window.close();
}

#[test]
fn nothing_of_the_browser_is_left_and_the_size_has_its_limits() {
    let scene = Scene::start("browser");
    let window = scene.open();
    sign_in(&window, ANNA);
    customers(&window);
    let script = "
        const left = (event) => document.querySelector('main').dispatchEvent(event);
        const key = (key, held) => left(new KeyboardEvent(
            'keydown', { key, bubbles: true, cancelable: true, ...held }));
        return [
            left(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
            key('F5', {}),
            key('r', { ctrlKey: true }),
            key('p', { ctrlKey: true }),
        ];";
    assert_eq!(window.run(script, vec![]).json(), &json!([false, false, false, false]));

    let wide = || window.run("return window.innerWidth", vec![]).json().as_u64().unwrap_or_default();
    let usual = wide();
    for _ in 0..9 {
        window.press("Control+-");
    }
    window.until("60 % and no less", || {
        (wide() == usual * 10 / 6 || wide() == usual * 10 / 6 + 1).then_some(())
    });
    window.press("Control+0");
    window.until("the usual size", || (wide() == usual).then_some(()));

    let box_of = "
        const box = document.querySelector('[role=grid] [role=row] input[type=checkbox]');
        return getComputedStyle(box).appearance;";
    assert_eq!(window.run(box_of, vec![]).json(), &json!("none"), "the theme draws the boxes");
    window.button(&format!("{ANNA}, employee menu")).click();
    window.page().part("menuitemradio", "Dark").click();
    window.press("Escape");
    window.grid("All Contacts").press("Space");
    window.picture("1-boxes-in-the-dark");
    window.close();
}
