//! Right of Access (D-18, D-19): everything held about a contact as one CSV file, with a reason,
//! logged before it exists and when it is complete.

use super::access_sections::write_everything;
use super::ledger_line::LedgerLine;
use crate::kind;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::ports::FileKind;
use forecourt_dispatch::{Command, Cx, NamedReport, Permit, Refusal, Tag};
use forecourt_domain::consent::edit::NOTES_MAX;
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_store::contact;
use forecourt_store::ledger::Subject;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As Report Audit and the contact's history name it.
pub(super) const RIGHT_OF_ACCESS: NamedReport =
    NamedReport { kind: kind::RIGHTS, ..NamedReport::new("Right of Access") };

/// Exports what is held about a contact.
#[derive(Deserialize, TS)]
pub struct ExportAccess {
    /// About whom.
    pub contact_id: ContactId,
    /// Why; kept with the request.
    pub reason: String,
}

/// What was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccessExport {
    /// Where it went.
    #[serde(flatten)]
    pub handed: HandedOver,
    /// How many rows it holds.
    pub rows: i64,
    /// SHA-256 of the file.
    pub sha256: String,
}

impl Command for ExportAccess {
    const NAME: &'static str = "export_access";
    const PERMIT: Permit = Permit::Right(Right::GdprRightsRequests);
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = AccessExport;

    fn run(self, cx: &Cx<'_>) -> Result<AccessExport, Refusal> {
        let called = cx.read(|tx| Ok(contact::called(tx, self.contact_id)?))?;
        let called = called.ok_or_else(|| Refusal::not_found("contact"))?;
        let reason = self.reason.trim().to_owned();
        let problem = match reason.chars().count() {
            0 => Some("Reason is required".to_owned()),
            count if count > NOTES_MAX => {
                Some(format!("The reason is {count} characters long; at most 10,000 can be kept."))
            }
            _ => None,
        };
        if let Some(problem) = problem {
            // Refused attempts are logged too (D-16).
            let line = LedgerLine::AccessRefused { why: problem.clone() };
            cx.write(|writing| writing.record(Subject::Contact(self.contact_id), &line))?;
            return Err(Refusal::invalid("reason", problem));
        }
        let report = Report {
            report: RIGHT_OF_ACCESS.name,
            criteria: "One contact".into(),
            method: "CSV",
            contact: Some(self.contact_id),
            reason: Some(reason),
            people: 1,
        };
        let today = cx.now.civil_date(cx.settings()?.zone);
        let suggested = format!("Right of Access {} {today}.csv", called.reference);
        let delivered = hand_over::save(cx, &report, &suggested, FileKind::Csv, &mut |out| {
            write_everything(cx, self.contact_id, out)
        })?;
        Ok(AccessExport { handed: delivered.handed, rows: delivered.rows, sha256: delivered.sha256 })
    }
}
