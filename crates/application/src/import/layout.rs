//! What kind of file it is, and which column is likely what.

use super::Mapping;
use super::fields::Field;
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

/// The likely mapping: each column into at most one field, by the words of its header.
pub(super) fn guess(headers: &[String]) -> Mapping {
    let layout = recognise(headers);
    let mut mapping = Mapping::new();
    for header in headers {
        if let Some(field) = field_of(header, layout) {
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
        "suppressed" | "do not contact" | "do not market" | "no marketing" | "unsubscribed" | "opted out"
        | "opt out" | "marketing opt out" => return Some(Field::Suppressed),
        _ => {}
    }
    if has("consent") || text.contains("opt in") || text.contains("optin") {
        return consent_field(&has);
    }
    if let Some(field) = address_field(text, layout) {
        return Some(field);
    }
    if has("email") || text.starts_with("e mail") || text == "mail" {
        let other = ["type", "label", "display", "name", "status", "opt", "sent", "verified"];
        return (!other.iter().any(|word| has(word))).then_some(Field::Email);
    }
    phone_field(&has)
}

/// Never a guess from a column that says *no* with a *yes*: an opt-out by channel is left to the
/// person who maps.
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
mod tests {
    use super::*;

    fn of(headers: &[&str]) -> Mapping {
        guess(&headers.iter().map(|header| (*header).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_column_of_the_own_layout_is_known() {
        let headers: Vec<String> = contacts_csv::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(recognise(&headers), ImportLayout::Forecourt);
        let mapping = guess(&headers);
        assert_eq!(mapping.values().map(Vec::len).sum::<usize>(), headers.len(), "{mapping:?}");
        assert_eq!(mapping["street"], ["address1", "address2"]);
        assert_eq!(mapping["consent_post"], ["consent_post"]);
        assert_eq!(mapping["reference"], ["contact_ref"]);
    }

    #[test]
    fn outlook_columns_go_where_they_belong() {
        let mapping = of(&[
            "Title",
            "First Name",
            "Middle Name",
            "Last Name",
            "Suffix",
            "Company",
            "Job Title",
            "Business Street",
            "Business Street 2",
            "Business City",
            "Business State",
            "Business Postal Code",
            "Business Country/Region",
            "Home Street",
            "Home City",
            "Home Postal Code",
            "Other Street",
            "Assistant's Phone",
            "Business Fax",
            "Business Phone",
            "Business Phone 2",
            "Company Main Phone",
            "Home Phone",
            "Mobile Phone",
            "Other Phone",
            "Primary Phone",
            "Pager",
            "Birthday",
            "E-mail Address",
            "E-mail Type",
            "E-mail Display Name",
            "E-mail 2 Address",
            "Notes",
            "Business Address PO Box",
        ]);
        assert_eq!(mapping["street_2"], ["Business Street", "Business Street 2", "Business Address PO Box"]);
        assert_eq!(mapping["town"], ["Home City"]);
        assert_eq!(mapping["street_3"], ["Other Street"]);
        assert_eq!(mapping["phone_work"], ["Business Phone", "Business Phone 2", "Company Main Phone"]);
        assert_eq!(mapping["phone"], ["Other Phone", "Primary Phone"]);
        assert_eq!(mapping["email"], ["E-mail Address", "E-mail 2 Address"]);
        assert_eq!(mapping["title"], ["Title"], "a job title is no title");
        assert!(
            !mapping.values().flatten().any(|header| header.contains("Fax") || header.contains("Assistant"))
        );
    }

    #[test]
    fn both_layouts_of_google_are_known() {
        for headers in [
            vec![
                "Name",
                "Given Name",
                "Additional Name",
                "Family Name",
                "Name Prefix",
                "Group Membership",
                "E-mail 1 - Type",
                "E-mail 1 - Value",
                "Phone 1 - Type",
                "Phone 1 - Value",
                "Address 1 - Formatted",
                "Address 1 - Street",
                "Address 1 - City",
                "Address 1 - Postal Code",
                "Organization 1 - Name",
            ],
            vec![
                "First Name",
                "Middle Name",
                "Last Name",
                "Name Prefix",
                "File As",
                "Organization Name",
                "Labels",
                "E-mail 1 - Label",
                "E-mail 1 - Value",
                "Phone 1 - Label",
                "Phone 1 - Value",
                "Address 1 - Street",
                "Address 1 - City",
                "Address 1 - Postal Code",
                "Address 2 - City",
            ],
        ] {
            let owned: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
            assert_eq!(recognise(&owned), ImportLayout::Google);
            let mapping = guess(&owned);
            assert_eq!(mapping["email"], ["E-mail 1 - Value"]);
            assert_eq!(mapping["phone"], ["Phone 1 - Value"]);
            assert_eq!(mapping["town"], ["Address 1 - City"]);
            assert!(mapping.contains_key("company") && !mapping.contains_key("full_name"), "{mapping:?}");
        }
    }

    #[test]
    fn other_files_are_guessed_and_an_opt_out_never_becomes_consent() {
        let mapping = of(&[
            "Surname",
            "Forename",
            "Tel",
            "Mobile No.",
            "EMAIL",
            "Address 1",
            "Address 2",
            "Post Code",
            "Reg No",
            "Email opt-in",
            "Email opt out",
            "Opt-out",
        ]);
        assert_eq!(mapping["last_name"], ["Surname"]);
        assert_eq!(mapping["phone_mobile"], ["Mobile No."]);
        assert_eq!(mapping["phone"], ["Tel"]);
        assert_eq!(mapping["street"], ["Address 1", "Address 2"]);
        assert_eq!(mapping["consent_email"], ["Email opt-in"]);
        assert_eq!(mapping["suppressed"], ["Opt-out"]);
        assert_eq!(mapping["email"], ["EMAIL"]);
        assert_eq!(mapping["registration"], ["Reg No"]);
    }
}
