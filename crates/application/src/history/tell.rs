//! From a line of the ledger to an entry of the tab.

use super::tell_consent;
use super::tell_report;
use super::view::{HistoryEntry, HistoryKind, HistoryTone, Told};
use crate::consent_receipt::ReceiptForm;
use chrono::NaiveDate;
use forecourt_dispatch::Names;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::{Actor, Method};
use forecourt_domain::time::{Moment, long_date};
use forecourt_store::{Error, Tx, consent, ledger, notice};
use serde_json::Value;
use std::collections::HashMap;

/// What telling needs to know beside the line.
pub(crate) struct Teller {
    settings: Settings,
    names: Names,
    today: Option<NaiveDate>,
    /// Versions of wordings, by hash.
    notices: HashMap<String, i64>,
}

impl Teller {
    /// For the screen, where today's heading says so.
    pub fn for_screen(tx: &Tx<'_>, now: Moment) -> Result<Self, Refusal> {
        let mut teller = Self::for_paper(tx)?;
        teller.today = Some(now.civil_date(teller.settings.zone));
        Ok(teller)
    }

    /// For paper and files, where "today" means nothing tomorrow.
    pub fn for_paper(tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self {
            settings: Settings::load(tx)?,
            names: Names::load(tx)?,
            today: None,
            notices: HashMap::new(),
        })
    }

    /// The line as an entry; `None` for a line that another one tells better.
    pub fn tell(&mut self, tx: &Tx<'_>, line: &ledger::Kept) -> Result<Option<HistoryEntry>, Refusal> {
        let at = Moment::parse(&line.at).ok_or_else(|| Error::damaged("a time that is none"))?;
        let (actor, mut by, mut workstation) = self.names.of_line(&line.actor);
        let told = if line.payload.is_empty() {
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
            Some(tell_consent::tell(&event, version, self.settings.zone))
        } else {
            let content: Value = serde_json::from_str(&line.payload).unwrap_or(Value::Null);
            told(tx, &line.action, &content)?
        };
        let Some(told) = told else { return Ok(None) };
        let date = at.civil_date(self.settings.zone);
        let heading = if self.today == Some(date) { "Today".into() } else { long_date(date) };
        Ok(Some(HistoryEntry {
            seq: line.seq,
            at: line.at.clone(),
            local_date: date.to_string(),
            local_time: at.wall_time(self.settings.zone),
            day_heading: heading,
            kind: told.kind,
            title: told.title,
            lines: told.lines,
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

/// A text of a payload; empty when it is not there.
pub(super) fn text<'v>(content: &'v Value, field: &str) -> &'v str {
    content.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn told(tx: &Tx<'_>, action: &str, content: &Value) -> Result<Option<Told>, Refusal> {
    use HistoryKind::{Portal, Prints, Record, Rights};
    use HistoryTone::{Plain, Quote, Warn};
    if let Some(status) = action.strip_prefix("report.") {
        return tell_report::tell(tx, status, content);
    }
    let told = match action {
        "form.printed" => {
            let how = if content.get("blank").and_then(Value::as_bool) == Some(true) {
                "blank"
            } else {
                "prefilled"
            };
            Told::new(Prints, "Data capture form printed")
                .line(Plain, format!("Form {}, {how}", text(content, "number")))
        }
        "receipt.made" => Told::new(Prints, "Consent receipt given").line(Plain, receipt(content)),
        "receipt.voided" => Told::new(Prints, "Consent receipt void")
            .line(Plain, receipt(content))
            .line(Warn, "It could not be handed over; its number finds nothing."),
        "portal.link_prepared" => {
            let asked = content.get("customer_asked").and_then(Value::as_bool) == Some(true);
            Told::new(Portal, "Link to the Customer Consent Portal prepared")
                .line(Plain, format!("Mail draft to {}", text(content, "address")))
                .line(Plain, if asked { "The customer asked for it" } else { "" })
        }
        "portal.link_failed" => Told::new(Portal, "Link to the Customer Consent Portal not prepared")
            .line(Warn, "The mail program could not be opened; the link is void"),
        "portal.link_refused" => {
            let mut told = Told::new(Portal, "Link to the Customer Consent Portal refused");
            for reason in reasons(content) {
                told = told.line(Plain, reason);
            }
            told
        }
        "access.refused" => Told::new(Rights, "Right of Access refused").line(Plain, text(content, "why")),
        "erasure.refused" => {
            let mut told = Told::new(Rights, "Right to Erasure refused");
            for reason in reasons(content) {
                told = told.line(Plain, reason);
            }
            told
        }
        "contact.created" => Told::new(Record, "Contact created"),
        "contact.imported" => Told::new(Record, "Contact imported").line(Plain, text(content, "file")),
        "contact.updated" | "contact.changed" => {
            Told::new(Record, "Contact changed").line(Plain, changed(content))
        }
        other => Told::new(Record, titled(other)).line(Quote, text(content, "reason")),
    };
    Ok(Some(told))
}

/// `R-7K2M-Q9XD-4F, PDF`.
fn receipt(content: &Value) -> String {
    format!("{}, {}", text(content, "number"), ReceiptForm::label_of(text(content, "form")))
}

fn reasons(content: &Value) -> impl Iterator<Item = &str> {
    content.get("reasons").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// `Phones, notes`, from the names of the fields that an edit changed.
fn changed(content: &Value) -> String {
    let list = ["fields", "changed"].iter().find_map(|name| content.get(name).and_then(Value::as_array));
    let words: Vec<&str> = list
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|field| match field {
            "title" => "title",
            "first_name" => "first name",
            "last_name" => "last name",
            "company" => "company",
            "date_of_birth" => "date of birth",
            "addresses" => "addresses",
            "phones" => "phone numbers",
            "emails" => "e-mail addresses",
            "vehicles" => "vehicles",
            "notes" => "notes",
            other => other,
        })
        .collect();
    sentence(&words.join(", "))
}

/// `contact.merged_into` as `Contact merged into`: a later version's line still reads.
fn titled(action: &str) -> String {
    sentence(&action.replace(['.', '_'], " "))
}

/// With a capital at the beginning.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_and_unknown_actions_read_as_words() {
        assert_eq!(changed(&json!({ "fields": ["phones", "notes"] })), "Phone numbers, notes");
        assert_eq!(changed(&json!({})), "");
        assert_eq!(titled("contact.merged_into"), "Contact merged into");
    }
}
