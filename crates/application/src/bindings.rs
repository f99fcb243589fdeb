//! `ui/src/bindings/commands.ts`, printed from the registry. A test fails while it is stale.

use crate::{Command, Tag, registry};
use std::any::TypeId;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Gathers what TypeScript has to know.
pub struct Shape {
    config: Config,
    seen: Vec<TypeId>,
    types: BTreeMap<String, String>,
    commands: String,
}

impl Shape {
    /// Adds a command with everything its input and reply are made of.
    pub fn command<C: Command>(&mut self) {
        self.visit::<C>();
        self.visit::<C::Reply>();
        let (input, reply) = (C::name(&self.config), <C::Reply as TS>::name(&self.config));
        let _ = writeln!(self.commands, "  {}: {{ input: {input}; reply: {reply} }};", C::NAME);
    }
}

impl TypeVisitor for Shape {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            let mut text = String::new();
            if let Some(docs) = T::docs() {
                text.push_str(&docs);
            }
            let _ = writeln!(text, "export {}", T::decl(&self.config));
            self.types.insert(T::ident(&self.config), text);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole file.
#[must_use]
pub fn commands_ts() -> String {
    let mut shape = Shape {
        config: Config::new().with_large_int("number"),
        seen: Vec::new(),
        types: BTreeMap::new(),
        commands: String::new(),
    };
    shape.visit::<crate::Refusal>();
    shape.visit::<Tag>();
    for entry in registry::all() {
        (entry.shape)(&mut shape);
    }
    let mut text =
        String::from("// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.\n\n");
    for declaration in shape.types.values() {
        text.push_str(declaration);
        text.push('\n');
    }
    let _ = write!(text, "export interface Commands {{\n{}}}\n\n", shape.commands);
    tags(&mut text, "READS", |entry| entry.reads);
    tags(&mut text, "CHANGES", |entry| entry.changes);
    text
}

fn tags(text: &mut String, name: &str, of: fn(&registry::Entry) -> &'static [Tag]) {
    let _ = writeln!(text, "export const {name}: Record<keyof Commands, readonly Tag[]> = {{");
    for entry in registry::all() {
        let words: Vec<String> = of(entry).iter().filter_map(|tag| serde_json::to_string(tag).ok()).collect();
        let _ = writeln!(text, "  {}: [{}],", entry.name, words.join(", "));
    }
    text.push_str("};\n\n");
}
