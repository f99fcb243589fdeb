//! What whoever types into the search box waits for: from the key to the picture in which other contacts
//! stand, in the real window on a book of any size.
//!
//! ```text
//! cargo build --release --workspace --bins --features forecourt/driven
//! FORECOURT_BENCH_DATA=folder FORECOURT_BENCH_KEY=file FORECOURT_BENCH_PASSWORD=file \
//!     FORECOURT_BENCH_EMPLOYEE=Anna FORECOURT_BENCH_QUERIES=queries.tsv \
//!     cargo bench --workspace --bench key_to_repaint
//! ```
//!
//! The folder is one that `forecourt-cli` filled, and is written to, as it is by every sign-in: give it a
//! copy. The files hold its recovery key and the employee's password; a line of the queries is a kind and,
//! behind a tab, what is typed. Prints one JSON line: how many keys changed the list, their median and 95th
//! percentile in milliseconds.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

use forecourt_tests::desktop::Desktop;
use forecourt_tests::window::Window;
use serde_json::{Value, json};
use std::path::Path;
use std::{env, fs, thread, time::Duration};

/// Queries of the file that are typed, evenly chosen.
const TYPED: usize = 30;
/// Between two keys: a quick typist.
const PAUSE: Duration = Duration::from_millis(120);

/// Notes for each key that writes when the contacts listed are others and two pictures were drawn since.
const WATCH: &str = r#"
    const contacts = () => document.querySelector('[role="listbox"] [role="group"][aria-label="Customers"]')?.textContent ?? "";
    window.keysTaken = [];
    let pressed = null, before = "";
    addEventListener("keydown", (event) => { if (event.key.length === 1 && !event.ctrlKey) pressed = performance.now(); }, true);
    new MutationObserver(() => {
        const now = contacts();
        if (now === before) return;
        before = now;
        if (pressed === null || now === "") return;
        const from = pressed;
        pressed = null;
        requestAnimationFrame(() => requestAnimationFrame(() => window.keysTaken.push(performance.now() - from)));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
"#;

fn main() {
    let named = |name: &str| env::var(format!("FORECOURT_BENCH_{name}")).ok();
    let (Some(data), Some(key), Some(password), Some(employee), Some(queries)) =
        (named("DATA"), named("KEY"), named("PASSWORD"), named("EMPLOYEE"), named("QUERIES"))
    else {
        println!("nothing to measure: see tests/benches/key_to_repaint.rs");
        return;
    };
    let read = |file: &str| fs::read_to_string(file).unwrap_or_else(|fault| panic!("{file}: {fault}"));
    let desktop = Desktop::start("key_to_repaint");
    let window = desktop.window(Path::new(&data)).open();
    window.resize(1280, 800);
    // The keychain of this desktop does not know the book.
    window.button("Use recovery key").click();
    window.field("Recovery key").fill(read(&key).trim());
    window.button("Open with this key").click();
    // Whoever is alone is not asked who they are.
    let asked = window.until("the way to sign in", || {
        let text = window.text();
        let asked = text.contains("Who is at");
        (asked || text.contains("Someone else")).then_some(asked)
    });
    if asked {
        window.button(&employee).click();
    }
    window.field("Password").fill(read(&password).trim());
    window.button("Sign in").click();
    window.button(&format!("{employee}, employee menu")).is_there();

    window.run(WATCH, vec![]);
    let all = read(&queries);
    let typed: Vec<&str> = all.lines().filter_map(|line| line.split('\t').nth(1)).collect();
    for words in typed.iter().step_by(typed.len().div_ceil(TYPED).max(1)) {
        type_slowly(&window, words);
    }
    let taken = window.run("return window.keysTaken", vec![]);
    let mut taken: Vec<f64> =
        taken.json().as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    taken.sort_by(f64::total_cmp);
    let at =
        |share: f64| taken.get((taken.len().saturating_sub(1) as f64 * share) as usize).map(|ms| ms.round());
    println!("{}", json!({ "keys": taken.len(), "median": at(0.5), "p95": at(0.95) }));
    window.close();
}

/// What stands in the box is typed over, letter by letter.
fn type_slowly(window: &Window, words: &str) {
    window.press("Control+K");
    for letter in words.chars() {
        window.type_text(&letter.to_string());
        thread::sleep(PAUSE);
    }
}
