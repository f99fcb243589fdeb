//! A part of the page, named as a person would: "the button Save in the dialog Edit
//! Marketing Consent". It is looked up anew each time it is used, so it can be
//! written down before it is there and after the page was redrawn.

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Key, WebElement};

use crate::window::Window;

const FIND: &str = include_str!("find.js");

/// One step on the way from the page to a part.
#[derive(Debug, Clone)]
struct Step {
    role: &'static str,
    name: Option<String>,
    exact: bool,
}

/// A part of the page and the way to it.
#[derive(Clone)]
#[must_use = "a part does nothing until it is clicked, filled or looked at"]
pub struct Part<'w> {
    window: &'w Window,
    path: Vec<Step>,
}

impl<'w> Part<'w> {
    pub(crate) fn page(window: &'w Window) -> Self {
        Self { window, path: Vec::new() }
    }

    fn step(&self, role: &'static str, name: Option<&str>, exact: bool) -> Self {
        let mut part = self.clone();
        part.path.push(Step { role, name: name.map(str::to_owned), exact });
        part
    }

    /// The part inside this one with an ARIA role and exactly this accessible name.
    pub fn part(&self, role: &'static str, name: &str) -> Self {
        self.step(role, Some(name), true)
    }

    /// The part inside this one with an ARIA role and a name that contains this, whatever the case.
    pub fn part_with(&self, role: &'static str, name: &str) -> Self {
        self.step(role, Some(name), false)
    }

    /// The only part inside this one with an ARIA role, whatever its name.
    pub fn any(&self, role: &'static str) -> Self {
        self.step(role, None, true)
    }

    /// How it is called in messages.
    fn called(&self) -> String {
        let word = |step: &Step| match (&step.name, step.exact) {
            (None, _) => format!("the {}", step.role),
            (Some(name), true) => format!("the {} “{name}”", step.role),
            (Some(name), false) => format!("the {} with “{name}”", step.role),
        };
        let words: Vec<_> = self.path.iter().rev().map(word).collect();
        if words.is_empty() { "the page".to_owned() } else { words.join(" in ") }
    }

    #[track_caller]
    fn look(&self) -> (Vec<WebElement>, Vec<String>) {
        let path: Vec<Value> = self
            .path
            .iter()
            .map(|step| json!({"role": step.role, "name": step.name, "exact": step.exact}))
            .collect();
        // A page that is being replaced cannot answer; the next look can.
        let Ok(answer) = self.window.wait(self.window.session().execute(FIND, vec![Value::Array(path)]))
        else {
            return (Vec::new(), Vec::new());
        };
        let handle = self.window.session().handle();
        let list =
            |name: &str| answer.json().get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        let found = list("found").into_iter();
        let found = found.filter_map(|element| WebElement::from_json(element, handle.clone()).ok()).collect();
        let names = list("names").iter().filter_map(Value::as_str).map(str::to_owned).collect();
        (found, names)
    }

    /// Waits until exactly one element is this part.
    #[track_caller]
    fn element(&self) -> WebElement {
        let mut seen = (0, Vec::new());
        let found = self.window.soon(|| {
            let (mut found, names) = self.look();
            seen = (found.len(), names);
            if found.len() == 1 { found.pop() } else { None }
        });
        found.unwrap_or_else(|| {
            let role = self.path.last().map_or("part", |step| step.role);
            let (count, names) = seen;
            let complaint = if count == 0 {
                format!("{} is not there; {role}s that are: {names:?}", self.called())
            } else {
                format!("{} is there {count} times", self.called())
            };
            self.window.fail(&complaint)
        })
    }

    /// Tries something on the element until it works: a dialog may still be moving.
    #[track_caller]
    fn act<T>(&self, what: &str, act: impl AsyncFn(&WebElement) -> WebDriverResult<T>) -> T {
        let mut last = String::new();
        let done = self.window.soon(|| {
            let element = self.element();
            match self.window.wait(act(&element)) {
                Ok(done) => Some(done),
                Err(fault) => {
                    last = format!("{fault:?}");
                    None
                }
            }
        });
        done.unwrap_or_else(|| self.window.fail(&format!("cannot {what} {}: {last}", self.called())))
    }

    /// Clicks it, once it can be clicked.
    #[track_caller]
    pub fn click(&self) {
        self.act("click", async |element| {
            // A tick box drawn by its label has no size of its own to click on.
            let label = "const e = arguments[0]; const r = e.getBoundingClientRect();\
                         return e.labels?.length && r.width * r.height < 4 ? e.labels[0] : e;";
            let driver = self.window.session();
            let target = driver.execute(label, vec![element.to_json()?]).await?.element()?;
            target.click().await
        });
    }

    /// Drags it by so many pixels to the right and down, and lets go.
    #[track_caller]
    pub fn drag(&self, right: i64, down: i64) {
        self.act("drag", async |element| {
            let chain = self.window.session().action_chain().click_and_hold_element(element);
            // On the way, as a hand does: a press that goes anywhere at once is no drag to some programs.
            let chain =
                chain.move_by_offset(right / 2, down / 2).move_by_offset(right - right / 2, down - down / 2);
            chain.release().perform().await
        });
    }

    /// Replaces what stands in a field and makes sure that it stands there.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.act("fill", async |element| {
            element.focus().await?;
            driver_select(self.window, element).await?;
            if text.is_empty() {
                element.send_keys(Key::Delete + "").await
            } else {
                element.send_keys(text).await
            }
        });
        let what = format!("“{text}” in {}", self.called());
        self.window.until(&what, || (self.value() == text).then_some(()));
    }

    /// Presses keys on it, as [`Window::press`].
    #[track_caller]
    pub fn press(&self, chord: &str) {
        self.act("focus", async |element| element.focus().await);
        self.window.press(chord);
    }

    /// Ticks or unticks a box, unless it is so already.
    #[track_caller]
    pub fn set(&self, ticked: bool) {
        if self.is_ticked() != ticked {
            self.click();
        }
        let what = format!("{} to be {}", self.called(), if ticked { "ticked" } else { "unticked" });
        self.window.until(&what, || (self.is_ticked() == ticked).then_some(()));
    }

    #[track_caller]
    fn ask(&self, script: &str) -> Value {
        let driver = self.window.session();
        self.act("ask", async |element| {
            Ok(driver.execute(script, vec![element.to_json()?]).await?.json().clone())
        })
    }

    /// Whether a box is ticked, a tab or an option chosen.
    #[track_caller]
    pub fn is_ticked(&self) -> bool {
        let script = "const e = arguments[0]; return e.checked === true || ['checked', 'selected', 'pressed']\
                      .some((s) => e.getAttribute('aria-' + s) === 'true')";
        self.ask(script) == json!(true)
    }

    /// Whether it is greyed out.
    #[track_caller]
    pub fn is_disabled(&self) -> bool {
        let script = "const e = arguments[0]; return e.matches(':disabled, [aria-disabled=true], [data-disabled=true]')";
        self.ask(script) == json!(true)
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.ask("return arguments[0].value ?? ''").as_str().unwrap_or_default().to_owned()
    }

    /// The text in it.
    #[track_caller]
    pub fn text(&self) -> String {
        self.ask("return arguments[0].innerText ?? ''").as_str().unwrap_or_default().to_owned()
    }

    /// One of its HTML attributes, such as the reason in `title`.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let name = json!(name).to_string();
        self.ask(&format!("return arguments[0].getAttribute({name})")).as_str().map(str::to_owned)
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn is_there(&self) {
        drop(self.element());
    }

    /// Waits until it is not there (any more).
    #[track_caller]
    pub fn is_gone(&self) {
        self.window
            .until(&format!("the end of {}", self.called()), || self.look().0.is_empty().then_some(()));
    }

    /// Waits until its text contains `text`.
    #[track_caller]
    pub fn shows(&self, text: &str) {
        let what = format!("the text “{text}” in {}", self.called());
        self.window.until(&what, || {
            let words = self.text();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            words.contains(text).then_some(())
        });
    }

    /// How many elements are this part just now.
    #[track_caller]
    pub fn count(&self) -> usize {
        self.look().0.len()
    }
}

/// Selects what stands in a field, so that typing replaces it as a person's would.
async fn driver_select(window: &Window, element: &WebElement) -> WebDriverResult<()> {
    let select = "const e = arguments[0]; if (e.select) e.select();";
    window.session().execute(select, vec![element.to_json()?]).await.map(drop)
}

/// The roles people speak of most.
macro_rules! roles {
    ($($(#[$doc:meta])* $method:ident => $role:literal;)*) => {
        impl<'w> Part<'w> {
            $($(#[$doc])* pub fn $method(&self, name: &str) -> Self { self.part($role, name) })*
        }
        impl Window {
            $($(#[$doc])* pub fn $method(&self, name: &str) -> Part<'_> { self.page().part($role, name) })*
        }
    };
}

roles! {
    /// A button, by its words.
    button => "button";
    /// A link, by its words.
    link => "link";
    /// Anything to type or choose in, by its label.
    field => "field";
    /// A tick box or switch, by its label.
    tick => "tick";
    /// One of several to choose from: an option, a menu's line, a radio button.
    choice => "choice";
    /// A tab, by its words.
    tab => "tab";
    /// A dialog, by its title.
    dialog => "dialog";
    /// A heading, by its words.
    heading => "heading";
    /// A table, by its label.
    table => "table";
    /// A region, by its label.
    region => "region";
    /// A long list in rows and columns, by its label.
    grid => "grid";
}

/// The keys of a chord such as `Control+Shift+K`: those to hold, and the one to press.
pub(crate) fn keys(chord: &str) -> (Vec<char>, char) {
    let key = |name: &str| -> char {
        let special = match name {
            "Control" => Key::Control,
            "Shift" => Key::Shift,
            "Alt" => Key::Alt,
            "Enter" => Key::Enter,
            "Escape" => Key::Escape,
            "Tab" => Key::Tab,
            "Backspace" => Key::Backspace,
            "Delete" => Key::Delete,
            "ArrowUp" => Key::Up,
            "ArrowDown" => Key::Down,
            "ArrowLeft" => Key::Left,
            "ArrowRight" => Key::Right,
            "Home" => Key::Home,
            "End" => Key::End,
            "PageUp" => Key::PageUp,
            "PageDown" => Key::PageDown,
            "Space" => return ' ',
            _ => {
                let mut letters = name.chars();
                return match (letters.next(), letters.next()) {
                    (Some(letter), None) => letter.to_ascii_lowercase(),
                    _ => panic!("there is no key “{name}”"),
                };
            }
        };
        special.into()
    };
    let mut names: Vec<&str> = chord.split('+').collect();
    let last = names.pop().unwrap_or_default();
    (names.into_iter().map(key).collect(), key(last))
}
