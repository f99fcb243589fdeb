use std::collections::BTreeMap;

use forecourt_documents::mail_draft::{
    Attachment, DraftProblem, Handing, MAILTO_LIMIT, MailDraft, draft, draft_file,
};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

const DATE: &str = "Sat, 21 Nov 2026 10:42:00 +0000";

fn mail(to: &str, subject: &str, body: &str) -> MailDraft {
    MailDraft {
        to: to.into(),
        subject: subject.into(),
        body: body.into(),
        date: DATE.into(),
        attachments: Vec::new(),
    }
}

#[test]
fn a_short_mail_is_a_link() {
    let mail = mail(
        "siobhan+cars@example.org",
        "Your choices & ours",
        "Dear Siobhán,\nplease see https://x.example/p?a=1&b=2\n",
    );
    insta::assert_snapshot!(match draft(&mail).unwrap() {
        Handing::Mailto(link) => link,
        Handing::Eml(_) => panic!("a short mail became a file"),
    });
}

#[test]
fn a_long_mail_is_an_unsent_draft_file() {
    let body = format!(
        "Dear Zoë,\n\n{}\n.\nFrom us = all\nend ",
        "Please tell us how we may contact you. ".repeat(60)
    );
    let Handing::Eml(file) = draft(&mail(
        "jo@bücher.example",
        "Ihre Präferenzen – bitte prüfen, und zwar bald, denn es eilt sehr",
        &body,
    ))
    .unwrap() else {
        panic!("a long mail became a link")
    };
    let text = String::from_utf8(file).unwrap();
    assert!(text.lines().all(|l| l.len() <= 78), "a line is too long");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a bare line end");
    insta::assert_snapshot!(text.replace("\r\n", "\n"));
}

#[test]
fn an_attachment_makes_it_a_file() {
    let mut mail = mail("jo@example.org", "Your data", "Attached.");
    mail.attachments.push(Attachment {
        name: "Zoë \"data\".csv".into(),
        media_type: "text/csv".into(),
        bytes: vec![0xEF, 0xBB, 0xBF, 97],
    });
    let Handing::Eml(file) = draft(&mail).unwrap() else { panic!("the attachment was lost") };
    insta::assert_snapshot!(String::from_utf8(file).unwrap().replace("\r\n", "\n"));
}

#[test]
fn a_file_can_be_asked_for() {
    let file = draft_file(&mail("jo@example.org", "Hello", "Hi")).unwrap();
    assert!(file.starts_with(b"X-Unsent: 1\r\n"));
}

#[test]
fn anything_but_one_plain_address_is_refused() {
    for to in [
        "",
        "nobody",
        "@example.org",
        "a@",
        "a@b@c.example",
        "a@example.org,b@example.org",
        "a@example.org;b@x.example",
        "a@example.org\r\nBcc: b@x.example",
        "a@example.org?bcc=b@x.example",
        "Jo <jo@example.org>",
        "a b@example.org",
        "a@exa mple.org",
        "\"a\"@example.org",
        "a@example.org\u{202E}",
        "a@[127.0.0.1]",
    ] {
        assert_eq!(draft(&mail(to, "x", "y")), Err(DraftProblem::Address), "{to:?}");
    }
    assert_eq!(
        draft(&mail("  o’brien@example.org ", "", "")).unwrap(),
        Handing::Mailto("mailto:o%E2%80%99brien@example.org".into())
    );
}

/// Takes a link apart as a mail client does.
fn parse(link: &str) -> (String, BTreeMap<String, String>) {
    let decode = |s: &str| percent_decode_str(s).decode_utf8().unwrap().into_owned();
    let rest = link.strip_prefix("mailto:").unwrap();
    let (to, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut fields = BTreeMap::new();
    for pair in query.split('&').filter(|p| !p.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap();
        assert!(fields.insert(decode(name), decode(value)).is_none(), "{name} twice");
    }
    (decode(to), fields)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// F4: no line end, no further header, never too long, and the words arrive.
    #[test]
    fn f4_no_name_or_subject_smuggles_a_header(
        local in "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~ü-]{1,30}",
        subject in prop_oneof!["\\PC{0,120}", ".{0,80}", "x?(\r\n)?(bcc|cc|attach|BCC)[:=]a@b.example&?(%0d%0a)?.{0,20}"],
        body in prop_oneof!["\\PC{0,300}", "(.{0,60}\n){0,20}", ".{0,900}"],
    ) {
        let mail = mail(&format!("{local}@example.org"), &subject, &body);
        match draft(&mail).unwrap() {
            Handing::Mailto(link) => {
                prop_assert!(link.len() <= MAILTO_LIMIT);
                prop_assert!(link.bytes().all(|b| b.is_ascii_graphic()));
                let (to, fields) = parse(&link);
                prop_assert_eq!(to, mail.to);
                prop_assert!(fields.keys().all(|k| k == "subject" || k == "body"), "{:?}", fields.keys());
                if let Some(subject) = fields.get("subject") {
                    prop_assert!(!subject.contains(['\r', '\n']));
                }
                let written: String = body.chars().filter(|c| !c.is_control()).collect();
                let arrived: String = fields.get("body").map(String::as_str).unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
                prop_assert_eq!(arrived, written);
            }
            Handing::Eml(file) => {
                let text = String::from_utf8(file).unwrap();
                let (head, _) = text.split_once("\r\n\r\n").unwrap();
                let names: Vec<&str> = head.split("\r\n").filter(|l| !l.starts_with(' ')).map(|l| l.split(':').next().unwrap()).collect();
                prop_assert_eq!(names, ["X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]);
                prop_assert!(text.is_ascii() || !local.is_ascii());
                prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            }
        }
    }

    /// The draft file's subject and body decode to what was written.
    #[test]
    fn a_draft_file_keeps_every_character(subject in "\\PC{0,200}", body in "(\\PC{0,120}\n){0,12}") {
        let file = draft_file(&mail("jo@example.org", &subject, &body)).unwrap();
        let text = String::from_utf8(file).unwrap();
        let (head, coded) = text.split_once("\r\n\r\n").unwrap();
        let line = head.replace("\r\n ", " ").split("\r\n").find_map(|l| l.strip_prefix("Subject: ").map(str::to_owned)).unwrap();
        let given = subject.replace(['\u{2028}', '\u{2029}'], " ");
        prop_assert_eq!(words(&line), given.trim());
        let arrived = quoted(coded).replace("\r\n", "\n");
        prop_assert_eq!(arrived.trim_end_matches('\n'), body.trim_end_matches('\n'));
    }
}

fn words(header: &str) -> String {
    if !header.starts_with("=?utf-8?B?") {
        return header.to_owned();
    }
    let mut bytes = Vec::new();
    for word in header.split(' ') {
        let coded = word.strip_prefix("=?utf-8?B?").unwrap().strip_suffix("?=").unwrap();
        assert!(word.len() <= 75);
        let piece = data_encoding::BASE64.decode(coded.as_bytes()).unwrap();
        assert!(std::str::from_utf8(&piece).is_ok(), "a character is cut in two");
        bytes.extend(piece);
    }
    String::from_utf8(bytes).unwrap()
}

fn quoted(text: &str) -> String {
    let mut bytes = Vec::new();
    let text = text.replace("=\r\n", "");
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        if *first == b'=' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&more[..2]).unwrap(), 16).unwrap());
            rest = &more[2..];
        } else {
            bytes.push(*first);
            rest = more;
        }
    }
    String::from_utf8(bytes).unwrap()
}
