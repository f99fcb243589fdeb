//! Prints and exports in words. Each is told once, by how it ended; its beginning shows only
//! while there is no end.

use super::CONSENT_EVIDENCE;
use super::tell::text;
use super::view::{HistoryKind, HistoryTone, Told};
use crate::consent_receipt::CONSENT_RECEIPT;
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::ReportId;
use forecourt_store::{Tx, report_audit};
use serde_json::Value;

/// The Right of Access export's name in Report Audit.
pub(crate) const RIGHT_OF_ACCESS: &str = "Right of Access";

pub(super) fn tell(tx: &Tx<'_>, status: &str, content: &Value) -> Result<Option<Told>, Refusal> {
    let report = text(content, "report");
    if status == "started" {
        let id = content.get("id").and_then(Value::as_str).and_then(|id| id.parse::<ReportId>().ok());
        let now = id.map(|id| report_audit::status(tx, id)).transpose()?.flatten();
        if now.as_deref() != Some("started") {
            return Ok(None);
        }
    }
    if report == CONSENT_RECEIPT && status == "completed" {
        // Its own line names the number.
        return Ok(None);
    }
    let kind = if report == RIGHT_OF_ACCESS { HistoryKind::Rights } else { HistoryKind::Prints };
    let paper = matches!(text(content, "method"), "PDF" | "Print");
    let (done, not) = if paper { ("printed", "print") } else { ("exported", "export") };
    let title = match status {
        "completed" => format!("{report} {done}"),
        "failed" => format!("{report}: {not} failed"),
        "cancelled" => format!("{report}: {not} cancelled"),
        _ => format!("{report}: {not} begun, not finished"),
    };
    let mut told = Told::new(kind, title).line(HistoryTone::Quote, text(content, "reason"));
    if report == CONSENT_EVIDENCE {
        // Of which day, that is the point of it.
        told = told.line(HistoryTone::Plain, text(content, "criteria"));
    }
    told = match status {
        "completed" => {
            let rows = content.get("rows").and_then(Value::as_i64).unwrap_or(0);
            let rows = crate::words::counted(usize::try_from(rows).unwrap_or(0), "row", "rows");
            told.line(
                HistoryTone::Plain,
                format!("{}, {rows}, SHA-256 {}", text(content, "method"), text(content, "sha256")),
            )
        }
        "cancelled" => told.line(HistoryTone::Plain, "Nothing was written."),
        "failed" => told.line(HistoryTone::Warn, "No file was left behind."),
        _ => told.line(HistoryTone::Warn, "The program ended before it was complete."),
    };
    Ok(Some(told))
}
