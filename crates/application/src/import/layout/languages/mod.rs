//! The columns of Outlook and its like in other languages: it names them in the language of Windows.

mod tables;

use crate::import::fields::Field;
use tables::Part::{
    Birthday, Company, Country, County, Email, First, Home, Last, Make, Middle, Mobile, Model, Notes,
    Nothing, Other, Phone, Postcode, Registration, Street, Suffix, Title, Town, Work,
};
use tables::{LANGUAGES, Language, Part};

/// The language that the headers of a file are in, unless it is English.
pub(super) struct Spoken(&'static Language);

impl Spoken {
    /// Tells the language by its words for a name; `headers` in words.
    pub(super) fn of(headers: &[String]) -> Option<Self> {
        let spoken =
            |language: &&Language| headers.iter().any(|header| language.names.contains(&header.as_str()));
        LANGUAGES.iter().find(spoken).map(Self)
    }

    /// The field of a header: `None` when the language does not know it, `Some(None)` when it is known
    /// for something that is not imported.
    pub(super) fn field(&self, words: &str) -> Option<Option<Field>> {
        // `E-postadress` is no postal address.
        let joined = match words.strip_prefix("e post") {
            Some(rest) => format!("epost{rest}"),
            None => words.to_owned(),
        };
        let mut parts: Vec<Part> = Vec::new();
        for word in joined.split(' ') {
            let known = self.0.words.iter().filter(|(_, list)| list.split(' ').any(|one| one == word));
            parts.extend(known.map(|(part, _)| *part));
        }
        let part = *parts.iter().min()?;
        let has = |part| parts.contains(&part);
        let set = if has(Work) {
            1
        } else if has(Other) {
            2
        } else {
            0
        };
        let [street, town, county, postcode, country] = Field::address(set);
        Some(Some(match part {
            Nothing => return Some(None),
            Email => Field::Email,
            Mobile => Field::PhoneMobile,
            Phone if has(Work) || has(Company) => Field::PhoneWork,
            Phone if has(Home) => Field::PhoneHome,
            Phone => Field::Phone,
            Birthday => Field::DateOfBirth,
            Registration => Field::Registration,
            Make => Field::Make,
            Model => Field::Model,
            Postcode => postcode,
            Country => country,
            County => county,
            Town => town,
            Street => street,
            // The second title of a person is the name of a post.
            Title if joined.ends_with(|c: char| c.is_ascii_digit()) => return Some(None),
            Title => Field::Title,
            Middle => Field::MiddleName,
            First => Field::FirstName,
            Last => Field::LastName,
            Suffix => Field::Suffix,
            Company => Field::Company,
            Notes => Field::Notes,
            Home | Work | Other => return None,
        }))
    }
}

#[cfg(test)]
mod tests;
