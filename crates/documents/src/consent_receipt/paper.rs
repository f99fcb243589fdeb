//! The receipt on paper: one page of A4 for what nearly every contact allows. What does not fit goes
//! on overleaf; not a word is left out.

use super::{ConsentReceipt, ReceiptDealership};
use crate::consent_table;
use crate::pdf::{Canvas, Flow, Furniture, Paper, PdfProblem, Strips, Style, palette};
use crate::qr::{Square, square};

const PAPER: Paper = Paper::A4;
const TEXT: f32 = 9.0;
const LEADING: f32 = 12.0;
const LABEL: f32 = 92.0;
/// The code's side and its distance from the top, in points.
const CODE: (f32, f32) = (62.0, 36.0);

/// Prints the receipt.
///
/// # Errors
/// [`PdfProblem::Font`] when the program itself is damaged.
pub fn print_receipt(receipt: &ConsentReceipt) -> Result<Vec<u8>, PdfProblem> {
    let mut flow = Flow::start(Vec::new(), PAPER, furniture(receipt))?;
    let code = square(&receipt.number);
    content(receipt).pour(&mut flow, |canvas| {
        if let Some(code) = &code {
            draw(canvas, code);
        }
    })?;
    Ok(flow.finish()?.0)
}

fn furniture(receipt: &ConsentReceipt) -> Furniture {
    Furniture {
        dealership: receipt.dealership.name.clone(),
        title: "Consent receipt".to_owned(),
        subtitle: address(&receipt.dealership),
        printed: receipt.printed.line(),
        footer: (!receipt.ledger_head.is_empty()).then(|| format!("Ledger head {}", receipt.ledger_head)),
    }
}

/// The dealership's address and how to reach it, on two lines.
fn address(dealership: &ReceiptDealership) -> Vec<String> {
    let reach = [&dealership.phone, &dealership.email, &dealership.website];
    let reach: Vec<&str> = reach.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    [dealership.address.join(", "), reach.join("   ")].into_iter().filter(|line| !line.is_empty()).collect()
}

fn draw(canvas: &mut Canvas<'_>, code: &Square) {
    let (side, top) = CODE;
    canvas.modules(PAPER.right() - side, top, side, code.side, &code.dark);
}

fn content(receipt: &ConsentReceipt) -> Strips {
    let mut strips = Strips::on(PAPER);
    for (label, value) in [
        ("Receipt number", receipt.number.clone()),
        ("For", format!("{}   {}", receipt.contact_name, receipt.contact_reference)),
        ("As it stood on", receipt.created_local.clone()),
    ] {
        strips.row(
            &[
                (PAPER.left(), LABEL, Style::mute(TEXT), label),
                (PAPER.left() + LABEL, PAPER.measure() - LABEL, Style::bold(10.0), &value),
            ],
            14.0,
        );
    }

    strips.heading("What you allow, and what you do not");
    if receipt.excluded {
        let words = "You asked for no marketing at all. Whatever the table says, nothing is sent to you.";
        strips.words(Style::bold(TEXT).in_colour(palette::BAD), LEADING, words);
        strips.with_next();
        strips.gap(4.0);
    }
    consent_table::lay(&mut strips, PAPER, &receipt.choices);
    for remark in &receipt.remarks {
        strips.words(Style::mute(8.5), 11.5, remark);
    }

    strips.heading("How it was recorded");
    for record in receipt.records.iter().filter(|record| !record.sentence.is_empty()) {
        strips.words(Style::regular(TEXT), LEADING, &record.sentence);
        strips.gap(2.0);
    }

    for notice in &receipt.notices {
        strips.heading(&format!(
            "The words you were shown or that were read to you (version {})",
            notice.version
        ));
        strips.words(Style::regular(TEXT), LEADING, &notice.text);
    }

    strips.heading("You can withdraw at any time");
    strips.words(Style::regular(TEXT), LEADING, &receipt.withdraw);
    if !receipt.dealership.privacy_policy_url.is_empty() {
        let words = format!("Our privacy policy: {}", receipt.dealership.privacy_policy_url);
        strips.words(Style::regular(TEXT), LEADING, &words);
    }
    strips
}
