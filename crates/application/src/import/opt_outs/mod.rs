//! Columns and labels whose name says *no*: what Mautic, HubSpot, Salesforce, CiviCRM, Dynamics, Mailchimp,
//! Outlook, Google and others call them.
//!
//! They are told by parts of their names, not by a list of them: `Email Opt Out`, `HasOptedOutOfEmail` and
//! `Opted out of email: Marketing Information` are one column. Read so, a name that no list has is found
//! too; what is found wrongly restricts, and the screen shows it before anything is written.

use super::answers::{EMAIL, EXCLUDED, PHONE, POST, SMS, SOCIAL};
use super::fields::Field;
use super::said::words;

/// Parts of a name that say *no*, blanks left out.
const SAYS_NO: [&str; 27] = [
    "donot",
    "optout",
    "optedout",
    "optingout",
    "unsub",
    "suppress",
    "blacklist",
    "blocklist",
    "denylist",
    "stoplist",
    "mustnot",
    "nottobe",
    "notopted",
    "noconsent",
    "notconsent",
    "withoutconsent",
    "nobulk",
    "abgemeldet",
    "abmeld",
    "werbesperre",
    "widerspruch",
    "desinscri",
    "désinscri",
    "desabon",
    "désabon",
    "deceased",
    "cleantime",
];
/// Words that say *no* where marketing or a way of reaching somebody is named beside them. Without that they
/// are about something else: finance is declined, an offer withdrawn.
const SAYS_NO_OF_THAT: [&str; 19] = [
    "withdrawn",
    "withdrew",
    "withdrawal",
    "refused",
    "refusal",
    "declined",
    "denied",
    "revoked",
    "rejected",
    "objected",
    "objection",
    "excluded",
    "exclude",
    "blocked",
    "stop",
    "stopped",
    "never",
    "forbidden",
    "prohibited",
];
const OF_THAT: [&str; 11] = [
    "marketing",
    "consent",
    "contact",
    "email",
    "sms",
    "phone",
    "call",
    "mailing",
    "permission",
    "newsletter",
    "gdpr",
];
/// What follows a *No* in front: `No Marketing`, `No Bulk Emails (User Opt Out)`.
const BEHIND_NO: [&str; 15] = [
    "contact",
    "marketing",
    "email",
    "mail",
    "sms",
    "text",
    "phone",
    "call",
    "telephone",
    "post",
    "letter",
    "newsletter",
    "promotion",
    "solicit",
    "advertis",
];
/// Columns beside an opt-out that are about it and do not state it.
const ABOUT_IT: [&str; 14] = [
    "reason", "campaign", "comment", "comments", "note", "notes", "link", "url", "ip", "token", "count",
    "id", "source", "method",
];

/// A name: its words, and the same without blanks.
struct Name {
    words: String,
    letters: String,
}

impl Name {
    fn of(header: &str) -> Self {
        let words = words(&divided(header));
        let letters = words.replace(' ', "");
        Self { words, letters }
    }

    fn has(&self, word: &str) -> bool {
        self.words.split(' ').any(|one| one == word)
    }

    fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    fn holds(&self, part: &str) -> bool {
        self.letters.contains(part)
    }

    fn holds_any(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.holds(part))
    }

    fn says_no(&self) -> bool {
        // A column of both answers asks; it does not refuse.
        let asks = self.holds_any(&["optin", "optedin"]) && self.holds_any(&["optout", "optedout"]);
        if asks && !self.holds("notopted") {
            return false;
        }
        if self.holds_any(&SAYS_NO) || self.has_any(&["dnc", "dnd", "dont", "died"]) {
            return true;
        }
        if self.has_any(&SAYS_NO_OF_THAT) && self.holds_any(&OF_THAT) {
            return true;
        }
        let behind = self.words.strip_prefix("no ").map(|rest| rest.replace(' ', "")).unwrap_or_default();
        BEHIND_NO.iter().any(|part| behind.starts_with(part))
            && !behind.starts_with("postcode")
            && !behind.contains("number")
    }

    /// Which channels it speaks of; [`EXCLUDED`] when it names none.
    fn refuses(&self) -> u8 {
        let mut bits = 0;
        let rest = self.letters.replace("voicemail", "voice").replace("newsletter", "email");
        let holds = |part: &str| rest.contains(part);
        if holds("email") || holds("unsubtime") || holds("cleantime") || holds("mailinglist") {
            bits |= EMAIL;
        }
        let without = rest.replace("email", "").replace("mailinglist", "");
        if without.contains("mail") || without.contains("post") || without.contains("letter") {
            // Nobody unsubscribes from letters.
            bits |= if holds("unsub") && !without.contains("post") { EMAIL } else { POST };
        }
        if holds("sms") || holds("mms") || self.has_any(&["text", "texts", "texting"]) || holds("nottext") {
            bits |= SMS;
        }
        if holds("phone") || holds("call") || holds("voice") {
            bits |= PHONE;
        }
        if holds("mobile") && bits & (SMS | PHONE) == 0 {
            bits |= SMS | PHONE;
        }
        if holds("social") || holds("whatsapp") {
            bits |= SOCIAL;
        }
        if bits == 0 && !self.is_about_other_things() { EXCLUDED } else { bits }
    }

    /// What an import records nothing of: fax, tracking, passing details on.
    fn is_about_other_things(&self) -> bool {
        self.holds_any(&["fax", "track", "profil", "geo", "trade", "thirdpart", "share", "forget"])
    }
}

/// `HasOptedOutOfEmail` as `Has Opted Out Of Email`.
fn divided(header: &str) -> String {
    let mut divided = String::with_capacity(header.len() + 8);
    let mut was_small = false;
    for c in header.chars() {
        if c.is_uppercase() && was_small {
            divided.push(' ');
        }
        was_small = c.is_lowercase();
        divided.push(c);
    }
    divided
}

/// Does the name say *no*? Then nothing in the column is ever a yes.
pub(super) fn says_no(header: &str) -> bool {
    Name::of(header).says_no()
}

/// Does the name ask for consent? Then a *yes* in the column refuses nothing.
pub(super) fn asks(header: &str) -> bool {
    let name = Name::of(header);
    !name.says_no() && name.holds_any(&["consent", "optin", "optedin", "accepts"])
}

/// The channels that a text such as *Do not call* refuses, and [`EXCLUDED`]; 0 when it refuses nothing.
pub(super) fn refused_by(text: &str) -> u8 {
    let name = Name::of(text);
    if name.says_no() { name.refuses() } else { 0 }
}

/// The fields for a column whose name says *no*: one for each channel, none when it is about something that
/// an import records nothing of. `None` when the name does not say *no*.
pub(super) fn fields(header: &str) -> Option<Vec<Field>> {
    let name = Name::of(header);
    if !name.says_no() {
        return None;
    }
    let states = name.holds_any(&["donot", "dont"]) || !name.has_any(&ABOUT_IT);
    let bits = if states { name.refuses() } else { 0 };
    Some(Field::REFUSING.iter().filter(|(_, bit)| bits & bit != 0).map(|(field, _)| *field).collect())
}

/// The field for a column that holds *unsubscribed* or a label such as *Do not call* beside other things.
pub(super) fn field_of_labels(header: &str) -> Option<Field> {
    let name = Name::of(header);
    if name.holds_any(&["sms", "phone", "bounce", "legal"]) {
        return None;
    }
    let of_mail = ["subscri", "email", "mailing", "member", "newsletter"];
    match name.words.as_str() {
        "status" => return Some(Field::EmailStatus),
        "labels" | "group membership" | "categories" | "tags" | "send marketing materials" => {
            return Some(Field::Labels);
        }
        _ => {}
    }
    if name.has("status") && name.holds_any(&of_mail) {
        Some(Field::EmailStatus)
    } else if name.letters == "marketingstatus" || name.letters == "contactpreferences" {
        Some(Field::Labels)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
