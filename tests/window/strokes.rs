//! How many keys the common jobs take at the counter, what is typed into fields not counted. README has the table.

use std::cell::Cell;
use std::fmt::Write as _;
use std::fs;

use forecourt_tests::window::Window;

use crate::scene::{ANNA, Scene, sign_in};

/// Whoever sits at the keyboard, and how often they pressed a key.
struct Hand<'w> {
    window: &'w Window,
    keys: Cell<usize>,
}

impl Hand<'_> {
    fn key(&self, chord: &str) {
        self.keys.set(self.keys.get() + 1);
        self.window.press(chord);
    }

    fn keys(&self, chords: &[&str]) {
        chords.iter().for_each(|chord| self.key(chord));
    }

    /// Types into a field: counted by nobody, for it is what the customer says.
    fn says(&self, words: &str) {
        self.window.type_text(words);
    }

    fn done(&self) -> usize {
        self.keys.replace(0)
    }

    /// From a ringing telephone to the record: the last six digits of the number on its display.
    fn find(&self, digits: &str, name: &str) {
        self.key("Control+K");
        for digit in digits.chars() {
            self.key(&digit.to_string());
        }
        self.window.page().part_with("option", name).is_there();
        self.key("Enter");
        self.window.heading(name).is_there();
        self.window.region("Marketing Consent").is_there();
    }
}

/// Alan Alcock's mobile is 07700 900507.
const ALAN: &str = "Alan Alcock";
const DIGITS: &str = "900507";

#[test]
fn the_common_jobs_take_few_keys() {
    let scene = Scene::start("strokes");
    let window = scene.open();
    sign_in(&window, ANNA);
    window.grid("All Contacts").is_there();
    let hand = Hand { window: &window, keys: Cell::new(0) };
    let mut table = String::new();
    let mut note = |job: &str, most: usize| {
        let keys = hand.done();
        let _ = writeln!(table, "{job}: {keys}");
        assert!(keys <= most, "{job} took {keys} keys");
    };

    hand.find(DIGITS, ALAN);
    note("find the caller", 8);

    hand.find(DIGITS, ALAN);
    hand.keys(&["S", "S"]);
    window.shows("SMS stopped");
    window.picture("1-stopped");
    note("no more texts", 10);
    hand.key("U");
    window.shows("It stands as before");
    hand.done();

    hand.find(DIGITS, ALAN);
    hand.key("P");
    scene.opened(&window, 1);
    note("print a form", 9);

    hand.find(DIGITS, ALAN);
    hand.key("R");
    window.dialog("GDPR Rights Request").is_there();
    hand.key("Enter");
    window.dialog("Right of Access").is_there();
    hand.says("Letter of 18 November");
    hand.key("Control+Enter");
    window.dialog("Report exported").is_there();
    note("export what is held", 11);
    hand.key("Escape");
    window.dialog("Report exported").is_gone();
    hand.done();

    new_customer(&hand);
    note("a new customer and what they allow", 20);
    fs::write(scene.desktop.evidence().join("strokes.txt"), &table).expect("the table");
    window.close();
}

/// A name, a mobile, an email address, and a yes to both by email and SMS, said at the counter.
fn new_customer(hand: &Hand<'_>) {
    let window = hand.window;
    hand.key("Control+N");
    window.field("First name").is_there();
    hand.says("Nia");
    hand.key("Tab");
    hand.says("Parry");
    hand.key("Tab");
    hand.says("07700 900003");
    hand.key("Tab");
    hand.says("nia@example.org");
    hand.keys(&["Tab", "Tab", "Tab"]);
    hand.keys(&["Y", "ArrowRight", "Y", "ArrowDown", "Y", "ArrowLeft", "Y"]);
    window.picture("2-new-customer");
    hand.keys(&["Tab", "Tab", "Space", "Control+Enter"]);
    window.heading("Nia Parry").is_there();
    window.region("Marketing Consent").shows("Allowed");
}
