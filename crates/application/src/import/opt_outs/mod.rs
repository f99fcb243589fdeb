//! Columns and labels whose name says *no*: what Mautic, HubSpot, Salesforce, CiviCRM, Dynamics, Mailchimp,
//! Outlook, Google and others call them.
//!
//! They are told by parts of their names, not by a list of them: `Email Opt Out`, `HasOptedOutOfEmail` and
//! `Opted out of email: Marketing Information` are one column. Read so, a name that no list has is found
//! too; what is found wrongly restricts, and the screen shows it before anything is written.

mod lists;

use super::answers::{EMAIL, EXCLUDED, PHONE, POST, SMS, SOCIAL};
use super::fields::Field;
use super::said::words;
use lists::{
    ABOUT_IT, BEHIND_NO, OF_A_REGISTER, OF_THAT, OF_THAT_ELSEWHERE, REGISTERS, SAYS_NO, SAYS_NO_ELSEWHERE,
    SAYS_NO_OF_THAT, WANTS,
};

/// A name: its words, and the same without blanks.
pub(super) struct Name {
    words: String,
    letters: String,
}

impl Name {
    pub(super) fn of(header: &str) -> Self {
        let words = words(&divided(header));
        let letters = words.replace(' ', "");
        Self { words, letters }
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.split(' ')
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.words().any(|one| one == word)
    }

    fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    fn holds(&self, part: &str) -> bool {
        self.letters.contains(part)
    }

    pub(super) fn holds_any(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.holds(part))
    }

    fn says_no(&self) -> bool {
        // A column of both answers asks; it does not refuse.
        let asks = self.holds_any(&["optin", "optedin"]) && self.holds_any(&["optout", "optedout"]);
        if asks && !self.holds("notopted") {
            return false;
        }
        if self.holds_any(SAYS_NO) || self.has_any(&["dnc", "dnd", "dont", "died"]) || self.registered() != 0
        {
            return true;
        }
        if self.has_any(&SAYS_NO_ELSEWHERE) && self.holds_any(&OF_THAT_ELSEWHERE) {
            return true;
        }
        if self.has_any(&SAYS_NO_OF_THAT) && self.holds_any(&OF_THAT) {
            return true;
        }
        let wanted = WANTS.iter().find_map(|word| self.words.split_once(word)).map(|(_, rest)| rest);
        let behind = wanted
            .unwrap_or(&self.words)
            .strip_prefix("no ")
            .map(|rest| rest.replace(' ', ""))
            .unwrap_or_default();
        BEHIND_NO.iter().any(|part| behind.starts_with(part))
            && !behind.starts_with("postcode")
            && !behind.contains("number")
    }

    /// Which channels it refuses; [`EXCLUDED`] when it names none.
    fn refuses(&self) -> u8 {
        let bits = self.channels();
        if bits == 0 && !self.is_about_other_things() { EXCLUDED } else { bits }
    }

    /// Which channels it speaks of.
    pub(super) fn channels(&self) -> u8 {
        let mut bits = self.registered();
        let rest = self.letters.replace("voicemail", "voice").replace("newsletter", "email");
        let holds = |part: &str| rest.contains(part);
        // `E-post`, and no `preference: post`.
        let is_epost = self.has("epost") || format!(" {}", self.words).contains(" e post");
        if holds("email")
            || is_epost
            || holds("courriel")
            || holds("nieuwsbrief")
            || holds("nyhetsbrev")
            || holds("unsubtime")
            || holds("cleantime")
            || holds("mailinglist")
        {
            bits |= EMAIL;
        }
        let mut without = rest.replace("email", "").replace("mailinglist", "");
        if is_epost {
            without = without.replace("epost", "");
        }
        if without.contains("mail")
            || without.contains("post")
            || without.contains("letter")
            || self.has_any(&["brief", "briefe", "brev"])
        {
            // Nobody unsubscribes from letters.
            bits |= if holds("unsub") && !without.contains("post") { EMAIL } else { POST };
        }
        if holds("sms") || holds("mms") || self.has_any(&["text", "texts", "texting"]) || holds("nottext") {
            bits |= SMS;
        }
        if holds("phone")
            || holds("call")
            || holds("voice")
            || holds("telef")
            || self
                .has_any(&["anruf", "anrufen", "anrufe", "bellen", "appeler", "chiamare", "llamar", "ring"])
        {
            bits |= PHONE;
        }
        if holds("mobile") && bits & (SMS | PHONE) == 0 {
            bits |= SMS | PHONE;
        }
        if holds("social") || holds("whatsapp") {
            bits |= SOCIAL;
        }
        bits
    }

    /// What a register refuses that somebody is in, where the name holds nothing else.
    fn registered(&self) -> u8 {
        let is_known = |word: &str| REGISTERS.contains(&word) || OF_A_REGISTER.contains(&word);
        if !self.words().all(is_known) {
            0
        } else if self.has_any(&["tps", "ctps"]) || self.holds("telephonepreferenceservice") {
            PHONE
        } else if self.has("mps") || self.holds("mailingpreferenceservice") {
            POST
        } else {
            0
        }
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
