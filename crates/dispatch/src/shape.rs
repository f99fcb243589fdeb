//! The TypeScript shape of a command: every type its input and reply are made of.

use crate::Command;
use std::any::{TypeId, type_name};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// The file of types that belong to no noun.
const SHARED: &str = "shared";

/// Gathers what TypeScript has to know.
pub struct Shape {
    config: Config,
    seen: Vec<TypeId>,
    /// By name: the file it stands in, and its declaration.
    pub(crate) types: BTreeMap<String, (String, String)>,
    pub(crate) commands: String,
}

impl Shape {
    /// Nothing yet.
    pub(crate) fn empty() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            seen: Vec::new(),
            types: BTreeMap::new(),
            commands: String::new(),
        }
    }
}

impl Shape {
    /// Adds a command with everything its input and reply are made of.
    pub fn command<C: Command>(&mut self) {
        self.visit::<C>();
        self.visit::<C::Reply>();
        let (input, reply) = (C::name(&self.config), <C::Reply as TS>::name(&self.config));
        let _ =
            writeln!(self.commands, "  {}: {{ input: T.{input}; reply: {} }};", C::NAME, qualified(&reply));
    }
}

/// A reply's type as the list of commands names it: `T.ContactView`, `Array<T.NoticeVersion>`.
fn qualified(reply: &str) -> String {
    let (mut text, mut end) = (String::new(), 0);
    for (at, word) in words(reply) {
        text.push_str(reply.get(end..at).unwrap_or_default());
        let ours = word.starts_with(char::is_uppercase) && !["Array", "Record"].contains(&word);
        text.push_str(if ours { "T." } else { "" });
        text.push_str(word);
        end = at + word.len();
    }
    text + reply.get(end..).unwrap_or_default()
}

/// The words of a piece of TypeScript, with where they begin.
pub(crate) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '_') {
        if !word.is_empty() {
            found.push((at, word));
        }
        // What parts words here is a single byte long: TypeScript's own signs.
        at += word.len()
            + text.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    found
}

impl TypeVisitor for Shape {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let text = on_one_line(&format!("{docs}export {}\n", T::decl(&self.config)));
            self.types.insert(T::ident(&self.config), (noun_of(type_name::<T>()), text));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The noun whose folder a type stands in.
fn noun_of(path: &str) -> String {
    let rest = path.strip_prefix("forecourt_application::");
    rest.and_then(|rest| rest.split("::").next()).unwrap_or(SHARED).to_owned()
}

/// Comments of several lines become one.
fn on_one_line(text: &str) -> String {
    let mut lines = String::new();
    let mut comment: Option<Vec<&str>> = None;
    for line in text.lines() {
        let trimmed = line.trim();
        match &mut comment {
            Some(words) if trimmed == "*/" => {
                let _ = writeln!(lines, "/** {} */", words.join(" "));
                comment = None;
            }
            Some(words) => words.push(trimmed.trim_start_matches('*').trim()),
            None if trimmed == "/**" => comment = Some(Vec::new()),
            None if trimmed.is_empty() => {}
            None => {
                lines.push_str(line.trim_end());
                lines.push('\n');
            }
        }
    }
    lines
}
