//! From a line of the ledger to an entry of the tab.

use super::view::{HistoryEntry, HistoryKind};
use crate::consent::describe_event;
use crate::kind;
use crate::words::sentence;
use chrono::NaiveDate;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_dispatch::registry::{Described, Registry};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Names, Refusal};
use forecourt_domain::consent::{Actor, Method};
use forecourt_domain::time::{Moment, long_date};
use forecourt_store::{Error, Tx, consent, ledger, notice};
use serde_json::Value;
use std::collections::HashMap;

/// Puts lines into words, with what it takes to know beside the line.
pub(crate) struct Describer {
    registry: &'static Registry,
    settings: Settings,
    names: Names,
    today: Option<NaiveDate>,
    /// Versions of wordings, by hash.
    notices: HashMap<String, i64>,
}

impl Describer {
    /// For the screen, where today's heading says so.
    pub fn for_screen(cx: &Cx<'_>, tx: &Tx<'_>) -> Result<Self, Refusal> {
        let mut describer = Self::for_paper(cx.registry(), tx)?;
        describer.today = Some(cx.now.civil_date(describer.settings.zone));
        Ok(describer)
    }

    /// For paper and files, where "today" means nothing tomorrow.
    pub fn for_paper(registry: &'static Registry, tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self {
            registry,
            settings: Settings::load(tx)?,
            names: Names::load(tx)?,
            today: None,
            notices: HashMap::new(),
        })
    }

    /// The line as an entry; `None` for a line that another one says better.
    pub fn describe(&mut self, tx: &Tx<'_>, line: &ledger::Kept) -> Result<Option<HistoryEntry>, Refusal> {
        let at = Moment::parse(&line.at).ok_or_else(|| Error::damaged("a time that is none"))?;
        let (actor, mut by, mut workstation) = self.names.of_line(&line.actor);
        let described = if line.payload.is_empty() {
            let Some(event) = consent::event(tx, line.seq)? else { return Ok(None) };
            match (actor, event.method) {
                (Actor::Customer, method) => {
                    by = "Customer".into();
                    workstation = if method == Method::Portal { "portal" } else { method.label() }.into();
                }
                (Actor::System, Method::Migration) => workstation = "migration".into(),
                _ => {}
            }
            let version = self.notice_version(tx, &event.notice)?;
            describe_event(&event, version, self.settings.zone)
        } else {
            let content: Value = serde_json::from_str(&line.payload).unwrap_or(Value::Null);
            match self.registry.describe(tx, &line.action, &content)? {
                Described::As(description) => description,
                Described::Elsewhere => return Ok(None),
                Described::Unknown => unknown(&line.action, &content),
            }
        };
        let date = at.civil_date(self.settings.zone);
        let heading = if self.today == Some(date) { "Today".into() } else { long_date(date) };
        Ok(Some(HistoryEntry {
            seq: line.seq,
            at: line.at.clone(),
            local_date: date.to_string(),
            local_time: at.wall_time(self.settings.zone),
            day_heading: heading,
            kind: HistoryKind::of(described.kind),
            title: described.title,
            lines: described.texts,
            by,
            workstation,
        }))
    }

    fn notice_version(&mut self, tx: &Tx<'_>, hash: &str) -> Result<Option<i64>, Refusal> {
        if hash.is_empty() {
            return Ok(None);
        }
        if let Some(version) = self.notices.get(hash) {
            return Ok(Some(*version));
        }
        let found = notice::by_hash(tx, hash)?.map(|notice| notice.version);
        if let Some(version) = found {
            self.notices.insert(hash.to_owned(), version);
        }
        Ok(found)
    }
}

/// What no noun has words for: a later version's line still reads.
fn unknown(action: &str, content: &Value) -> Description {
    let reason = content.get("reason").and_then(Value::as_str).unwrap_or_default();
    Description::new(kind::RECORD, titled(action)).with(Tone::Quote, reason)
}

/// `contact.merged_into` as `Contact merged into`.
fn titled(action: &str) -> String {
    sentence(&action.replace(['.', '_'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_unknown_action_reads_as_words() {
        let described = unknown("contact.merged_into", &json!({ "reason": "the same person" }));
        assert_eq!(described.title, "Contact merged into");
        assert_eq!(described.texts.len(), 1);
        assert!(unknown("contact.merged_into", &Value::Null).texts.is_empty());
    }
}
