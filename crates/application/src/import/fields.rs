//! The fields that columns of a file can go into.

use super::answers::{ANY, EMAIL, EXCLUDED, PHONE, POST, SMS, SOCIAL};
use serde::Serialize;
use ts_rs::TS;

macro_rules! fields {
    ($($field:ident $key:literal $label:literal;)*) => {
        /// A field of the import.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Field {
            $($field,)*
        }

        impl Field {
            /// All of them, in the order of the form.
            pub(super) const ALL: &'static [Self] = &[$(Self::$field),*];

            /// The word in a mapping.
            pub(super) const fn key(self) -> &'static str {
                match self {
                    $(Self::$field => $key,)*
                }
            }

            /// The words on the screen.
            pub(super) const fn label(self) -> &'static str {
                match self {
                    $(Self::$field => $label,)*
                }
            }
        }
    };
}

fields! {
    Title "title" "Title";
    FirstName "first_name" "First name";
    MiddleName "middle_name" "Middle name";
    LastName "last_name" "Surname";
    Suffix "suffix" "Name suffix";
    FullName "full_name" "Whole name in one column";
    Company "company" "Company";
    Email "email" "Email";
    PhoneMobile "phone_mobile" "Mobile phone";
    PhoneHome "phone_home" "Home phone";
    PhoneWork "phone_work" "Work phone";
    Phone "phone" "Phone, of any kind";
    Street "street" "Address: street lines";
    Town "town" "Address: town";
    County "county" "Address: county";
    Postcode "postcode" "Address: postcode";
    Country "country" "Address: country";
    Street2 "street_2" "Second address: street lines";
    Town2 "town_2" "Second address: town";
    County2 "county_2" "Second address: county";
    Postcode2 "postcode_2" "Second address: postcode";
    Country2 "country_2" "Second address: country";
    Street3 "street_3" "Third address: street lines";
    Town3 "town_3" "Third address: town";
    County3 "county_3" "Third address: county";
    Postcode3 "postcode_3" "Third address: postcode";
    Country3 "country_3" "Third address: country";
    DateOfBirth "date_of_birth" "Date of birth";
    Registration "registration" "Registration plate";
    Make "make" "Vehicle make";
    Model "model" "Vehicle model";
    ConsentEmail "consent_email" "Consent: Email (Y or N)";
    ConsentSms "consent_sms" "Consent: SMS (Y or N)";
    ConsentPhone "consent_phone" "Consent: Telephone (Y or N)";
    ConsentPost "consent_post" "Consent: Letter (Y or N)";
    ConsentSocial "consent_social" "Consent: Social Media (Y or N)";
    ConsentAny "consent_any" "Consent: marketing of any kind (N counts for every channel)";
    ConsentDate "consent_date" "Consent: date given";
    ConsentSource "consent_source" "Consent: source or basis";
    NoEmail "no_email" "Email: no";
    NoSms "no_sms" "SMS: no";
    NoPhone "no_phone" "Telephone: no";
    NoPost "no_post" "Letter: no";
    NoSocial "no_social" "Social Media: no";
    Suppressed "suppressed" "All marketing: no";
    EmailStatus "email_status" "Email status, such as “unsubscribed”";
    Labels "labels" "Labels, such as “Do not call”";
    LastPurchase "last_purchase" "Date of last purchase";
    Reference "reference" "Account reference";
    Notes "notes" "Notes";
}

impl Field {
    /// The fields whose columns say *no* by their name, with what each refuses.
    pub(super) const REFUSING: [(Self, u8); 6] = [
        (Self::NoEmail, EMAIL),
        (Self::NoSms, SMS),
        (Self::NoPhone, PHONE),
        (Self::NoPost, POST),
        (Self::NoSocial, SOCIAL),
        (Self::Suppressed, EXCLUDED),
    ];

    /// The fields whose columns ask, with what a *yes* gives and a *no* refuses.
    pub(super) const ASKING: [(Self, u8); 6] = [
        (Self::ConsentEmail, EMAIL),
        (Self::ConsentSms, SMS),
        (Self::ConsentPhone, PHONE),
        (Self::ConsentPost, POST),
        (Self::ConsentSocial, SOCIAL),
        (Self::ConsentAny, ANY),
    ];

    /// Reads [`Field::key`].
    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }

    /// The five fields of the first, second or third address.
    pub(super) const fn address(set: usize) -> [Self; 5] {
        match set {
            0 => [Self::Street, Self::Town, Self::County, Self::Postcode, Self::Country],
            1 => [Self::Street2, Self::Town2, Self::County2, Self::Postcode2, Self::Country2],
            _ => [Self::Street3, Self::Town3, Self::County3, Self::Postcode3, Self::Country3],
        }
    }
}

/// A field as the screen shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportField {
    /// The word in a mapping.
    pub field: String,
    /// The words on the screen.
    pub label: String,
    /// Must it be mapped? None is on its own: a name or a company it takes.
    pub required: bool,
}

/// All fields for the screen.
pub(super) fn shown() -> Vec<ImportField> {
    let shown = |field: &Field| ImportField {
        field: field.key().into(),
        label: field.label().into(),
        required: false,
    };
    Field::ALL.iter().map(shown).collect()
}
