//! RFC 5322 draft files with `X-Unsent: 1`.

use data_encoding::BASE64;

use super::mailto::{crlf, one_line};
use super::{Attachment, MailDraft};

/// The whole file.
pub(super) fn file(to: &str, mail: &MailDraft) -> Vec<u8> {
    let mut out = String::new();
    header(&mut out, "X-Unsent", "1");
    header(&mut out, "To", to);
    header(&mut out, "Subject", &words(&one_line(&mail.subject)));
    let date = one_line(&mail.date);
    if !date.is_empty() && date.is_ascii() {
        header(&mut out, "Date", &date);
    }
    header(&mut out, "MIME-Version", "1.0");
    let boundary = boundary(mail);
    if mail.attachments.is_empty() {
        text_part(&mut out, &mail.body);
    } else {
        header(&mut out, "Content-Type", &format!("multipart/mixed; boundary=\"{boundary}\""));
        out.push_str(&format!("\r\n--{boundary}\r\n"));
        text_part(&mut out, &mail.body);
        for attachment in &mail.attachments {
            out.push_str(&format!("\r\n--{boundary}\r\n"));
            attachment_part(&mut out, attachment);
        }
        out.push_str(&format!("\r\n--{boundary}--\r\n"));
    }
    out.into_bytes()
}

fn header(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push_str(": ");
    out.push_str(value);
    out.push_str("\r\n");
}

fn text_part(out: &mut String, body: &str) {
    header(out, "Content-Type", "text/plain; charset=utf-8");
    header(out, "Content-Transfer-Encoding", "quoted-printable");
    out.push_str("\r\n");
    quoted_printable(out, &crlf(body));
    if !out.ends_with("\r\n") {
        out.push_str("\r\n");
    }
}

fn attachment_part(out: &mut String, attachment: &Attachment) {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '+' | '.');
    let media = match attachment.media_type.trim() {
        m if !m.is_empty() && m.chars().all(plain) => m,
        _ => "application/octet-stream",
    };
    header(out, "Content-Type", media);
    header(out, "Content-Transfer-Encoding", "base64");
    let name = one_line(&attachment.name).replace(['"', '\\', '/'], "_");
    if name.is_ascii() {
        header(out, "Content-Disposition", &format!("attachment; filename=\"{name}\""));
    } else {
        let encoded = percent_encoding::utf8_percent_encode(&name, percent_encoding::NON_ALPHANUMERIC);
        header(out, "Content-Disposition", &format!("attachment; filename*=utf-8''{encoded}"));
    }
    out.push_str("\r\n");
    let coded = BASE64.encode(&attachment.bytes);
    let mut rest = coded.as_str();
    while !rest.is_empty() {
        let (line, more) = rest.split_at_checked(76).unwrap_or((rest, ""));
        out.push_str(line);
        out.push_str("\r\n");
        rest = more;
    }
}

/// A separator that stands nowhere in the parts. Base64 and quoted-printable never contain `=_`
/// at the start of a line, so a fixed one would do; the count keeps it apart from nested drafts.
fn boundary(mail: &MailDraft) -> String {
    format!("=_forecourt_{}_{}", mail.body.len(), mail.attachments.len())
}

/// RFC 2047 encoded words, each whole characters and at most 75 long, folded over lines; plain ASCII
/// that needs no folding stays as it is.
fn words(text: &str) -> String {
    if text.is_ascii() && text.len() <= 900 && !text.contains("=?") {
        return fold_plain(text);
    }
    let mut words = Vec::new();
    let mut piece = String::new();
    for c in text.chars() {
        // 45 bytes make 60 of base64; with `=?utf-8?B?` and `?=` 72. The first stands after `Subject: `.
        let limit = if words.is_empty() { 39 } else { 45 };
        if piece.len() + c.len_utf8() > limit {
            words.push(format!("=?utf-8?B?{}?=", BASE64.encode(piece.as_bytes())));
            piece.clear();
        }
        piece.push(c);
    }
    words.push(format!("=?utf-8?B?{}?=", BASE64.encode(piece.as_bytes())));
    words.join("\r\n ")
}

/// Folds at spaces so that no line is longer than 78 where it can be helped.
fn fold_plain(text: &str) -> String {
    let mut out = String::new();
    let mut length = "Subject: ".len();
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            // An empty word (two spaces) must not make a line of white space alone.
            if length + 1 + word.len() > 76 && !word.is_empty() {
                out.push_str("\r\n");
                length = 0;
            }
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += word.len();
    }
    out
}

/// RFC 2045 6.7, over text whose lines end with CRLF.
fn quoted_printable(out: &mut String, text: &str) {
    for (i, line) in text.split("\r\n").enumerate() {
        if i > 0 {
            out.push_str("\r\n");
        }
        let mut length = 0;
        let last = line.chars().count();
        for (n, c) in line.chars().enumerate() {
            let ends = n + 1 == last;
            let plain = (' '..='~').contains(&c) && c != '=' && !(c == ' ' && ends)
                // Some mail programs still take a lone full stop or a line "From " amiss.
                && !(n == 0 && matches!(c, '.' | 'F' | '-'));
            let mut coded = String::new();
            if plain {
                coded.push(c);
            } else {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    coded.push_str(&format!("={byte:02X}"));
                }
            }
            if length + coded.len() > 75 {
                out.push_str("=\r\n");
                length = 0;
            }
            out.push_str(&coded);
            length += coded.len();
        }
    }
}
