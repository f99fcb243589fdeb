//! Columns whose name asks: whether somebody wants to hear from the dealership, by which channel.
//!
//! Told by the words of their names, as what says *no* is ([`super::opt_outs`]), and for the same reason: a No
//! in *Newsletter* or *Marketing allowed* is a No, by whatever name its column goes. A name that holds any word
//! that has nothing to do with asking is about something else: *Marketing manager*, *Newsletter issue*.

use super::fields::Field;
use super::opt_outs::Name;

/// Words that ask.
const ASKS: &[&str] = &[
    "consent",
    "consents",
    "consented",
    "optin",
    "opted",
    "opt",
    "permission",
    "permissions",
    "permitted",
    "allow",
    "allows",
    "allowed",
    "accept",
    "accepts",
    "accepted",
    "agree",
    "agrees",
    "agreed",
    "marketing",
    "marketable",
    "newsletter",
    "newsletters",
    "enewsletter",
    "subscribe",
    "subscribed",
    "subscriber",
    "subscription",
    "subscriptions",
    "gdpr",
    "offers",
    "promotions",
    "promotional",
    "advertising",
    "mailshot",
    "mailshots",
    "mailing",
    "mailings",
    "emailing",
    "emailings",
    "contactable",
    "receive",
    "receives",
    "wants",
    "may",
    "can",
    "ok",
    "okay",
    "happy",
    // In the languages whose columns are known.
    "einwilligung",
    "zustimmung",
    "werbung",
    "werbeerlaubnis",
    "consentement",
    "consentimiento",
    "consenso",
    "toestemming",
    "nieuwsbrief",
    "samtycke",
    "nyhetsbrev",
];
/// What may be by letter or by e-mail: no channel is named.
const EITHER: [&str; 4] = ["mailing", "mailings", "mailshot", "mailshots"];
/// Words that ask of a channel only: alone they are short for anything.
const WEAK: [&str; 7] = ["may", "can", "ok", "okay", "happy", "wants", "opt"];
/// Words of a channel, and what may stand beside: it makes a name neither ask nor be about something else.
const BESIDE: &[&str] = &[
    "e",
    "email",
    "emails",
    "mail",
    "mails",
    "sms",
    "mms",
    "text",
    "texts",
    "txt",
    "phone",
    "phones",
    "telephone",
    "tel",
    "mobile",
    "call",
    "calls",
    "post",
    "postal",
    "letter",
    "letters",
    "direct",
    "social",
    "media",
    "whatsapp",
    "whats",
    "app",
    "in",
    "ins",
    "to",
    "by",
    "via",
    "be",
    "been",
    "for",
    "of",
    "we",
    "you",
    "i",
    "us",
    "the",
    "our",
    "is",
    "has",
    "have",
    "from",
    "and",
    "or",
    "y",
    "n",
    "yes",
    "no",
    "flag",
    "c",
    "customer",
    "client",
    "contact",
    "contacted",
    "contacting",
    "send",
    "sent",
    "list",
    "given",
    "general",
    "service",
    "all",
    "any",
    "channel",
    "messages",
    "messaging",
    "communication",
    "communications",
    "news",
    "updates",
    "materials",
    "bulk",
    "telefon",
    "brief",
    "par",
    "epost",
];

/// The fields for a column whose name asks; `None` when it does not. A name without a channel asks about all.
pub(super) fn fields(header: &str) -> Option<Vec<Field>> {
    let name = Name::of(header);
    if !asks_only(&name) {
        return None;
    }
    let is_of_either = name.words().any(|word| EITHER.contains(&word)) && !name.holds_any(&["mailinglist"]);
    let bits = if is_of_either { 0 } else { name.channels() };
    if bits == 0 {
        return Some(vec![Field::ConsentAny]);
    }
    Some(Field::ASKING.iter().filter(|(_, bit)| bits & bit == *bit).map(|(field, _)| *field).collect())
}

fn asks_only(name: &Name) -> bool {
    let known = |word: &str| ASKS.contains(&word) || BESIDE.contains(&word);
    let strong = |word: &str| ASKS.contains(&word) && !WEAK.contains(&word);
    let asks = name.words().any(strong)
        || (name.words().any(|word| WEAK.contains(&word)) && name.channels() != 0)
        // `Email Y/N`
        || (name.has("y") && name.has("n") && name.channels() != 0)
        // `Contact by email`, `Email opt-in`
        || (name.has("contact") && name.has("by") && name.channels() != 0)
        || name.holds_any(&["optin", "optedin"]);
    // `Customer wants no calls` asks nothing.
    let denies = name.has("no") && !name.has("yes") && !name.has("y");
    asks && !denies
        && name.words().all(|word| known(word) || matches!(word, "emailoptin" | "smsoptin" | "preference"))
}

#[cfg(test)]
mod tests {
    use super::Field::{ConsentAny, ConsentEmail, ConsentPhone, ConsentPost, ConsentSms, ConsentSocial};
    use super::*;

    #[test]
    fn a_column_that_asks_is_known_by_whatever_name_it_goes() {
        for (header, wanted) in [
            ("Email Opt-In", vec![ConsentEmail]),
            ("Opted In Email", vec![ConsentEmail]),
            ("OptedInEmail", vec![ConsentEmail]),
            ("ConsentEmail", vec![ConsentEmail]),
            ("EmailOptIn", vec![ConsentEmail]),
            ("consent_email", vec![ConsentEmail]),
            ("SMS Opt In", vec![ConsentSms]),
            ("Email Permission", vec![ConsentEmail]),
            ("Newsletter", vec![ConsentEmail]),
            ("Receive emails", vec![ConsentEmail]),
            ("Accepts Email Marketing", vec![ConsentEmail]),
            ("Email Y/N", vec![ConsentEmail]),
            ("Phone (Y/N)", vec![ConsentPhone]),
            ("OK to email", vec![ConsentEmail]),
            ("Can Phone", vec![ConsentPhone]),
            ("May we call", vec![ConsentPhone]),
            ("Contact by phone", vec![ConsentPhone]),
            ("Contact by email", vec![ConsentEmail]),
            ("Direct mail opt-in", vec![ConsentPost]),
            ("Post Allowed", vec![ConsentPost]),
            ("Mail consent", vec![ConsentPost]),
            ("Email/SMS consent", vec![ConsentEmail, ConsentSms]),
            ("Consent: WhatsApp", vec![ConsentSocial]),
            ("Marketing Preference - Post", vec![ConsentPost]),
            ("Marketing", vec![ConsentAny]),
            ("Marketing allowed", vec![ConsentAny]),
            ("Accepts Marketing", vec![ConsentAny]),
            ("Subscribed", vec![ConsentAny]),
            ("GDPR consent", vec![ConsentAny]),
            ("Consent", vec![ConsentAny]),
            ("Mailshots", vec![ConsentAny]),
            ("Einwilligung E-Mail", vec![ConsentEmail]),
            ("Einwilligung Telefon", vec![ConsentPhone]),
            ("Samtycke e-post", vec![ConsentEmail]),
            ("Toestemming email", vec![ConsentEmail]),
            ("consentement email", vec![ConsentEmail]),
        ] {
            assert_eq!(fields(header), Some(wanted), "{header}");
        }
    }

    #[test]
    fn a_name_that_is_about_something_else_does_not_ask() {
        for header in [
            "Email",
            "E-mail Address",
            "Contact Email",
            "Contact Phone",
            "Mobile",
            "Text",
            "Post",
            "Post Code",
            "Customer",
            "Contact",
            "Newsletter issue",
            "Marketing manager",
            "Marketing Source",
            "Email Opt In Date",
            "Opt-in IP",
            "OPTIN_TIME",
            "Consent version",
            "Consent source",
            "Can",
            "May",
            "Ok",
            "Happy",
            "Customer Service",
            "Mailing Street",
            "Option",
            "Legal basis for processing contact's data",
            "Customer wants no calls",
            "Marketing: no",
            "Mailable",
        ] {
            assert_eq!(fields(header), None, "{header}");
        }
    }
}
