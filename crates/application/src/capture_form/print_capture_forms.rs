//! Prints data capture forms into one document: blank copies, chosen contacts, or everybody.

use super::forms::Forms;
use crate::reconsent::DueList;
use crate::{tag, words};
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::{Command, Cx, NamedReport, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::{Tx, capture_form, contact};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The most blank copies of one print: as many as a counter could want.
pub const MOST_BLANK: u32 = 500;

/// Prints data capture forms.
#[derive(Deserialize, TS)]
pub struct PrintCaptureForms {
    /// For these contacts, in this order.
    #[serde(default)]
    pub contact_ids: Vec<ContactId>,
    /// And so many blank copies.
    #[serde(default)]
    pub blank: u32,
    /// For every contact, by name.
    #[serde(default)]
    pub all: bool,
    /// For everybody on Marketing Re-consent Needed, in its order (D-15).
    #[serde(default)]
    pub reconsent: bool,
    /// With `all`: for the first so many only.
    #[serde(default)]
    pub limit: Option<u32>,
    /// The job's name, to watch and to cancel it.
    #[serde(default)]
    pub job: Option<String>,
}

/// What was printed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaptureForms {
    /// Where it went.
    #[serde(flatten)]
    pub handed: HandedOver,
    /// How many forms.
    pub forms: usize,
    /// The first form's number.
    pub first_form: Option<String>,
    /// The last form's number.
    pub last_form: Option<String>,
}

/// The history tells of a single form by its number.
pub(super) const DATA_CAPTURE: NamedReport =
    NamedReport { has_own_line: true, ..NamedReport::new("Data Capture") };

impl Command for PrintCaptureForms {
    const NAME: &'static str = "print_capture_forms";
    // A whole list's details on paper is an export, whatever it is printed on. Named one by one, they are
    // counted where everything leaves (`forecourt_dispatch::bulk`).
    const PERMIT: Permit = Permit::ByInput { always: &[], sometimes: &[Right::ExportReports] };
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = CaptureForms;

    fn needs(&self) -> &'static [Right] {
        if self.all || self.reconsent { &[Right::ExportReports] } else { &[] }
    }

    fn run(self, cx: &Cx<'_>) -> Result<CaptureForms, Refusal> {
        if self.blank > MOST_BLANK {
            return Err(Refusal::invalid("blank", "At most 500 blank copies at once."));
        }
        let job = cx.jobs().start(self.job.as_deref());
        job.phase("Drawing forms");
        let recipients = cx.read(|tx| self.recipients(tx, cx.now))?;
        if recipients.is_empty() {
            return Err(Refusal::invalid("contact_ids", "Choose contacts, or a number of blank copies."));
        }
        let report = Report {
            report: DATA_CAPTURE.name,
            criteria: self.criteria(recipients.iter().flatten().count()),
            method: "PDF",
            // A single form is that customer's paper, and known as theirs when they are erased.
            contact: match recipients.as_slice() {
                [one] => *one,
                _ => None,
            },
            reason: None,
            people: people(&recipients),
        };
        let mut forms = Forms::new(cx, &job, recipients)?;
        let delivered = hand_over::view_paper(cx, &report, &mut forms)?;
        let mut printed = forms.printed().map(|form| form.number.clone());
        let forms = printed.len();
        let first_form = printed.next();
        let last_form = printed.next_back().or_else(|| first_form.clone());
        Ok(CaptureForms { handed: delivered.handed, forms, first_form, last_form })
    }
}

impl PrintCaptureForms {
    /// For whom, in the order of printing; blank copies come last.
    fn recipients(&self, tx: &Tx<'_>, now: Moment) -> Result<Vec<Option<ContactId>>, Refusal> {
        let mut recipients: Vec<Option<ContactId>> = if self.all {
            let limit = self.limit.map_or(i64::MAX, i64::from);
            capture_form::recipients(tx, limit)?.into_iter().map(Some).collect()
        } else if self.reconsent {
            DueList::load(tx, now)?.ids(tx)?.into_iter().map(Some).collect()
        } else {
            for id in &self.contact_ids {
                if !contact::exists(tx, *id)? {
                    return Err(Refusal::not_found("contact"));
                }
            }
            let noted = contact::circumstances(tx, &self.contact_ids)?;
            let lives = |id: &ContactId| noted.get(id).is_none_or(|noted| noted.died.is_none());
            let living: Vec<_> = self.contact_ids.iter().copied().filter(lives).map(Some).collect();
            if living.is_empty() && !self.contact_ids.is_empty() {
                return Err(Refusal::invalid(
                    "contact_ids",
                    "Nobody asks the dead: no form is printed for them.",
                ));
            }
            living
        };
        recipients.extend((0..self.blank).map(|_| None));
        Ok(recipients)
    }

    /// What Report Audit keeps of the choice; never a name.
    fn criteria(&self, named: usize) -> String {
        let mut parts = Vec::new();
        match (self.all, self.limit) {
            (true, None) => parts.push("All contacts".to_owned()),
            (true, Some(limit)) => parts.push(format!("The first {limit} contacts by name")),
            (false, _) if self.reconsent => parts.push("Marketing Re-consent Needed".to_owned()),
            (false, _) if !self.contact_ids.is_empty() => {
                parts.push(words::counted(named, "contact", "contacts"));
            }
            _ => {}
        }
        if self.blank > 0 {
            parts.push(format!("{} blank", self.blank));
        }
        parts.join(", ")
    }
}

/// How many people the forms tell of; a blank one is about nobody, two of one contact about one.
fn people(recipients: &[Option<ContactId>]) -> i64 {
    let named: BTreeSet<ContactId> = recipients.iter().copied().flatten().collect();
    i64::try_from(named.len()).unwrap_or(i64::MAX)
}
