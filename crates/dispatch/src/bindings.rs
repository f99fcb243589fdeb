//! What the screens know of every command, as TypeScript: one file a noun, one for the types that
//! nouns share, and the list of commands. A test fails while a file is stale.

use crate::constant::{self, Constant};
use crate::registry::Registry;
use crate::setting::{Declared, Kind, Zero};
use crate::shape::{Shape, words};
use crate::{Permit, Refusal};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use ts_rs::TypeVisitor;

const PRINTED: &str = "// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.\n\n";

/// Every file, by its name.
#[must_use]
pub fn files(registry: &Registry, constants: &[Constant]) -> BTreeMap<String, String> {
    let mut shape = Shape::empty();
    shape.visit::<Refusal>();
    for entry in registry.commands() {
        (entry.shape)(&mut shape);
    }
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let nouns: BTreeSet<&str> = shape.types.values().map(|(noun, _)| noun.as_str()).collect();
    for noun in &nouns {
        files.insert(format!("{noun}.ts"), of_noun(noun, &shape.types));
    }
    let types: String = nouns.iter().map(|noun| format!("export type * from \"./{noun}\";\n")).collect();
    files.insert("types.ts".into(), format!("{PRINTED}{types}"));
    files.insert("commands.ts".into(), commands(registry, &shape));
    files.insert("settings.ts".into(), settings(registry));
    files.insert("constants.ts".into(), constant::printed(constants, PRINTED));
    files.insert("lists.ts".into(), lists(registry));
    files
}

fn of_noun(noun: &str, types: &BTreeMap<String, (String, String)>) -> String {
    let own: Vec<_> = types.iter().filter(|(_, (home, _))| home == noun).collect();
    let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, (_, text)) in &own {
        for (_, word) in text.lines().filter(|line| !line.starts_with("/**")).flat_map(words) {
            if let Some((name, (home, _))) = types.get_key_value(word).filter(|(_, (home, _))| home != noun) {
                imports.entry(home).or_default().insert(name);
            }
        }
    }
    let mut text = String::from(PRINTED);
    for (home, names) in &imports {
        let names: Vec<&str> = names.iter().copied().collect();
        let _ = writeln!(text, "import type {{ {} }} from \"./{home}\";", names.join(", "));
    }
    if !imports.is_empty() {
        text.push('\n');
    }
    let declarations: Vec<&str> = own.iter().map(|(_, (_, text))| text.as_str()).collect();
    text + &declarations.join("\n")
}

fn commands(registry: &Registry, shape: &Shape) -> String {
    let mut text = String::from(PRINTED);
    text.push_str("import type * as T from \"./types\";\n\nexport type * from \"./types\";\n\n");
    let _ = write!(text, "export interface Commands {{\n{}}}\n\n", shape.commands);
    let mut tags = BTreeSet::new();
    for entry in registry.commands() {
        tags.extend(entry.reads.iter().chain(entry.changes).map(|tag| tag.0));
    }
    let quoted: Vec<String> = tags.iter().map(|tag| format!("\"{tag}\"")).collect();
    let _ = writeln!(text, "/** A kind of cached answer. */\nexport type Tag = {};\n", quoted.join(" | "));
    let list = |tags: &[crate::Tag]| {
        let words: Vec<String> = tags.iter().map(|tag| format!("\"{}\"", tag.0)).collect();
        words.join(", ")
    };
    for (name, changes) in [("READS", false), ("CHANGES", true)] {
        let _ = writeln!(text, "export const {name}: Record<keyof Commands, readonly Tag[]> = {{");
        for entry in registry.commands() {
            let tags = if changes { entry.changes } else { entry.reads };
            let _ = writeln!(text, "  {}: [{}],", entry.name, list(tags));
        }
        text.push_str("};\n\n");
    }
    text.push_str("/** The rights a command asks for: one right of every group. `open` asks for nobody in particular; `input` may ask for these beside them. */\n");
    text.push_str("export interface Permit {\n  open: boolean;\n  groups: readonly (readonly T.Right[])[];\n  input: readonly T.Right[];\n}\n\n");
    text.push_str("export const PERMITS: Record<keyof Commands, Permit> = {\n");
    for entry in registry.commands() {
        let _ = writeln!(text, "  {}: {},", entry.name, permit(entry.permit));
    }
    text.push_str("};\n");
    text
}

fn permit(permit: Permit) -> String {
    use forecourt_domain::rights::Right;
    let list = |rights: &[Right]| {
        let words: Vec<String> = rights.iter().map(|right| format!("\"{}\"", right.word())).collect();
        format!("[{}]", words.join(", "))
    };
    let each = |rights: &[Right]| rights.iter().map(|right| list(&[*right])).collect::<Vec<_>>().join(", ");
    let (groups, input) = match permit {
        Permit::Anyone
        | Permit::NoDealership
        | Permit::SetUpOrSignedIn
        | Permit::NotOpened
        | Permit::SignInPage
        | Permit::SignedIn
        | Permit::OwnPassword => (String::new(), String::from("[]")),
        Permit::Founder(right) | Permit::Right(right) => (list(&[right]), "[]".into()),
        Permit::AnyOf(rights) => (list(rights), "[]".into()),
        Permit::AllOf(rights) => (each(rights), "[]".into()),
        Permit::Each(groups) => {
            (groups.iter().map(|group| list(group)).collect::<Vec<_>>().join(", "), "[]".into())
        }
        Permit::ByInput { always, sometimes } => (each(always), list(sometimes)),
    };
    format!("{{ open: {}, groups: [{groups}], input: {input} }}", permit.is_open())
}

/// A list's columns with the commands that show and hand it over; its words are said once, in Rust.
fn lists(registry: &Registry) -> String {
    let mut text = String::from(PRINTED);
    text.push_str("import type { Commands } from \"./commands\";\n\n");
    text.push_str(
        "/** A list as it is declared: its columns, `key` being a field of its rows, and its commands. */\n",
    );
    text.push_str("export interface DeclaredList {\n  title: string;\n  empty: string;\n  list: keyof Commands;\n  count: keyof Commands | null;\n  print: keyof Commands;\n  export: keyof Commands;\n  columns: readonly { key: string; heading: string }[];\n}\n\n");
    text.push_str("export const LISTS = {\n");
    for list in registry.lists() {
        let _ =
            writeln!(text, "  {}: {{\n    title: {:?},\n    empty: {:?},", list.name, list.title, list.empty);
        for verb in ["list", "count", "print", "export"] {
            let command = list.command(verb);
            let known = registry.find(&command).map_or_else(|| "null".into(), |_| format!("{command:?}"));
            let _ = writeln!(text, "    {verb}: {known},");
        }
        text.push_str("    columns: [\n");
        for (key, heading) in &list.columns {
            let _ = writeln!(text, "      {{ key: {key:?}, heading: {heading:?} }},");
        }
        text.push_str("    ],\n  },\n");
    }
    text.push_str(
        "} as const satisfies Record<string, DeclaredList>;\n\nexport type ListName = keyof typeof LISTS;\n",
    );
    text
}

fn settings(registry: &Registry) -> String {
    let mut text = String::from(PRINTED);
    text.push_str("import type { Right } from \"./shared\";\n\n");
    text.push_str("/** A setting as it is declared: what it is called, where it stands, whose right changes it, its range, and whether 0 stands beside that for never. */\n");
    text.push_str("export interface Setting {\n  label: string;\n  path: string;\n  right: Right;\n  kind: \"flag\" | \"number\" | \"text\" | \"web\" | \"zone\" | \"words\" | \"word\" | \"names\" | \"own\";\n  least: number | null;\n  most: number | null;\n  never: boolean;\n}\n\n");
    text.push_str("export const SETTINGS = {\n");
    for of in registry.settings() {
        let _ = writeln!(text, "  {:?}: {},", of.key, setting(of));
    }
    text.push_str(
        "} as const satisfies Record<string, Setting>;\n\nexport type SettingKey = keyof typeof SETTINGS;\n",
    );
    text
}

fn setting(of: &Declared) -> String {
    let number = |n: i64| n.to_string();
    let (kind, least, most) = match of.kind {
        Kind::Flag { .. } => ("flag", None, None),
        Kind::Number { least, most, .. } => ("number", Some(least), Some(most)),
        Kind::Text { least, most, .. } => ("text", i64::try_from(least).ok(), i64::try_from(most).ok()),
        Kind::Web => ("web", None, None),
        Kind::Zone { .. } => ("zone", None, None),
        Kind::Words { .. } => ("words", None, None),
        Kind::Word { .. } => ("word", None, None),
        Kind::Names => ("names", None, None),
        Kind::Own { .. } => ("own", None, None),
    };
    let or_null = |n: Option<i64>| n.map_or_else(|| "null".to_owned(), number);
    let never = matches!(of.kind, Kind::Number { zero: Zero::Never | Zero::NeverWithReason, .. });
    format!(
        "{{ label: {:?}, path: {:?}, right: \"{}\", kind: \"{kind}\", least: {}, most: {}, never: {never} }}",
        of.label,
        of.path,
        of.permit.word(),
        or_null(least),
        or_null(most)
    )
}
