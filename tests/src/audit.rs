//! What a screen has to hold whatever it shows: everybody can use it (axe), and everything on it can be
//! reached and read at this size.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::window::Window;

/// What axe holds against a page, but for what it calls minor.
const ASK: &str = "
    const done = arguments[arguments.length - 1];
    const words = ({ id, impact, nodes }) =>
        `${impact}: ${id}: ` + nodes.slice(0, 3).map(({ target, html, any }) =>
            `${target.join(' ')} ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`).join(' | ');
    axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.filter(({ impact }) => impact !== 'minor').map(words)))
        .catch((fault) => done([String(fault)]));";

const REACH: &str = include_str!("reach.js");

impl Window {
    /// Everything critical, serious or moderate that axe finds on the page, in words.
    ///
    /// # Panics
    /// When axe is not among the screens' packages.
    pub fn axe(&self) -> Vec<String> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file);
        let axe = axe.unwrap_or_else(|fault| panic!("{}: {fault}: run `npm ci`", file.display()));
        // The page is read anew now and then, and axe with it.
        self.run(&format!("if (!window.axe) {{ {axe} }}"), vec![]);
        lines(&self.run_async(ASK, vec![]))
    }

    /// What cannot be reached, is covered, cut or outside the window, in words.
    pub fn out_of_reach(&self) -> Vec<String> {
        lines(self.run(REACH, vec![]).json())
    }
}

fn lines(answer: &Value) -> Vec<String> {
    let lines = answer.as_array().into_iter().flatten();
    lines.filter_map(Value::as_str).map(str::to_owned).collect()
}
