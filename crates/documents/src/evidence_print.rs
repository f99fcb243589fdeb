//! The evidence pack (M-08): what a contact allowed on a day, why, the exact words they had been
//! shown, every record until then and what went out since. For a complaint.

use std::io::Write;

use crate::consent_table::{self, ChoiceTable};
use crate::pdf::{Flow, Furniture, Paper, PdfProblem, Strips, Style, palette};
use crate::printed::Printed;

/// One reason behind an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceReason {
    /// In plain words.
    pub text: String,
    /// Who recorded it, how, where and when; may be empty.
    pub evidence: String,
}

/// The answer for one channel and one kind of message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceAnswer {
    /// `Email: service messages`.
    pub what: String,
    /// `Allowed`, `Not allowed`, ...
    pub verdict: String,
    /// Every reason, in order.
    pub reasons: Vec<EvidenceReason>,
}

/// One record of the time until the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceRecord {
    /// `21/11/2026 10:42`.
    pub at: String,
    /// What was recorded.
    pub text: String,
    /// Who, where, how, and how well it is proved.
    pub evidence: String,
    /// What staff wrote.
    pub notes: String,
    /// Which version of the words was shown; 0 for none.
    pub notice_version: i64,
}

/// Words that had been shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceNotice {
    /// Counts wordings.
    pub version: i64,
    /// The words.
    pub text: String,
}

/// Something that was sent or printed after the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceSince {
    /// `23/11/2026 09:15`.
    pub at: String,
    pub text: String,
    /// Who did it, and where.
    pub by: String,
}

/// The whole pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidencePrint {
    /// The dealership's name.
    pub dealership: String,
    /// The contact's display name.
    pub contact_name: String,
    pub contact_reference: String,
    /// The day, `21/10/2026`.
    pub day: String,
    /// Was the contact on file by then?
    pub on_file: bool,
    /// Excluded from all marketing on that day.
    pub excluded: bool,
    /// Dates and periods of that day: label and value.
    pub facts: Vec<(String, String)>,
    /// What was allowed.
    pub choices: ChoiceTable,
    pub answers: Vec<EvidenceAnswer>,
    /// The exact words.
    pub notices: Vec<EvidenceNotice>,
    /// Newest first.
    pub records: Vec<EvidenceRecord>,
    /// Newest first.
    pub since: Vec<EvidenceSince>,
    pub printed: Printed,
    pub ledger_head: String,
}

const PAPER: Paper = Paper::A4;
const TEXT: f32 = 9.0;
const LEADING: f32 = 12.0;
const LABEL: f32 = 110.0;
const INDENT: f32 = 12.0;

/// Writes the pack; gives the number of its pages.
///
/// # Errors
/// [`PdfProblem::Write`] with what the writer answered.
pub fn print_evidence<W: Write>(out: W, pack: &EvidencePrint) -> Result<usize, PdfProblem> {
    let mut flow = Flow::start(out, PAPER, furniture(pack))?;
    content(pack).pour(&mut flow, |_| {})?;
    Ok(flow.finish()?.1)
}

fn furniture(pack: &EvidencePrint) -> Furniture {
    Furniture {
        dealership: pack.dealership.clone(),
        title: format!("Marketing consent as it was on {}", pack.day),
        subtitle: vec![format!("{}   {}", pack.contact_name, pack.contact_reference)],
        printed: pack.printed.line(),
        footer: (!pack.ledger_head.is_empty()).then(|| format!("Ledger head {}", pack.ledger_head)),
    }
}

fn content(pack: &EvidencePrint) -> Strips {
    let mut strips = Strips::on(PAPER);
    if pack.on_file {
        state(&mut strips, pack);
    } else {
        let words =
            "This contact was not on file yet on that day. Nothing was recorded, and nothing was allowed.";
        strips.words(Style::bold(10.0), 14.0, words);
    }
    strips.heading("What was sent or printed after that day");
    if pack.since.is_empty() {
        strips.words(Style::mute(TEXT), LEADING, "Nothing.");
    }
    for since in &pack.since {
        side_by_side(&mut strips, &since.at, &since.text);
        beside(&mut strips, Style::mute(8.5), &since.by);
        strips.gap(3.0);
    }
    strips.heading("How this was made");
    let words = "Put together from the records as they had been written by the end of that day, under the settings of \
        that day; what was recorded later does not count. The addresses and numbers by which the contact can be \
        reached are today's. Each record is part of a chain of fingerprints; the head of that chain stands in \
        the footer, and Forecourt can show that no record before it was changed or taken out.";
    strips.words(Style::mute(8.5), 11.5, words);
    strips
}

fn state(strips: &mut Strips, pack: &EvidencePrint) {
    for (label, value) in &pack.facts {
        side_by_side(strips, label, value);
    }
    strips.heading("What was allowed");
    if pack.excluded {
        let words = "Excluded from all marketing: whatever the table says, nothing was allowed.";
        strips.words(Style::bold(TEXT).in_colour(palette::BAD), LEADING, words);
        strips.with_next();
        strips.gap(4.0);
    }
    consent_table::lay(strips, PAPER, &pack.choices);

    strips.heading("Why");
    for answer in &pack.answers {
        let line = format!("{}: {}", answer.what, answer.verdict);
        strips.words(Style::bold(TEXT), LEADING, &line);
        for reason in &answer.reasons {
            strips.with_next();
            indented(strips, Style::regular(TEXT), &reason.text);
            if !reason.evidence.is_empty() {
                strips.with_next();
                indented(strips, Style::mute(8.5), &reason.evidence);
            }
        }
        strips.gap(4.0);
    }

    if pack.notices.is_empty() {
        strips.heading("The words shown or read out");
        strips.words(Style::mute(TEXT), LEADING, "No words are recorded as shown or read out.");
    }
    for notice in &pack.notices {
        strips.heading(&format!("The words shown or read out, version {}", notice.version));
        strips.words(Style::regular(TEXT), LEADING, &notice.text);
    }

    strips.heading("Every record until then, newest first");
    if pack.records.is_empty() {
        strips.words(Style::mute(TEXT), LEADING, "Nothing had been recorded.");
    }
    for record in &pack.records {
        side_by_side(strips, &record.at, &record.text);
        beside(strips, Style::mute(8.5), &record.evidence);
        if record.notice_version > 0 {
            let words = format!("Words shown or read out: version {}", record.notice_version);
            beside(strips, Style::mute(8.5), &words);
        }
        if !record.notes.trim().is_empty() {
            beside(strips, Style::regular(TEXT), &format!("“{}”", record.notes.trim()));
        }
        strips.gap(4.0);
    }
}

fn side_by_side(strips: &mut Strips, label: &str, text: &str) {
    strips.row(
        &[
            (PAPER.left(), LABEL - 6.0, Style::mute(TEXT), label),
            (PAPER.left() + LABEL, PAPER.measure() - LABEL, Style::bold(TEXT), text),
        ],
        LEADING,
    );
}

/// A line that belongs to the one above it.
fn beside(strips: &mut Strips, style: Style, text: &str) {
    if !text.is_empty() {
        strips.with_next();
        strips.row(&[(PAPER.left() + LABEL, PAPER.measure() - LABEL, style, text)], LEADING);
    }
}

fn indented(strips: &mut Strips, style: Style, text: &str) {
    strips.row(&[(PAPER.left() + INDENT, PAPER.measure() - INDENT, style, text)], LEADING);
}
