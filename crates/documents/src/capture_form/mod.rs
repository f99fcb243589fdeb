//! The data capture form (SPEC D-24, D-25, A-41, A-42): one A4 sheet on which a customer gives details
//! and permission, blank or with what is held already filled in. Boxes are always empty.

mod art;
mod code;
mod fill;
mod table;
mod wording;

use std::io::Write;
use std::ops::ControlFlow;

use crate::pdf::{Paper, PdfFile, PdfProblem};

use art::Plan;

/// Whose form it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormDealership {
    /// The company's name.
    pub name: String,
    /// Its address, line by line, the postcode last.
    pub address: Vec<String>,
    /// Its telephone number.
    pub phone: String,
    /// Its email address.
    pub email: String,
    pub website: String,
}

/// What is the same on every form of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormWording {
    /// Whose form it is.
    pub dealership: FormDealership,
    /// The form's headline.
    pub headline: String,
    /// What the customer is told before choosing: the notice. Paragraphs end with a line break.
    pub statement: String,
    /// How to withdraw. "You can withdraw at any time" is printed before it in any case.
    pub withdraw: String,
    /// Other companies that may write, by name. Without any, their part of the form is left out.
    pub third_parties: Vec<String>,
    /// Brands whose manufacturer may be given the details; empty unless the dealer is franchised.
    pub brands: Vec<String>,
    /// Address of the privacy policy.
    pub privacy_policy: String,
    /// Version of the notice, printed and carried in the QR code.
    pub notice_version: String,
}

/// One form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaptureForm {
    /// The form's number, e.g. `20261121-0017`.
    pub number: String,
    /// What is held about the contact; `None` for a blank form.
    pub details: Option<HeldDetails>,
}

/// What is held about a contact, as text; encrypted fields masked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeldDetails {
    /// The contact's reference, e.g. `C0004217`.
    pub reference: String,
    /// Title and names.
    pub name: String,
    pub company: String,
    /// Addresses, each line by line; the first is the one to write to.
    pub addresses: Vec<Vec<String>>,
    /// Phone numbers with their kind, e.g. `("Mobile", "07700 900214")`.
    pub phones: Vec<(String, String)>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Date of birth, e.g. `14/03/1978`.
    pub date_of_birth: String,
    /// Vehicles, e.g. `EU56 JEC Ford Focus`.
    pub vehicles: Vec<String>,
    /// Anything else held, with its label. Printed on a further sheet.
    pub others: Vec<(String, String)>,
    /// What the customer receives now, e.g. `Email`, `SMS (service)`. Empty: nothing.
    pub receives: Vec<String>,
}

/// What was printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FormsPrinted {
    pub forms: usize,
    /// Pages, continuation sheets included.
    pub pages: usize,
}

/// Many forms on their way into one document. Memory stays flat: each page goes to `W` as it is made.
pub struct FormBatch<W: Write> {
    file: PdfFile<W>,
    plan: Plan,
    forms: usize,
}

impl<W: Write> FormBatch<W> {
    /// Draws what all forms share and starts the document.
    ///
    /// # Errors
    /// [`PdfProblem::Write`] with what the writer answered.
    pub fn start(out: W, wording: &FormWording) -> Result<Self, PdfProblem> {
        let mut file = PdfFile::start(out, &wording.headline_text(), (Paper::A4.width, Paper::A4.height))?;
        let plan = Plan::lay(&mut file, wording)?;
        Ok(Self { file, plan, forms: 0 })
    }

    /// Adds one form.
    ///
    /// # Errors
    /// [`PdfProblem::Write`] with what the writer answered.
    pub fn add(&mut self, form: &CaptureForm) -> Result<(), PdfProblem> {
        fill::form(&mut self.file, &self.plan, form)?;
        self.forms += 1;
        Ok(())
    }

    /// Ends the document; returns the writer and what was printed.
    ///
    /// # Errors
    /// [`PdfProblem::Write`] with what the writer answered.
    pub fn finish(self) -> Result<(W, FormsPrinted), PdfProblem> {
        let printed = FormsPrinted { forms: self.forms, pages: self.file.pages() };
        Ok((self.file.finish()?, printed))
    }
}

/// Prints many forms into one document, over forms that may fail to arrive. `progress` hears
/// `(done, total)` before the first form and after each; when it breaks, the document is given up.
///
/// # Errors
/// [`PdfProblem::Stopped`] when `progress` broke, the first error of `forms`, or what the writer
/// answered.
pub fn try_print_forms<W: Write, E: From<PdfProblem>>(
    out: W,
    wording: &FormWording,
    forms: impl IntoIterator<Item = Result<CaptureForm, E>>,
    total: usize,
    mut progress: impl FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<FormsPrinted, E> {
    let mut batch = FormBatch::start(out, wording)?;
    if progress(0, total).is_break() {
        return Err(PdfProblem::Stopped.into());
    }
    for form in forms {
        batch.add(&form?)?;
        if progress(batch.forms, total).is_break() {
            return Err(PdfProblem::Stopped.into());
        }
    }
    Ok(batch.finish()?.1)
}
