//! RFC 5322 draft files with `X-Unsent: 1`, written by mail-builder.
//!
//! Its message builder would add a `Message-ID` and a `Date` from the clock and from chance. A draft
//! has neither before it is sent, so the file is built as a MIME part whose headers are all ours.

use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};
use memchr::memmem::find;

use super::mailto::{crlf, one_line};
use super::{Attachment, MailDraft};

/// The whole file.
pub(super) fn file(to: &str, mail: &MailDraft) -> Vec<u8> {
    let mut body = crlf(&mail.body);
    if !body.ends_with("\r\n") {
        body.push_str("\r\n");
    }
    let mut headers = vec![
        ("X-Unsent".into(), Raw::new("1").into()),
        ("To".into(), Address::from(to).into()),
        ("Subject".into(), Text::new(subject(&mail.subject)).into()),
    ];
    let date = one_line(&mail.date);
    if !date.is_empty() && date.is_ascii() {
        headers.push(("Date".into(), Raw::new(date).into()));
    }
    headers.push(("MIME-Version".into(), Raw::new("1.0").into()));
    let (kind, contents) = if mail.attachments.is_empty() {
        (ContentType::new("text/plain").attribute("charset", "utf-8"), BodyPart::from(body))
    } else {
        let kind =
            ContentType::new("multipart/mixed").attribute("boundary", boundary(&body, &mail.attachments));
        let text = MimePart::new("text/plain", body);
        let files = mail.attachments.iter().map(attachment);
        (kind, BodyPart::Multipart(std::iter::once(text).chain(files).collect()))
    };
    headers.push(("Content-Type".into(), HeaderType::from(kind)));
    let mut out = Vec::new();
    MimePart { headers, contents }.write_part(&mut out);
    out
}

/// Plain ASCII goes out as it stands. What looks like an encoded word there would be decoded by
/// whoever reads it, so it is set apart.
fn subject(text: &str) -> String {
    one_line(text).replace("=?", "= ?")
}

fn attachment(attachment: &Attachment) -> MimePart<'_> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '+' | '.');
    let media = match attachment.media_type.trim() {
        media if !media.is_empty() && media.chars().all(plain) => media,
        _ => "application/octet-stream",
    };
    let name = one_line(&attachment.name).replace(['"', '\\', '/'], "_");
    MimePart::new(media, attachment.bytes.as_slice()).attachment(name)
}

/// A separator that stands nowhere in the parts, and yet is the same for the same draft: made longer
/// while one happens to hold it, because plain text goes out as it stands.
fn boundary(body: &str, attachments: &[Attachment]) -> String {
    let mut boundary = String::from("=_forecourt");
    let held = |boundary: &str| {
        body.contains(boundary)
            || attachments.iter().any(|file| find(&file.bytes, boundary.as_bytes()).is_some())
    };
    while held(&boundary) {
        boundary.push('_');
    }
    boundary
}
