//! What an erasure does not reach (D-20): places where others wrote about the person, and files that
//! left before. Found and shown, so that somebody can see to it. Read through on purpose, so it is
//! asked beside the dry run and not with it.

use super::exports::{self, ExportedFile};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_domain::mention::Mentions;
use forecourt_domain::rights::Right;
use forecourt_store::erasure::beyond::{self, Said};
use forecourt_store::{Tx, contact};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// Notes shown: a common surname stands in many, and nobody reads them all.
const MOST_NOTES: usize = 50;

/// Characters shown of a text.
const MOST_SHOWN: usize = 300;

/// Asks what an erasure would not reach.
#[derive(Deserialize, TS)]
pub struct FindRemains {
    pub contact_id: ContactId,
}

/// A note about another contact in which the person stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoteMention {
    /// Whose note it is.
    pub contact_id: ContactId,
    /// What that contact is called.
    pub name: String,
    pub reference: String,
    /// What of the person stands there: `the name`, `a phone number`.
    pub found: String,
    pub text: String,
}

/// A text of the ledger in which the person stands, and which stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextMention {
    /// What text it is: `Name of an imported file`.
    pub what: String,
    /// When it was written, at the dealership.
    pub local: String,
    pub text: String,
}

/// What an erasure does not reach.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Remains {
    pub notes: Vec<NoteMention>,
    /// Are there more notes than are shown?
    pub more_notes: bool,
    pub texts: Vec<TextMention>,
    /// Files in the folder that this workstation saves exports in.
    pub files: Vec<ExportedFile>,
    /// That folder; absent where the person is asked each time, and nobody can look.
    pub folder: Option<String>,
    /// Was the whole folder looked at?
    pub all_files: bool,
}

impl Command for FindRemains {
    const NAME: &'static str = "find_remains";
    const PERMIT: Permit = Permit::Right(Right::GdprRightsRequests);
    const READS: &'static [Tag] = &[tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = Remains;

    fn run(self, cx: &Cx<'_>) -> Result<Remains, Refusal> {
        let id = self.contact_id;
        let mut remains = cx.read(|tx| {
            let person = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let mentions = Mentions::of(&person.details);
            let (notes, more_notes) = notes(tx, id, &mentions)?;
            let texts = texts(tx, id, &mentions)?;
            Ok(Remains { notes, more_notes, texts, files: Vec::new(), folder: None, all_files: true })
        })?;
        // Outside of the snapshot: the disk may take its time.
        let exported = exports::of(cx, id)?;
        remains.files = exported.files;
        remains.folder = exported.folder;
        remains.all_files = exported.all;
        Ok(remains)
    }
}

fn notes(tx: &Tx<'_>, id: ContactId, mentions: &Mentions) -> Result<(Vec<NoteMention>, bool), Refusal> {
    let mut found = Vec::new();
    let mut more = false;
    beyond::notes_of_others(tx, id, |note| {
        if let Some(mention) = mentions.in_text(note.text) {
            more = found.len() == MOST_NOTES;
            if !more {
                found.push((note.contact, mention, shown(note.text)));
            }
        }
        Ok(more)
    })?;
    let mut notes = Vec::with_capacity(found.len());
    for (contact_id, mention, text) in found {
        let Some(called) = contact::called(tx, contact_id)? else { continue };
        let (name, reference, found) = (called.name, called.reference, mention.words().to_owned());
        notes.push(NoteMention { contact_id, name, reference, found, text });
    }
    Ok((notes, more))
}

fn texts(tx: &Tx<'_>, id: ContactId, mentions: &Mentions) -> Result<Vec<TextMention>, Refusal> {
    let settings = Settings::load(tx)?;
    let mut texts: Vec<TextMention> = Vec::new();
    beyond::lines_of_others(tx, id, |said| {
        for (what, text) in typed(&said) {
            if mentions.in_text(&text).is_some() {
                let mention =
                    TextMention { what: what.to_owned(), local: settings.wall(said.at), text: shown(&text) };
                // One deed may have a line for its beginning and one for its end.
                if !texts.contains(&mention) {
                    texts.push(mention);
                }
            }
        }
        Ok(())
    })?;
    Ok(texts)
}

/// What somebody typed, of a line's content: the other fields are the product's own words.
fn typed(said: &Said<'_>) -> Vec<(&'static str, String)> {
    let content: Value = serde_json::from_str(said.payload).unwrap_or(Value::Null);
    let reason = match said.action {
        "setting.changed" => "Reason of a change of settings",
        action if action.starts_with("report.") => "Reason of a report or rights request",
        _ => "Reason in the ledger",
    };
    let fields = [
        ("file", "Name of an imported file"),
        ("criteria", "What was chosen for a report"),
        ("reason", reason),
    ];
    let text = |field: &str| content.get(field).and_then(Value::as_str).filter(|text| !text.is_empty());
    fields.into_iter().filter_map(|(field, what)| Some((what, text(field)?.to_owned()))).collect()
}

fn shown(text: &str) -> String {
    let shown: String = text.chars().take(MOST_SHOWN).collect();
    if shown.len() < text.len() { shown + "…" } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_typed_is_looked_into() {
        let payload = r#"{"setting":"gdpr.brands","new":["Quill"],"reason":"Quill asked"}"#;
        let said = Said { at: "", action: "setting.changed", payload };
        assert_eq!(typed(&said), [("Reason of a change of settings", "Quill asked".to_owned())]);
        let said = Said { at: "", action: "contacts.imported", payload: r#"{"file":"Quill.csv","rows":1}"# };
        assert_eq!(typed(&said), [("Name of an imported file", "Quill.csv".to_owned())]);
        assert_eq!(shown(&"é".repeat(400)).chars().count(), MOST_SHOWN + 1);
    }
}
