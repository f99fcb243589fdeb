//! One permission on screen.

use forecourt_domain::consent::{Basis, Purpose, Shade, State};
use serde::Serialize;
use ts_rs::TS;

/// One cell on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentCell {
    /// `us/email/service_followup`.
    pub subject: String,
    /// `us`, `third_party`, `third_party:<name>` or `manufacturer:<brand>`.
    pub party: String,
    /// What for.
    pub purpose: Purpose,
    /// Its state today.
    pub state: State,
    /// What the mark stands for; *expiring* when it runs out within the days that Settings call
    /// *about to expire*.
    pub shade: Shade,
    /// The word beside the mark.
    pub words: &'static str,
    /// What was recorded, as an answer: `Yes`, `No`, `Not asked`.
    pub answer: &'static str,
    /// Since when, `14/12/2025`.
    pub since_local: Option<String>,
    /// On what ground.
    pub basis: Option<Basis>,
    /// Who recorded it and when: `Maria Keane, 21/11/2026 10:42`. Absent for what was never asked,
    /// and in the as-at view, which lists the events themselves.
    pub recorded: Option<String>,
    /// Carried over from another system (N-19).
    pub carried: bool,
    /// Taken back or refused by the contact personally: giving it again takes a note at least.
    pub by_customer: bool,
    /// Staff cannot give it again: the contact took it back personally, and the profile locks that
    /// (G6).
    pub locked: bool,
    /// What can be answered for it on its own.
    pub answers: CellAnswers,
}

/// What staff can record for one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellAnswers {
    /// Yes and No.
    Both,
    /// No only: Settings no longer name the party, so that permission can only be taken away.
    OnlyNo,
    /// Neither: of such a party, and there is nothing to take away.
    Nothing,
    /// Neither: only the customer can give it again (G6).
    OnlyCustomer,
}
