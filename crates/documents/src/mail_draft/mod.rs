//! Handing a prepared mail to the system's mail client (SPEC 4.7): a `mailto:` address while it is
//! short, else a draft file that mail programs open unsent.

mod eml;
mod mailto;

use forecourt_domain::text::is_invisible;

/// The longest `mailto:` address handed over; browsers and shells cut longer ones.
pub const MAILTO_LIMIT: usize = 1_900;

/// A mail to prepare.
#[derive(Debug, Clone, Default)]
pub struct MailDraft {
    /// One address. More than one, or anything that could smuggle in another header, is refused.
    pub to: String,
    /// Subject; line ends become spaces.
    pub subject: String,
    /// Plain text; lines end with `\n` or `\r\n`.
    pub body: String,
    /// The `Date:` of a draft file, in RFC 5322 form, e.g. `Sat, 21 Nov 2026 10:42:00 +0000`.
    pub date: String,
    /// Files to attach. A draft with any is always a draft file.
    pub attachments: Vec<Attachment>,
}

/// A file attached to a draft.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// The name the recipient sees.
    pub name: String,
    /// E.g. `text/csv`.
    pub media_type: String,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// How the draft is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handing {
    /// An address to open: at most [`MAILTO_LIMIT`] characters, ASCII only.
    Mailto(String),
    /// The bytes of an `.eml` file with `X-Unsent: 1`.
    Eml(Vec<u8>),
}

/// Why no draft was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftProblem {
    /// Not one plain email address.
    #[error("this is not an email address a mail can be sent to")]
    Address,
}

/// Prepares the draft.
///
/// # Errors
/// [`DraftProblem::Address`] when `to` is not one plain address.
pub fn draft(mail: &MailDraft) -> Result<Handing, DraftProblem> {
    let to = address(&mail.to)?;
    if mail.attachments.is_empty()
        && let Some(link) = mailto::link(&to, &mail.subject, &mail.body)
    {
        return Ok(Handing::Mailto(link));
    }
    Ok(Handing::Eml(eml::file(&to, mail)))
}

/// One address with its domain in ASCII, so that every mail program takes it.
fn address(typed: &str) -> Result<String, DraftProblem> {
    let typed = typed.trim();
    let (local, domain) = typed.rsplit_once('@').ok_or(DraftProblem::Address)?;
    let forbidden = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '"' | '\\' | '@')
            || is_invisible(c)
    };
    if local.is_empty() || typed.len() > 254 || local.contains(forbidden) || domain.contains(forbidden) {
        return Err(DraftProblem::Address);
    }
    let domain = idna::domain_to_ascii(domain).map_err(|_| DraftProblem::Address)?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
    if domain.is_empty() || !domain.bytes().all(plain) {
        return Err(DraftProblem::Address);
    }
    Ok(format!("{local}@{domain}"))
}
