//! A line of the erasure log as it travels to the screen.

use super::preview_erasure::WhatCount;
use forecourt_domain::ids::ErasureId;
use serde::Serialize;
use ts_rs::TS;

/// One line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasureEntry {
    pub id: ErasureId,
    /// The account's name; its initials once names are masked.
    pub account_name: String,
    /// The reference that papers name it by; empty once names are masked, as is the reason.
    pub reference: String,
    /// When, at the dealership.
    pub local: String,
    /// When, as UTC text.
    pub at: String,
    /// Who erased.
    pub user: String,
    pub workstation: String,
    /// `full`, `surgical` or `auto`.
    pub mode: String,
    /// Why; empty where nobody was asked.
    pub reason: String,
    /// What went, in the words of people.
    pub went: String,
    /// What went, table by table.
    pub rows_removed: Vec<WhatCount>,
    /// When the last copies on the disk went, at the dealership, or that they have not yet.
    pub last_copies: String,
    /// Are they gone?
    pub swept: bool,
}
