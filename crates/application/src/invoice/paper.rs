//! An invoice or a credit note as it goes on paper today: number, lines, name and address as they were posted;
//! telephone and email of the contact as they are now, where the settings of now show them (D-38).

use super::addressed::addressed;
use super::settings::Shown;
use crate::dealership::{DealershipDetails, DealershipSettings};
use forecourt_dispatch::hand_over::Report;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, NamedReport, Refusal};
use forecourt_documents::invoice::{
    Invoice as Printed, InvoicedLine, InvoicedVat, InvoicedVehicle, Letterhead, PaperKind, print_invoice,
};
use forecourt_documents::mail_draft::{Attachment, MailDraft};
use forecourt_domain::contact::circumstance::executors;
use forecourt_domain::contact::{Details, PhoneEntry, display_name};
use forecourt_domain::ids::{ContactId, InvoiceId};
use forecourt_domain::invoice::sums::{Priced, VatSum, sums};
use forecourt_domain::invoice::{Addressee, Department, InvoiceKind};
use forecourt_domain::phone;
use forecourt_domain::time::{Moment, civil_date, uk_date};
use forecourt_domain::vat::VatRate;
use forecourt_store::contact::Contact;
use forecourt_store::invoice::{self, Invoice, Line};
use forecourt_store::{Tx, contact};

/// As Report Audit names them; which one it was is the point.
pub(super) const SERVICE_INVOICE: NamedReport = numbered("Service Invoice");
pub(super) const PARTS_INVOICE: NamedReport = numbered("Parts Invoice");
pub(super) const SALES_INVOICE: NamedReport = numbered("Vehicle Sales Invoice");
pub(super) const CREDIT_NOTE: NamedReport = numbered("Credit Note");

/// Every report of this noun that a contact's history treats apart.
pub(super) const REPORTS: &[NamedReport] = &[SERVICE_INVOICE, PARTS_INVOICE, SALES_INVOICE, CREDIT_NOTE];

const fn numbered(name: &'static str) -> NamedReport {
    NamedReport { shows_criteria: true, ..NamedReport::new(name) }
}

/// What goes on paper, and whom it is about.
pub(super) struct Paper {
    kind: InvoiceKind,
    /// Whose it is, while they are on file.
    pub contact: Option<ContactId>,
    email: String,
    printed: Printed,
    dealership: DealershipDetails,
}

impl Paper {
    /// Reads it as it is printed now.
    ///
    /// # Errors
    /// [`forecourt_dispatch::Code::NotFound`]; what the database says.
    pub fn read(cx: &Cx<'_>, tx: &Tx<'_>, id: InvoiceId) -> Result<Self, Refusal> {
        let invoice = invoice::load(tx, id)?.ok_or_else(|| Refusal::not_found("invoice"))?;
        let lines = invoice::lines(tx, id)?;
        let settings = Settings::load(tx)?;
        let whom = match invoice.contact {
            Some(contact) => contact::load(tx, contact)?,
            None => None,
        };
        let shown = match invoice.department {
            Department::Parts => Shown::in_parts(&settings),
            Department::Service | Department::Sales => Shown::in_service(&settings),
        };
        let details = whom.as_ref().map(|whom| &whom.details);
        let email = details.and_then(first_email).unwrap_or_default();
        let dealership = settings.dealership();
        let printed = Printed {
            kind: match invoice.kind {
                InvoiceKind::CreditNote => PaperKind::CreditNote,
                InvoiceKind::Service | InvoiceKind::Parts | InvoiceKind::Sales => PaperKind::Invoice,
            },
            letterhead: letterhead(&dealership),
            number: invoice.number.clone(),
            date: day(&invoice.posted_on),
            due: if invoice.kind == InvoiceKind::CreditNote { String::new() } else { day(&invoice.due_on) },
            credits: credited(tx, &invoice)?,
            reason: invoice.reason.clone(),
            customer: customer(tx, &invoice, whom.as_ref())?,
            account: whom.as_ref().map(|whom| whom.reference.clone()).unwrap_or_default(),
            phone: details.filter(|_| shown.telephone).and_then(first_phone).unwrap_or_default(),
            email: if shown.email { email.clone() } else { String::new() },
            vehicle: vehicle(&invoice),
            job_card: match invoice.job_card {
                Some(card) => invoice::card_number(tx, card)?.unwrap_or_default(),
                None => String::new(),
            },
            vat_rates: rates(tx, &invoice, &lines)?,
            lines: lines.iter().map(line).collect(),
            net: invoice.net,
            vat: invoice.vat,
            total: invoice.total,
            printed: forecourt_dispatch::printed(cx, &settings)?,
        };
        Ok(Self { kind: invoice.kind, contact: whom.map(|whom| whom.id), email, printed, dealership })
    }

    /// The document itself.
    ///
    /// # Errors
    /// When the program itself is damaged.
    pub fn pdf(&self) -> Result<Vec<u8>, Refusal> {
        Ok(print_invoice(&self.printed)?)
    }

    /// `Invoice SI-002231.pdf`.
    pub fn file(&self, ending: &str) -> String {
        format!("{}.{ending}", self.title())
    }

    /// `Invoice SI-002231`, `Credit note draft`.
    fn title(&self) -> String {
        let number = if self.printed.is_draft() { "draft" } else { &self.printed.number };
        format!("{} {number}", self.printed.kind.title())
    }

    /// What Report Audit says of it.
    pub fn report(&self, method: &'static str) -> Report {
        let report = match self.kind {
            InvoiceKind::Service => SERVICE_INVOICE,
            InvoiceKind::Parts => PARTS_INVOICE,
            InvoiceKind::Sales => SALES_INVOICE,
            InvoiceKind::CreditNote => CREDIT_NOTE,
        };
        let criteria = if self.printed.is_draft() { "Draft".to_owned() } else { self.printed.number.clone() };
        Report { report: report.name, criteria, method, contact: self.contact, reason: None, people: 1 }
    }

    /// Where a mail with it would go.
    ///
    /// # Errors
    /// For a draft, and where there is no address.
    pub fn address(&self) -> Result<String, Refusal> {
        if self.printed.is_draft() {
            return Err(Refusal::invalid("id", "Only what is posted is sent by email. Post it first."));
        }
        if self.email.is_empty() {
            return Err(Refusal::invalid(
                "email",
                "There is no email address to send it to. Add one to the contact, or print it.",
            ));
        }
        Ok(self.email.clone())
    }

    /// The mail around it. Every word is about this document: nothing in it sells, at its foot neither (V-18).
    pub fn mail(&self, to: &str, pdf: Vec<u8>, now: Moment) -> MailDraft {
        let Printed { kind, number, date, due, credits, total, .. } = &self.printed;
        let what = kind.title().to_lowercase();
        let further = match kind {
            PaperKind::Invoice if due.is_empty() => ".".to_owned(),
            PaperKind::Invoice => format!(". Payment is due on {due}."),
            PaperKind::CreditNote => format!(". It credits invoice {credits}."),
        };
        let DealershipDetails { name, phone, email, .. } = &self.dealership;
        let signed: Vec<&str> = [name, phone, email]
            .into_iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        MailDraft {
            to: to.to_owned(),
            subject: format!("{} from {name}", self.title()),
            body: format!(
                "Hello,\n\nAttached is our {what} {number} of {date} for {total}{further}\n\nKind regards\n{}\n",
                signed.join("\n")
            ),
            date: now.utc().to_rfc2822(),
            attachments: vec![Attachment {
                name: self.file("pdf"),
                media_type: "application/pdf".to_owned(),
                bytes: pdf,
            }],
        }
    }
}

fn letterhead(dealership: &DealershipDetails) -> Letterhead {
    let DealershipDetails {
        name, address, postcode, phone, email, website, vat_number, company_number, ..
    } = dealership.clone();
    let lines = address.lines().map(str::to_owned).chain([postcode]);
    let address = lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    Letterhead { name, address, phone, email, website, vat_number, company_number }
}

/// Whom it is made out to: as it was posted; of a draft as it would be posted now. Whoever died has executors (L-03).
fn customer(tx: &Tx<'_>, invoice: &Invoice, whom: Option<&Contact>) -> Result<Vec<String>, Refusal> {
    let Addressee { name, address } = if invoice.is_draft() {
        addressed(tx, invoice)?
    } else {
        Addressee { name: invoice.name.clone(), address: invoice.address.clone() }
    };
    // A company has nobody who died.
    let is_person =
        |whom: &&Contact| !display_name(&whom.details.first_name, &whom.details.last_name, "").is_empty();
    let died = match whom.filter(is_person) {
        Some(whom) => invoice::died(tx, whom.id)?,
        None => false,
    };
    let name = if died { executors(&name) } else { name };
    Ok([name].into_iter().chain(address.lines().map(str::to_owned)).collect())
}

/// `SI-002231 of 28/11/2026`.
fn credited(tx: &Tx<'_>, invoice: &Invoice) -> Result<String, Refusal> {
    let Some(id) = invoice.credits else { return Ok(String::new()) };
    let credited = invoice::load(tx, id)?.ok_or_else(|| Refusal::not_found("invoice"))?;
    Ok(format!("{} of {}", credited.number, day(&credited.posted_on)))
}

fn first_email(details: &Details) -> Option<String> {
    details.emails.first().map(|email| email.address.clone())
}

fn first_phone(details: &Details) -> Option<String> {
    let PhoneEntry { typed, e164, extension, .. } = details.phones.first()?;
    let number = if e164.is_empty() { typed.clone() } else { phone::display(e164) };
    Some(if extension.is_empty() { number } else { format!("{number} ext. {extension}") })
}

fn vehicle(invoice: &Invoice) -> Option<InvoicedVehicle> {
    let Invoice { registration, vehicle_name, mileage, .. } = invoice;
    if registration.is_empty() && vehicle_name.is_empty() {
        return None;
    }
    let mileage = if *mileage > 0 { grouped(*mileage) } else { String::new() };
    Some(InvoicedVehicle { registration: registration.clone(), model: vehicle_name.clone(), mileage })
}

/// `45,210`.
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn line(line: &Line) -> InvoicedLine {
    let description = if line.part_number.is_empty() {
        line.description.clone()
    } else {
        format!("{}  {}", line.part_number, line.description)
    };
    InvoicedLine {
        description,
        quantity: line.quantity,
        unit_price: line.unit_price,
        vat: match line.vat_rate {
            VatRate::Standard | VatRate::Reduced | VatRate::Zero => percent(line.vat_percent),
            VatRate::Exempt => "Exempt".to_owned(),
            VatRate::Outside => "Outside".to_owned(),
        },
        net: line.net,
    }
}

/// The VAT as it was posted; of a draft as it would be today.
fn rates(tx: &Tx<'_>, invoice: &Invoice, lines: &[Line]) -> Result<Vec<InvoicedVat>, Refusal> {
    let rates = if invoice.is_draft() {
        let priced: Vec<Priced> = lines.iter().map(Line::priced).collect();
        sums(&priced).map(|sums| sums.rates).unwrap_or_default()
    } else {
        invoice::vat(tx, invoice.id)?
    };
    Ok(rates.iter().map(rate).collect())
}

fn rate(sum: &VatSum) -> InvoicedVat {
    let rate = match sum.rate {
        VatRate::Standard => format!("Standard {}", percent(sum.percent)),
        VatRate::Reduced => format!("Reduced {}", percent(sum.percent)),
        VatRate::Zero => format!("Zero {}", percent(sum.percent)),
        VatRate::Exempt | VatRate::Outside => sum.rate.label().to_owned(),
    };
    InvoicedVat { rate, net: sum.net, vat: sum.vat }
}

/// `20%`, `17.5%`, from hundredths.
fn percent(hundredths: i64) -> String {
    format!("{}%", forecourt_domain::quantity::Quantity::of_hundredths(hundredths))
}

/// An ISO day as it is read; empty where there is none.
fn day(iso: &str) -> String {
    civil_date(iso).map(uk_date).unwrap_or_default()
}
