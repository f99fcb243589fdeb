//! What kind of file it is, and which column is likely what.

mod languages;

use super::fields::Field;
use super::{Mapping, opt_ins, opt_outs};
use forecourt_documents::contacts_csv;
use serde::Serialize;
use ts_rs::TS;

/// Whose export a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportLayout {
    /// Outlook, classic or new.
    Outlook,
    /// Google Contacts, old or new.
    Google,
    /// Forecourt's own.
    Forecourt,
    /// Anything else.
    Other,
}

/// Recognises a layout by its columns.
pub(super) fn recognise(headers: &[String]) -> ImportLayout {
    let has = |name: &str| headers.iter().any(|header| header.eq_ignore_ascii_case(name));
    let own = contacts_csv::COLUMNS.iter().filter(|name| has(name)).count();
    let outlook = [
        "Business Phone",
        "Home Phone",
        "Mobile Phone",
        "Business Street",
        "Home Street",
        "E-mail 2 Address",
        "E-mail Display Name",
    ];
    if own * 4 >= contacts_csv::COLUMNS.len() * 3 {
        ImportLayout::Forecourt
    } else if ["E-mail 1 - Value", "Phone 1 - Value", "Address 1 - Street"].iter().any(|name| has(name))
        || (has("Given Name") && has("Family Name") && has("Group Membership"))
        || (has("First Name") && has("Organization Name") && has("Labels"))
    {
        ImportLayout::Google
    } else if (has("E-mail Address") || has("Last Name"))
        && outlook.iter().filter(|name| has(name)).count() >= 2
    {
        ImportLayout::Outlook
    } else {
        ImportLayout::Other
    }
}

/// The likely mapping, by the words of the headers: each column into one field at most, but where it refuses
/// several channels.
pub(crate) fn guess(headers: &[String]) -> Mapping {
    let layout = recognise(headers);
    let mut mapping = Mapping::new();
    let spoken = languages::Spoken::of(&headers.iter().map(|header| words(header)).collect::<Vec<_>>());
    for header in headers {
        // What says *no* comes first: it is no address, no number and never a yes. What asks is no address either.
        let labels = || opt_outs::field_of_labels(header).map(|field| vec![field]);
        let foreign = spoken.as_ref().and_then(|spoken| spoken.field(&words(header)));
        let plain = || foreign.unwrap_or_else(|| field_of(header, layout)).into_iter().collect();
        let of_consent = opt_outs::fields(header).or_else(labels).or_else(|| opt_ins::fields(header));
        for field in of_consent.unwrap_or_else(plain) {
            mapping.entry(field.key().to_owned()).or_default().push(header.clone());
        }
    }
    // Google's `Name` and `File As` repeat what the parts of the name say.
    let divided = mapping.contains_key(Field::LastName.key()) || mapping.contains_key(Field::FirstName.key());
    if divided && layout == ImportLayout::Google {
        mapping.remove(Field::FullName.key());
    }
    mapping
}

/// Words of a header: lower case, anything else than letters and digits divides.
fn words(header: &str) -> String {
    let mut words = String::with_capacity(header.len());
    for c in header.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

fn field_of(header: &str, layout: ImportLayout) -> Option<Field> {
    let words = words(header);
    let text = words.as_str();
    let has = |word: &str| text.split(' ').any(|w| w == word);
    match text {
        "title" | "name prefix" | "salutation" | "prefix" | "honorific" => return Some(Field::Title),
        "first name" | "firstname" | "given name" | "forename" | "forenames" | "first names"
        | "christian name" | "first" => return Some(Field::FirstName),
        "middle name" | "middle names" | "additional name" => return Some(Field::MiddleName),
        "last name" | "lastname" | "surname" | "family name" | "last" => return Some(Field::LastName),
        "suffix" | "name suffix" => return Some(Field::Suffix),
        "name" | "full name" | "fullname" | "customer name" | "contact name" | "customer" | "contact" => {
            return Some(Field::FullName);
        }
        "company"
        | "company name"
        | "organization name"
        | "organisation"
        | "organization"
        | "organisation name"
        | "organization 1 name"
        | "business name"
        | "firm" => return Some(Field::Company),
        "birthday" | "date of birth" | "dob" | "birth date" | "birthdate" | "d o b" => {
            return Some(Field::DateOfBirth);
        }
        "notes" | "note" | "comments" | "comment" | "remarks" => return Some(Field::Notes),
        "registration"
        | "registration number"
        | "registration plate"
        | "vehicle registration"
        | "reg"
        | "reg no"
        | "reg number"
        | "vrm"
        | "vrn"
        | "plate"
        | "number plate" => return Some(Field::Registration),
        "make" | "vehicle make" | "manufacturer" => return Some(Field::Make),
        "model" | "vehicle model" => return Some(Field::Model),
        "contact ref" | "account reference" | "reference" | "account ref" | "account number"
        | "account no" | "customer number" | "customer no" | "customer ref" | "customer id"
        | "contact id" => {
            return Some(Field::Reference);
        }
        "last purchase" | "last purchase date" | "date of last purchase" | "last sale date" => {
            return Some(Field::LastPurchase);
        }
        _ => {}
    }
    if has("consent") || text.contains("opt in") || text.contains("optin") {
        return consent_field(&has);
    }
    if let Some(field) = address_field(text, layout) {
        return Some(field);
    }
    if has("email") || text.starts_with("e mail") || text == "mail" {
        let other = [
            "type",
            "label",
            "display",
            "name",
            "status",
            "opt",
            "sent",
            "verified",
            "date",
            "time",
            "bounce",
            "bounced",
            "reason",
            "open",
            "opened",
            "click",
            "clicked",
            "last",
            "send",
            "domain",
            "subject",
            "preference",
            "frequency",
            "marketing",
            "permission",
            "allow",
            "allowed",
            "campaign",
            "format",
            "accepts",
            "delivered",
            "count",
        ];
        return (!other.iter().any(|word| has(word))).then_some(Field::Email);
    }
    phone_field(&has)
}

/// Columns that ask. What says *no* by its name never comes here ([`opt_outs::fields`]).
fn consent_field(has: &dyn Fn(&str) -> bool) -> Option<Field> {
    if has("date") || has("when") {
        Some(Field::ConsentDate)
    } else if has("source") || has("basis") || has("how") || has("method") {
        Some(Field::ConsentSource)
    } else if has("email") || has("mail") {
        Some(Field::ConsentEmail)
    } else if has("sms") || has("text") {
        Some(Field::ConsentSms)
    } else if has("phone") || has("telephone") || has("call") || has("calls") {
        Some(Field::ConsentPhone)
    } else if has("post") || has("letter") || has("postal") {
        Some(Field::ConsentPost)
    } else {
        None
    }
}

fn phone_field(has: &dyn Fn(&str) -> bool) -> Option<Field> {
    let not_voice = [
        "fax",
        "pager",
        "telex",
        "tty",
        "tdd",
        "isdn",
        "callback",
        "radio",
        "assistant",
        "assistants",
        "type",
        "label",
        "ext",
        "extension",
        "s",
        "status",
        "date",
        "permission",
        "allow",
        "allowed",
        "calls",
    ];
    if not_voice.iter().any(|word| has(word)) {
        return None;
    }
    let phone = ["phone", "telephone", "tel", "number", "no"].iter().any(|word| has(word));
    if has("mobile") || has("cell") || has("cellphone") {
        Some(Field::PhoneMobile)
    } else if !phone || has("customer") || has("account") {
        None
    } else if has("home") {
        Some(Field::PhoneHome)
    } else if has("business") || has("work") || has("office") || has("company") {
        Some(Field::PhoneWork)
    } else if has("phone") || has("telephone") || has("tel") {
        Some(Field::Phone)
    } else {
        None
    }
}

/// Address columns: `Home City` and `Business City` of Outlook, `Address 2 - City` of Google, and
/// plain ones.
fn address_field(text: &str, layout: ImportLayout) -> Option<Field> {
    let (set, rest) = if let Some(rest) = text.strip_prefix("home ") {
        (0, rest)
    } else if let Some(rest) = text.strip_prefix("business ").or_else(|| text.strip_prefix("work ")) {
        (if layout == ImportLayout::Outlook { 1 } else { 0 }, rest)
    } else if let Some(rest) = text.strip_prefix("other ") {
        (2, rest)
    } else if layout == ImportLayout::Google
        && let Some(rest) = text.strip_prefix("address ")
    {
        let (number, rest) = rest.split_once(' ')?;
        (number.parse::<usize>().ok().filter(|n| (1..=3).contains(n))? - 1, rest)
    } else {
        (0, text)
    };
    let [street, town, county, postcode, country] = Field::address(set);
    let plain = rest.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let field = match plain {
        "street" | "address" | "address line" | "street address" | "house" | "street name" => street,
        "extended address" | "address po box" | "po box" => street,
        "town" | "city" | "post town" | "town city" | "city town" => town,
        "county" | "state" | "region" | "state province" | "province" => county,
        "postcode" | "post code" | "postal code" | "zip" | "zip code" | "zip postal code" => postcode,
        "country" | "country region" => country,
        _ => return None,
    };
    Some(field)
}

#[cfg(test)]
mod tests;
