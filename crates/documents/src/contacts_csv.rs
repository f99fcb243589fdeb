//! Contacts as CSV in Forecourt's own layout, the same that import recognises.

use std::io::{self, Write};

use crate::csv_write::CsvSheet;

/// The columns, in order.
pub const COLUMNS: [&str; 26] = [
    "contact_ref",
    "title",
    "first_name",
    "last_name",
    "company",
    "address1",
    "address2",
    "town",
    "county",
    "postcode",
    "phone_home",
    "phone_mobile",
    "phone_work",
    "email",
    "registration",
    "make",
    "model",
    "consent_email",
    "consent_sms",
    "consent_phone",
    "consent_post",
    "consent_date",
    "consent_source",
    "last_purchase",
    "suppressed",
    "notes",
];

/// One contact of the export. Phones in national form (SPEC 4.8: so that no cell starts with `+`),
/// dates as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, Default)]
pub struct ContactRow<'a> {
    /// The contact's reference, e.g. `C0004217`.
    pub contact_ref: &'a str,
    /// Mr, Mrs, Dr …
    pub title: &'a str,
    pub first_name: &'a str,
    pub last_name: &'a str,
    /// Company name.
    pub company: &'a str,
    /// First line of the address.
    pub address1: &'a str,
    /// Second line of the address.
    pub address2: &'a str,
    /// Town or city.
    pub town: &'a str,
    pub county: &'a str,
    pub postcode: &'a str,
    /// Home number.
    pub phone_home: &'a str,
    /// Mobile number.
    pub phone_mobile: &'a str,
    /// Work number.
    pub phone_work: &'a str,
    /// E-mail address.
    pub email: &'a str,
    /// Registration plate.
    pub registration: &'a str,
    /// Vehicle make.
    pub make: &'a str,
    /// Vehicle model.
    pub model: &'a str,
    /// May we email? `None`: never asked.
    pub consent_email: Option<bool>,
    /// May we text? `None`: never asked.
    pub consent_sms: Option<bool>,
    /// May we telephone? `None`: never asked.
    pub consent_phone: Option<bool>,
    /// May we write? `None`: never asked.
    pub consent_post: Option<bool>,
    /// When consent was last obtained.
    pub consent_date: &'a str,
    /// How it was obtained.
    pub consent_source: &'a str,
    /// Date of the last purchase.
    pub last_purchase: &'a str,
    /// Excluded from all marketing.
    pub suppressed: bool,
    pub notes: &'a str,
}

/// A contact export being written to `W`.
pub struct ContactsCsv<W: Write> {
    sheet: CsvSheet<W>,
}

impl<W: Write> ContactsCsv<W> {
    /// Starts the file.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn start(out: W) -> io::Result<Self> {
        Ok(Self { sheet: CsvSheet::start(out, &COLUMNS)? })
    }

    /// Writes one contact.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn row(&mut self, contact: &ContactRow<'_>) -> io::Result<()> {
        let c = contact;
        self.sheet.row(&[
            c.contact_ref,
            c.title,
            c.first_name,
            c.last_name,
            c.company,
            c.address1,
            c.address2,
            c.town,
            c.county,
            c.postcode,
            c.phone_home,
            c.phone_mobile,
            c.phone_work,
            c.email,
            c.registration,
            c.make,
            c.model,
            answer(c.consent_email),
            answer(c.consent_sms),
            answer(c.consent_phone),
            answer(c.consent_post),
            c.consent_date,
            c.consent_source,
            c.last_purchase,
            if c.suppressed { "Y" } else { "" },
            c.notes,
        ])
    }

    /// Ends the file; returns the writer and the number of contacts.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn finish(self) -> io::Result<(W, u64)> {
        self.sheet.finish()
    }
}

fn answer(consent: Option<bool>) -> &'static str {
    match consent {
        Some(true) => "Y",
        Some(false) => "N",
        None => "",
    }
}
