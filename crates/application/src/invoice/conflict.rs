//! Somebody else was quicker.

use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Names, Refusal, changed_meanwhile};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::InvoiceId;
use forecourt_store::Tx;
use forecourt_store::invoice::{self, Invoice};

/// The draft as it stands, if that is the version which was seen.
///
/// # Errors
/// [`Code::NotFound`], and [`Code::Conflict`] with who changed or posted it, and when.
pub(super) fn current_draft(
    tx: &Tx<'_>,
    id: InvoiceId,
    version: i64,
    settings: &Settings,
) -> Result<Invoice, Refusal> {
    let invoice = load(tx, id)?;
    if !invoice.is_draft() {
        return Err(posted_meanwhile(tx, &invoice, settings)?);
    }
    if invoice.version == version {
        return Ok(invoice);
    }
    Err(changed_meanwhile(tx, "draft", &invoice.changed_by, &invoice.changed_at, settings)?)
}

/// An invoice that is there.
pub(super) fn load(tx: &Tx<'_>, id: InvoiceId) -> Result<Invoice, Refusal> {
    invoice::load(tx, id)?.ok_or_else(|| Refusal::not_found("invoice"))
}

/// What is posted never changes.
fn posted_meanwhile(tx: &Tx<'_>, invoice: &Invoice, settings: &Settings) -> Result<Refusal, Refusal> {
    let (who, at) = who_and_when(tx, invoice, settings)?;
    let message = format!(
        "{who} posted this as {} on {at}. What is posted never changes; what has to be put right goes into a credit note.",
        invoice.number
    );
    Ok(Refusal::new(Code::Conflict, message)
        .with("changed_by", who)
        .with("changed_at", at)
        .with("number", &invoice.number))
}

/// `Maria Keane`, `28/11/2026 10:42`.
pub(super) fn who_and_when(
    tx: &Tx<'_>,
    invoice: &Invoice,
    settings: &Settings,
) -> Result<(String, String), Refusal> {
    let who = Names::load(tx)?.actor(Actor::from_text(&invoice.changed_by));
    Ok((who, settings.wall(&invoice.changed_at)))
}
