//! RFC 6068 addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::MAILTO_LIMIT;

/// Everything but RFC 3986's unreserved characters: a field cannot end itself or start another.
const FIELD: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// In the address part `@` stands for itself.
const ADDRESS: &AsciiSet = &FIELD.remove(b'@');

/// The address, or `None` when it would be longer than is safe to hand over.
pub(super) fn link(to: &str, subject: &str, body: &str) -> Option<String> {
    // Encoding never shortens, so a long body need not be encoded to know.
    if subject.len() + body.len() > MAILTO_LIMIT {
        return None;
    }
    let mut link = format!("mailto:{}", utf8_percent_encode(to, ADDRESS));
    let mut mark = '?';
    let subject = one_line(subject);
    let body = crlf(body);
    for (name, value) in [("subject", subject.as_str()), ("body", body.as_str())] {
        if !value.is_empty() {
            link.push(mark);
            link.push_str(name);
            link.push('=');
            link.extend(utf8_percent_encode(value, FIELD));
            mark = '&';
        }
    }
    (link.len() <= MAILTO_LIMIT).then_some(link)
}

/// A header's value on one line, without control characters.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if is_break(c) { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}

fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Line ends as mail wants them, without other control characters than tabs.
pub(super) fn crlf(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\r\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
