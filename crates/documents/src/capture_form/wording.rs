//! The wording a dealership starts with, and what the form says whatever the wording.

use super::{FormDealership, FormWording};

const HEADLINE: &str = include_str!("../../../../assets/forms/en/headline.txt");
const STATEMENT: &str = include_str!("../../../../assets/forms/en/statement.txt");

/// Our own columns of the matrix, with what each covers.
pub(super) const PURPOSES: [(&str, &str); 2] = [
    ("Service Follow Up", "MOT and service reminders, and other messages about your vehicle"),
    ("General Dealer Marketing Messages", "Offers, new models, events and news"),
];

/// What [`PURPOSES`] cover, above the matrix.
pub(super) const COVERS: &str = "Service Follow Up: MOT and service reminders, and other messages about your vehicle. \
General Dealer Marketing Messages: offers, new models, events and news.";

/// Above the matrix where others than the dealership stand in it.
pub(super) const FURTHER: &str = "Third parties (T.P.) and manufacturers: tick Yes if your details may be passed to \
them so that they contact you in that way.";

/// Under a third party's name.
pub(super) const THIRD_PARTY: &str = "Third party (T.P.)";

/// Under a brand's name.
pub(super) const MANUFACTURER: &str = "Manufacturer";

/// Rows of the matrix.
pub(super) const CHANNELS: [&str; 5] = ["Email", "SMS", "Letter", "Telephone", "Social Media"];

/// Printed whatever the dealership's own wording says (UK GDPR Art 7(3)).
pub(super) const WITHDRAW: &str = "You can withdraw at any time.";

/// How to fill the table in.
pub(super) const TICK: &str =
    "Please tick Yes or No. Where you tick neither, we will not contact you in that way.";

impl FormWording {
    /// The wording a dealership starts with, in English; settings may replace each part.
    pub fn english(dealership: FormDealership) -> Self {
        let mut ways = vec!["tell any member of our staff".to_owned()];
        if !dealership.phone.trim().is_empty() {
            ways.push(format!("telephone {}", dealership.phone.trim()));
        }
        if !dealership.email.trim().is_empty() {
            ways.push(format!("email {}", dealership.email.trim()));
        }
        ways.push("write to us at the address above".to_owned());
        let last = ways.pop().unwrap_or_default();
        Self {
            headline: HEADLINE.trim().to_owned(),
            statement: STATEMENT.trim().to_owned(),
            withdraw: format!("Just {} or {last}. It takes effect at once.", ways.join(", ")),
            dealership,
            third_parties: Vec::new(),
            brands: Vec::new(),
            privacy_policy: String::new(),
            notice_version: "1".to_owned(),
        }
    }

    pub(super) fn headline_text(&self) -> String {
        match self.headline.trim() {
            "" => HEADLINE.trim().to_owned(),
            headline => headline.to_owned(),
        }
    }

    /// How to withdraw, with the sentence that must never be missing.
    pub(super) fn withdraw_text(&self) -> String {
        let own = self.withdraw.trim();
        if own.to_lowercase().contains("withdraw at any time") {
            own.to_owned()
        } else {
            format!("{WITHDRAW} {own}").trim_end().to_owned()
        }
    }
}
