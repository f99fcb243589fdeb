//! The evidence pack (M-08): the as-at view on paper, with what went out since, for a complaint.

use super::{Describer, HistoryKind, HistoryReader};
use crate::consent::{AsAtEvent, AsAtView, ConsentCell, WhyView, as_at};
use crate::dealership::DealershipSettings;
use crate::tag;
use chrono::NaiveDate;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, NamedReport, Permit, Refusal, Tag};
use forecourt_documents::consent_table::{Choice, ChoiceTable, PartyChoices, PurposeChoices};
use forecourt_documents::evidence_print::{
    EvidenceAnswer, EvidenceNotice, EvidencePrint, EvidenceReason, EvidenceRecord, EvidenceSince,
    print_evidence,
};
use forecourt_domain::consent::standing::assumed_is_enough;
use forecourt_domain::consent::{Channel, Purpose, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::uk_date;
use forecourt_store::{Tx, ledger};
use serde::Deserialize;
use ts_rs::TS;

/// As Report Audit names it. Of which day it speaks is the point of it, so the history shows that.
pub(super) const CONSENT_EVIDENCE: NamedReport =
    NamedReport { shows_criteria: true, ..NamedReport::new("Consent evidence") };

/// Prints what a contact allowed at the end of a day.
#[derive(Deserialize, TS)]
pub struct PrintAsAt {
    pub contact_id: ContactId,
    /// The day, `2026-10-21`.
    #[ts(type = "string")]
    pub date: NaiveDate,
}

impl Command for PrintAsAt {
    const NAME: &'static str = "print_as_at";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let printed = forecourt_dispatch::printed(cx, &settings)?;
        // A contact or a day that is not there is refused before anything is audited.
        let (mut pack, records) = cx.read(|tx| {
            let view = as_at(tx, self.contact_id, self.date, cx.now)?;
            let records = i64::try_from(view.events.len()).unwrap_or(i64::MAX);
            let mut pack = pack(view, &settings);
            pack.since = since(cx, tx, self.contact_id, self.date)?;
            pack.ledger_head = ledger::head(tx)?.hash;
            Ok((pack, records))
        })?;
        pack.printed = printed;
        let report = Report {
            report: CONSENT_EVIDENCE.name,
            criteria: format!("One contact, as it was on {}", uk_date(self.date)),
            method: "PDF",
            contact: Some(self.contact_id),
            reason: None,
            people: 1,
        };
        let name = format!("Consent evidence {}.pdf", self.date);
        let delivered = hand_over::view(cx, &report, &name, &mut |out| {
            print_evidence(out, &pack)?;
            Ok(records)
        })?;
        Ok(delivered.handed)
    }
}

fn pack(view: AsAtView, settings: &Settings) -> EvidencePrint {
    let dealership = settings.dealership().name;
    let months = match view.reconsent_months {
        0 => "Until it is withdrawn".to_owned(),
        1 => "1 month".to_owned(),
        months => format!("{months} months"),
    };
    EvidencePrint {
        facts: vec![
            ("Consent last given".into(), view.last_obtained_text.clone()),
            ("Consent counted for".into(), months),
        ],
        choices: choices(&view, &dealership),
        answers: view.why.iter().flat_map(answers).collect(),
        notices: view
            .notices
            .iter()
            .map(|notice| EvidenceNotice { version: notice.version, text: notice.text.clone() })
            .collect(),
        records: view.events.iter().map(record).collect(),
        dealership,
        contact_name: view.name,
        contact_reference: view.reference,
        day: view.date_local,
        on_file: view.on_file,
        excluded: view.excluded,
        ..EvidencePrint::default()
    }
}

fn choices(view: &AsAtView, dealership: &str) -> ChoiceTable {
    let line = |party: &str, purpose: Purpose| PurposeChoices {
        purpose: purpose.label().to_owned(),
        choices: view
            .rows
            .iter()
            .map(|row| {
                let cell = row.cells.iter().find(|cell| cell.party == party && cell.purpose == purpose);
                cell.map_or_else(Choice::default, |cell| Choice {
                    words: cell.words.to_owned(),
                    allowed: may_be_used(cell, row.channel) && !view.excluded,
                })
            })
            .collect(),
    };
    ChoiceTable {
        channels: view.rows.iter().map(|row| row.label.to_owned()).collect(),
        parties: view
            .parties
            .iter()
            .map(|party| PartyChoices {
                party: if party.party == "us" {
                    format!("{} ({dealership})", party.label)
                } else {
                    party.label.clone()
                },
                purposes: Purpose::ALL.map(|purpose| line(&party.party, purpose)).to_vec(),
            })
            .collect(),
    }
}

/// What is merely assumed is not enough everywhere (SPEC 3).
fn may_be_used(cell: &ConsentCell, channel: Channel) -> bool {
    match cell.state {
        State::Granted => true,
        State::Assumed => cell.party == "us" && assumed_is_enough(channel, cell.basis),
        _ => false,
    }
}

fn answers(why: &WhyView) -> impl Iterator<Item = EvidenceAnswer> + '_ {
    why.answers.iter().map(|answer| EvidenceAnswer {
        what: format!("{}: {}", why.label, answer.what.to_lowercase()),
        verdict: answer.verdict_text.to_owned(),
        reasons: answer
            .reasons
            .iter()
            .map(|reason| EvidenceReason {
                text: reason.text.clone(),
                evidence: reason.evidence.clone().unwrap_or_default(),
            })
            .collect(),
    })
}

fn record(event: &AsAtEvent) -> EvidenceRecord {
    EvidenceRecord {
        at: event.at_local.clone(),
        text: event.text.clone(),
        evidence: event.evidence.clone(),
        notes: event.notes.clone(),
        notice_version: event.notice_version.unwrap_or(0),
    }
}

/// What was sent or printed after the day: a complaint is about what came.
fn since(
    cx: &Cx<'_>,
    tx: &Tx<'_>,
    contact: ContactId,
    day: NaiveDate,
) -> Result<Vec<EvidenceSince>, Refusal> {
    let kinds = vec![HistoryKind::Portal, HistoryKind::Prints];
    let mut walk = HistoryReader::new(tx, Describer::for_paper(cx.registry(), tx)?, contact, kinds, i64::MAX);
    let mut since = Vec::new();
    while let Some(entry) = walk.next(i64::MAX)? {
        // Both dates as text of the same form. Newest first: from here on all is older.
        if entry.local_date <= day.to_string() {
            break;
        }
        let details: Vec<&str> = entry.lines.iter().map(|line| line.text.as_str()).collect();
        let text = [entry.title.as_str()].into_iter().chain(details).collect::<Vec<_>>().join(". ");
        since.push(EvidenceSince {
            at: format!("{} {}", uk(&entry.local_date), entry.local_time),
            text,
            by: format!("{}, {}", entry.by, entry.workstation),
        });
    }
    Ok(since)
}

fn uk(date: &str) -> String {
    date.parse().map_or_else(|_| date.to_owned(), uk_date)
}
