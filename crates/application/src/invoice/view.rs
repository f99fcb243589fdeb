//! An invoice with everything that its screen and its paper show.

use super::addressed::addressed;
use super::credit_sums::Creditable;
use super::sending::{InvoiceMail, decide};
use crate::contact::{ContactEmail, ContactPhone};
use chrono::NaiveDate;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Names, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::{ContactId, InvoiceId, InvoiceLineId, JobCardId, PartId, VehicleId};
use forecourt_domain::invoice::sums::{Priced, VatSum, sums};
use forecourt_domain::invoice::{Department, InvoiceKind, InvoiceLineKind, InvoiceStatus};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::time::uk_date;
use forecourt_domain::vat::VatRate;
use forecourt_store::invoice::{self, Invoice, Line};
use forecourt_store::{Tx, contact, part};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// An invoice or credit note, draft or posted. Money is in pence, quantities and percentages in hundredths.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceView {
    pub id: InvoiceId,
    /// To be sent back with an edit, and with posting.
    pub version: i64,
    pub kind: InvoiceKind,
    pub department: Department,
    pub status: InvoiceStatus,
    /// `Service invoice`, `Credit note`.
    pub title: String,
    /// Empty while it is a draft.
    pub number: String,
    /// As it was posted with; of a draft as it would be posted with now.
    pub name: String,
    /// Lines; as with the name.
    pub address: String,
    pub registration: String,
    /// Make and model.
    pub vehicle: String,
    /// Absent where nobody read it.
    pub mileage: Option<i64>,
    /// Why there is a credit.
    pub reason: String,
    pub lines: Vec<InvoiceLineView>,
    /// VAT rate by rate.
    pub rates: Vec<VatSum>,
    pub net: Money,
    pub vat: Money,
    pub total: Money,
    /// ISO day; empty while it is a draft.
    pub posted_on: String,
    /// `28/11/2026`.
    pub posted_text: String,
    /// ISO day.
    pub due_on: String,
    pub due_text: String,
    /// When and by whom it was posted, at the dealership; empty while it is a draft.
    pub posted_local: String,
    pub posted_by: String,
    pub created_local: String,
    /// When and by whom it was last changed.
    pub changed_local: String,
    pub changed_by: String,
    /// The contact as it stands today; absent for somebody who walked in.
    pub contact: Option<InvoiceContact>,
    pub vehicle_id: Option<VehicleId>,
    pub card: Option<InvoiceCard>,
    /// What a credit note credits.
    pub credits: Option<InvoiceLink>,
    /// The credit notes of it, oldest first, drafts too.
    pub credited_by: Vec<InvoiceLink>,
    /// What posted credit notes come to.
    pub credited: Money,
    /// Is nothing left to credit?
    pub used_up: bool,
    pub may: InvoiceActions,
}

/// A line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceLineView {
    pub id: InvoiceLineId,
    pub kind: InvoiceLineKind,
    pub part_id: Option<PartId>,
    pub part_number: String,
    pub description: String,
    pub quantity: Quantity,
    pub unit_price: Money,
    pub net: Money,
    pub vat_rate: VatRate,
    pub vat_percent: i64,
    /// How much posted credit notes credit of it.
    pub credited: Quantity,
    /// How much is left to credit, if drafts of credit notes are posted too.
    pub left: Quantity,
    /// What lies on the shelf of its part today; absent for what was posted.
    pub in_stock: Option<Quantity>,
}

/// A contact as it stands today.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceContact {
    pub id: ContactId,
    pub reference: String,
    /// As called today.
    pub name: String,
    pub phones: Vec<ContactPhone>,
    pub emails: Vec<ContactEmail>,
    /// Somebody told that they died (L-03).
    pub died: bool,
    /// What the one decision says about sending this document to the first address.
    pub mail: InvoiceMail,
}

/// A job card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceCard {
    pub id: JobCardId,
    pub number: String,
}

/// Another document.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceLink {
    pub id: InvoiceId,
    pub status: InvoiceStatus,
    /// Empty while it is a draft.
    pub number: String,
    pub total: Money,
    /// `28/11/2026`.
    pub posted_text: String,
    pub reason: String,
}

/// What may be done with it as it stands.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct InvoiceActions {
    /// `update_invoice`.
    pub change: bool,
    /// `drop_invoice`.
    pub drop: bool,
    /// `post_invoice`: it is a draft with lines.
    pub post: bool,
    /// `credit_invoice`: something is left.
    pub credit: bool,
    /// Print, save and send: only what is posted.
    pub send: bool,
}

/// An invoice for the screen.
///
/// # Errors
/// [`forecourt_dispatch::Code::NotFound`].
pub(super) fn shown(cx: &Cx<'_>, tx: &Tx<'_>, id: InvoiceId) -> Result<InvoiceView, Refusal> {
    let settings = Settings::load(tx)?;
    let invoice = super::conflict::load(tx, id)?;
    let lines = invoice::lines(tx, id)?;
    let (name, address) = if invoice.is_draft() {
        let addressee = addressed(tx, &invoice)?;
        (addressee.name, addressee.address)
    } else {
        (invoice.name.clone(), invoice.address.clone())
    };
    let whole = Sums::of(tx, &invoice, &lines)?;
    let credits = match invoice.credits {
        Some(id) => Some(link(&super::conflict::load(tx, id)?)),
        None => None,
    };
    let credited_by = invoice::credits_of(tx, id)?;
    let credited = credited_by.iter().filter(|credit| credit.status == InvoiceStatus::Posted);
    let credited = credited.fold(Money::ZERO, |sum, credit| sum.plus(credit.total).unwrap_or(sum));
    let creditable = Creditable::of(tx, id, None)?;
    let is_credit = invoice.kind == InvoiceKind::CreditNote;
    let used_up = !invoice.is_draft() && !is_credit && creditable.is_used_up();
    let left = creditable.lines.iter().any(|line| creditable.left(line) > Quantity::ZERO);
    let names = Names::load(tx)?;
    let (draft, posted) = (invoice.is_draft(), !invoice.is_draft());
    let may = InvoiceActions {
        change: draft && !is_credit,
        drop: draft,
        post: draft && !lines.is_empty(),
        credit: posted && !is_credit && left,
        send: posted,
    };
    let who =
        |actor: &str| if actor.is_empty() { String::new() } else { names.actor(Actor::from_text(actor)) };
    Ok(InvoiceView {
        id,
        version: invoice.version,
        kind: invoice.kind,
        department: invoice.department,
        status: invoice.status,
        title: invoice.kind.label().to_owned(),
        name,
        address,
        mileage: (invoice.mileage > 0).then_some(invoice.mileage),
        lines: line_views(tx, &invoice, lines, &creditable)?,
        rates: whole.rates,
        net: whole.net,
        vat: whole.vat,
        total: whole.total,
        posted_text: day(&invoice.posted_on),
        due_text: day(&invoice.due_on),
        posted_local: settings.wall(&invoice.posted_at),
        posted_by: who(&invoice.posted_by),
        created_local: settings.wall(&invoice.created_at),
        changed_local: settings.wall(&invoice.changed_at),
        changed_by: who(&invoice.changed_by),
        contact: invoice.contact.map(|id| contact_view(cx, tx, id, &settings)).transpose()?,
        vehicle_id: invoice.vehicle,
        card: card_view(tx, &invoice)?,
        credits,
        credited_by: credited_by.into_iter().map(InvoiceLink::from).collect(),
        credited,
        used_up,
        may,
        number: invoice.number,
        registration: invoice.registration,
        vehicle: invoice.vehicle_name,
        reason: invoice.reason,
        posted_on: invoice.posted_on,
        due_on: invoice.due_on,
    })
}

/// `28/11/2026` of an ISO day.
pub(super) fn day(iso: &str) -> String {
    iso.parse::<NaiveDate>().map(uk_date).unwrap_or_default()
}

/// What an invoice comes to: as it was posted, or as it would be now.
struct Sums {
    rates: Vec<VatSum>,
    net: Money,
    vat: Money,
    total: Money,
}

impl Sums {
    fn of(tx: &Tx<'_>, invoice: &Invoice, lines: &[Line]) -> Result<Self, Refusal> {
        if !invoice.is_draft() {
            let Invoice { net, vat, total, .. } = *invoice;
            return Ok(Self { rates: invoice::vat(tx, invoice.id)?, net, vat, total });
        }
        let now = match invoice.credits {
            Some(of) => {
                let now: BTreeMap<_, _> =
                    lines.iter().filter_map(|line| Some((line.credits?, line.quantity))).collect();
                Creditable::of(tx, of, Some(invoice.id))?.sums(&now)?
            }
            None => {
                let today = |line: &Line| Priced::today(line.quantity, line.unit_price, line.vat_rate);
                let priced: Vec<Priced> = lines.iter().map(today).collect();
                sums(&priced).map_err(super::draft::refused)?
            }
        };
        Ok(Self { rates: now.rates, net: now.net, vat: now.vat, total: now.total })
    }
}

fn line_views(
    tx: &Tx<'_>,
    invoice: &Invoice,
    lines: Vec<Line>,
    creditable: &Creditable,
) -> Result<Vec<InvoiceLineView>, Refusal> {
    let mut views = Vec::with_capacity(lines.len());
    for line in lines {
        let in_stock = match line.part.filter(|_| invoice.is_draft()) {
            Some(id) => part::load(tx, id)?.map(|part| part.in_stock),
            None => None,
        };
        let credited = creditable.credited(line.id).posted;
        let left = if invoice.is_draft() || invoice.kind == InvoiceKind::CreditNote {
            Quantity::ZERO
        } else {
            creditable.left(&line)
        };
        views.push(InvoiceLineView {
            id: line.id,
            kind: line.kind,
            part_id: line.part,
            part_number: line.part_number,
            description: line.description,
            quantity: line.quantity,
            unit_price: line.unit_price,
            net: line.net,
            vat_rate: line.vat_rate,
            vat_percent: line.vat_percent,
            credited,
            left,
            in_stock,
        });
    }
    Ok(views)
}

fn contact_view(
    cx: &Cx<'_>,
    tx: &Tx<'_>,
    id: ContactId,
    settings: &Settings,
) -> Result<InvoiceContact, Refusal> {
    let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let name = contact.details.display_name();
    let emails = contact.details.emails.into_iter();
    Ok(InvoiceContact {
        id,
        reference: contact.reference,
        name,
        phones: contact.details.phones.into_iter().map(ContactPhone::from).collect(),
        emails: emails.map(|email| ContactEmail { address: email.address, kind: email.kind }).collect(),
        died: invoice::died(tx, id)?,
        mail: decide(tx, id, "", settings, cx.now)?.into(),
    })
}

fn card_view(tx: &Tx<'_>, invoice: &Invoice) -> Result<Option<InvoiceCard>, Refusal> {
    let Some(id) = invoice.job_card else { return Ok(None) };
    let number = invoice::card_number(tx, id)?;
    Ok(number.map(|number| InvoiceCard { id, number }))
}

fn link(invoice: &Invoice) -> InvoiceLink {
    InvoiceLink {
        id: invoice.id,
        status: invoice.status,
        number: invoice.number.clone(),
        total: invoice.total,
        posted_text: day(&invoice.posted_on),
        reason: invoice.reason.clone(),
    }
}

impl From<invoice::Credit> for InvoiceLink {
    fn from(credit: invoice::Credit) -> Self {
        Self {
            id: credit.id,
            status: credit.status,
            number: credit.number,
            total: credit.total,
            posted_text: day(&credit.posted_on),
            reason: credit.reason,
        }
    }
}
