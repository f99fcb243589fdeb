//! What the lines of a job card would come to, while somebody types.

use super::draft::JobLineDraft;
use super::sums::{JobSums, sums};
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::job_card::LINES_MAX;
use serde::Deserialize;
use ts_rs::TS;

/// Adds lines up that are not saved yet. Nothing is kept, and what is wrong with a line is said when it is saved.
#[derive(Deserialize, TS)]
pub struct SumJobLines {
    pub lines: Vec<JobLineDraft>,
}

impl Command for SumJobLines {
    const NAME: &'static str = "sum_job_lines";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = JobSums;

    fn run(self, _cx: &Cx<'_>) -> Result<JobSums, Refusal> {
        if self.lines.len() > LINES_MAX {
            return Err(Refusal::invalid("lines", format!("A job card takes {LINES_MAX} lines.")));
        }
        let lines: Vec<_> = self.lines.into_iter().map(|line| line.into_write().line).collect();
        sums(&lines)
    }
}
