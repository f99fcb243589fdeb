//! E-mail addresses: as typed to show, and one key to compare.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::text;

/// Most bytes before the @.
const LOCAL_LIMIT: usize = 64;
/// Most bytes of the whole address.
const WHOLE_LIMIT: usize = 254;
/// Beyond this many bytes of typed text nothing is an address.
const TYPED_LIMIT: usize = 1024;

/// An address that could receive mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// Exactly what was typed.
    pub typed: String,
    /// The address to show and write to: blanks gone, the domain in lower case.
    pub address: String,
    /// The address to compare: all lower case, the domain in its ASCII form.
    /// Two contacts with the same key have the same address.
    pub key: String,
}

/// Why typed text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum EmailProblem {
    /// Nothing was typed.
    #[error("No email address was typed")]
    Empty,
    #[error("An email address needs an @")]
    NoAt,
    /// More than one address in one box.
    #[error("Type one email address only")]
    TwoAddresses,
    /// A blank in the middle.
    #[error("An email address has no spaces")]
    Space,
    /// Nothing, or nothing usable, before the @.
    #[error("The part before the @ is not right")]
    Local,
    /// More than 64 bytes before the @.
    #[error("The part before the @ is too long")]
    LocalTooLong,
    /// The domain is missing, has no dot or holds what no domain may.
    #[error("The part after the @ is not right")]
    Domain,
    /// More than 254 bytes.
    #[error("This email address is too long")]
    TooLong,
}

/// Reads one address. `mailto:` before it, a name with the address in angle brackets,
/// and invisible characters from a web page are seen through.
///
/// # Errors
/// What is wrong, in words for the person at the counter; never the text itself.
pub fn parse(typed: &str) -> Result<Email, EmailProblem> {
    if typed.len() > TYPED_LIMIT {
        return Err(EmailProblem::TooLong);
    }
    let plain = plain(typed);
    let bare = bare(&plain);
    if bare.is_empty() {
        return Err(EmailProblem::Empty);
    }
    let (local, domain) = bare.rsplit_once('@').ok_or(EmailProblem::NoAt)?;
    if local.contains('@') {
        return Err(EmailProblem::TwoAddresses);
    }
    if bare.contains(char::is_whitespace) {
        return Err(EmailProblem::Space);
    }
    check_local(local)?;
    let (shown, ascii) = check_domain(domain)?;
    let lower = if local.is_ascii() { local.to_ascii_lowercase() } else { local.to_lowercase() };
    let key = format!("{lower}@{ascii}");
    let address = format!("{local}@{shown}");
    if key.len() > WHOLE_LIMIT || address.len() > WHOLE_LIMIT {
        return Err(EmailProblem::TooLong);
    }
    Ok(Email { typed: typed.to_owned(), address, key })
}

/// Wide and invisible characters brought to plain ones. NFC, not NFKC, before the @ would
/// be purer; people who paste full-width text mean the plain letters.
fn plain(typed: &str) -> Cow<'_, str> {
    if typed.is_ascii() {
        return Cow::Borrowed(typed);
    }
    Cow::Owned(typed.nfkc().filter(|c| !text::is_invisible(*c)).collect())
}

/// The address inside what surrounds it: `Jo Bloggs <jo@..>`, `Jo Bloggs (jo@..)`, `'jo@..'`, and the kind of
/// address that Outlook writes before it (`smtp:`).
fn bare(typed: &str) -> &str {
    let trimmed = typed.trim();
    let inner = match trimmed.rsplit_once('<') {
        Some((_, inner)) => inner.strip_suffix('>').unwrap_or(trimmed),
        None => match trimmed.rsplit_once('(') {
            Some((name, inner)) if !name.contains('@') && inner.contains('@') => {
                inner.strip_suffix(')').unwrap_or(trimmed)
            }
            _ => trimmed,
        },
    };
    let quoted = |mark: char| inner.strip_prefix(mark).and_then(|inner| inner.strip_suffix(mark));
    let inner =
        quoted('\'').or_else(|| quoted('"')).filter(|inner| !inner.contains('"')).unwrap_or(inner).trim();
    let is_scheme =
        |scheme: &&str| inner.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    let scheme = ["mailto:", "smtp:"].into_iter().find(is_scheme);
    inner.get(scheme.map_or(0, str::len)..).unwrap_or(inner).trim().trim_end_matches(['.', ',', ';'])
}

/// A directory name of Outlook (Exchange), which stands where an address would and is none: `/o=ExchangeLabs/..`,
/// `x500:/o=..`, `EX:/o=..`.
#[must_use]
pub fn is_directory_name(typed: &str) -> bool {
    let lower = typed.trim().to_lowercase();
    let bare =
        ["x500:", "x400:", "ex:"].iter().find_map(|scheme| lower.strip_prefix(scheme)).unwrap_or(&lower);
    bare.starts_with("/o=") || lower.starts_with("x400:") || (bare.starts_with('/') && bare.contains("/cn="))
}

fn check_local(local: &str) -> Result<(), EmailProblem> {
    if local.len() > LOCAL_LIMIT {
        return Err(EmailProblem::LocalTooLong);
    }
    let dots_fit =
        !local.is_empty() && !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let fits = |c: char| match c {
        '.' | '!' | '#' | '$' | '%' | '&' | '\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^' | '_' | '`'
        | '{' | '|' | '}' | '~' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        // Beyond ASCII: letters, digits and the marks that belong to them.
        _ => c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c),
    };
    if !dots_fit || !local.chars().all(fits) {
        let several = local.contains([',', ';']);
        return Err(if several { EmailProblem::TwoAddresses } else { EmailProblem::Local });
    }
    Ok(())
}

/// The domain in lower case as people read it, and in ASCII.
fn check_domain(domain: &str) -> Result<(String, String), EmailProblem> {
    let shown = domain.to_lowercase();
    let ascii = if shown.is_ascii() && !shown.contains("xn--") {
        shown.clone()
    } else {
        idna::domain_to_ascii_strict(&shown).map_err(|_| EmailProblem::Domain)?
    };
    let labels_fit = ascii.split('.').all(|label| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    });
    let top = ascii.rsplit_once('.').map(|(_, top)| top);
    let top_fits = top.is_some_and(|top| top.len() > 1 && !top.bytes().all(|b| b.is_ascii_digit()));
    if labels_fit && top_fits { Ok((shown, ascii)) } else { Err(EmailProblem::Domain) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(typed: &str) -> String {
        parse(typed).unwrap().key
    }

    #[test]
    fn one_address_however_typed() {
        let typed = "Jo.Bloggs@Example.com ";
        let email = parse(typed).unwrap();
        assert_eq!(email.typed, typed);
        assert_eq!(email.address, "Jo.Bloggs@example.com");
        assert_eq!(email.key, "jo.bloggs@example.com");
        for same in [
            "jo.bloggs@example.com",
            "JO.BLOGGS@EXAMPLE.COM",
            "mailto:Jo.Bloggs@example.com",
            "Jo Bloggs <jo.bloggs@example.com>",
            "<jo.bloggs@example.com>",
            "\u{a0}jo.bloggs@example.com\u{200b}",
            "ｊｏ.bloggs＠example.com",
            "\u{202a}jo.bloggs@example.com\u{202c}",
            "smtp:Jo.Bloggs@example.com",
            "SMTP: jo.bloggs@example.com",
            "Jo Bloggs (jo.bloggs@example.com)",
            "'jo.bloggs@example.com'",
            "\"jo.bloggs@example.com\"",
            "jo.bloggs@example.com;",
            "<mailto:jo.bloggs@example.com>",
        ] {
            assert_eq!(key(same), email.key, "{same}");
        }
        assert_eq!(key("jo@bücher.example"), key("Jo@XN--BCHER-KVA.example"));
        assert_eq!(parse("jo@BÜCHER.example").unwrap().address, "jo@bücher.example");
        assert_eq!(key("Priya.Shah@Example.COM "), "priya.shah@example.com");
    }

    #[test]
    fn an_address_with_a_tag_is_another_address() {
        assert_ne!(key("jo.bloggs+cars@example.com"), key("jo.bloggs@example.com"));
    }

    #[test]
    fn real_ones_are_taken() {
        for typed in [
            "a@b.co",
            "o'brien@example.com",
            "first_last-2@sub.example.co.uk",
            "zoë@example.com",
            "用户@例え.example",
            "x@1and1.example",
            "jo/sales=x@example.com",
            "jo@my-firm.travel",
        ] {
            assert!(parse(typed).is_ok(), "{typed}: {:?}", parse(typed));
        }
    }

    #[test]
    fn a_directory_name_of_outlook_is_no_address() {
        for typed in [
            "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=0f3c-nquill",
            "x500:/o=Hadley/ou=First Administrative Group/cn=Recipients/cn=pattwell",
            " EX:/O=HADLEY/OU=FIRST/CN=RECIPIENTS/CN=JO",
            "X400:c=gb;a= ;p=hadley;o=exchange;s=quill",
        ] {
            assert!(is_directory_name(typed), "{typed}");
            assert!(parse(typed).is_err(), "{typed}");
        }
        for typed in ["", "jo@example.com", "/o", "o=x"] {
            assert!(!is_directory_name(typed), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        use EmailProblem::{Domain, Empty, Local, LocalTooLong, NoAt, Space, TooLong, TwoAddresses};
        let long_local = format!("{}@example.com", "a".repeat(65));
        let long_domain = format!("jo@{}com", "abcdefgh.".repeat(28));
        let longest = "x".repeat(2000);
        for (typed, problem) in [
            ("", Empty),
            (" \u{200b} ", Empty),
            ("n/a", NoAt),
            ("none", NoAt),
            ("jo.example.com", NoAt),
            ("jo@example.com, al@example.com", TwoAddresses),
            ("jo@example.com;al@example.com", TwoAddresses),
            ("jo@@example.com", TwoAddresses),
            ("jo bloggs@example.com", Space),
            ("jo@exam ple.com", Space),
            ("@example.com", Local),
            (".jo@example.com", Local),
            ("jo.@example.com", Local),
            ("jo..b@example.com", Local),
            ("\"jo b\"@example.com", Space),
            ("jo(x)@example.com", Local),
            ("jo\u{1f600}@example.com", Local),
            (long_local.as_str(), LocalTooLong),
            ("jo@", Domain),
            ("jo@example", Domain),
            ("jo@example..", Domain),
            ("jo@.example", Domain),
            ("jo@exa_mple.com", Domain),
            ("jo@-example.com", Domain),
            ("jo@127.0.0.1", Domain),
            ("jo@[127.0.0.1]", Domain),
            ("jo@example.c", Domain),
            ("jo@xn--\u{fe}.com", Domain),
            (long_domain.as_str(), TooLong),
            (longest.as_str(), TooLong),
        ] {
            assert_eq!(parse(typed).map(|email| email.key), Err(problem), "{typed}");
            assert!(!problem.to_string().contains(typed) || typed.len() < 3);
        }
    }
}
