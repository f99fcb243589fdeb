//! What a typed phone number is understood as, while somebody types it (SPEC 4.6).

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::phone;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Reads a number.
#[derive(Deserialize, TS)]
pub struct CheckPhone {
    /// The text.
    pub typed: String,
}

/// A number as understood.
#[derive(Debug, Serialize, TS)]
pub struct PhoneView {
    /// Spaced as its country writes it.
    pub national: Option<String>,
    /// E.164.
    pub e164: Option<String>,
    /// The extension's digits.
    pub extension: Option<String>,
    /// What was assumed, or why there is no number.
    pub warning: Option<String>,
}

impl Command for CheckPhone {
    const NAME: &'static str = "check_phone";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = PhoneView;

    fn run(self, _: &Cx<'_>) -> Result<PhoneView, Refusal> {
        let phone = phone::parse(&self.typed);
        Ok(PhoneView {
            national: phone.national(),
            e164: phone.e164,
            extension: phone.extension,
            warning: phone.warning.map(|warning| warning.words().to_owned()),
        })
    }
}
