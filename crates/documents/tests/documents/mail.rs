use std::collections::BTreeMap;

use forecourt_documents::mail_draft::{Attachment, DraftProblem, Handing, MAILTO_LIMIT, MailDraft, draft};
use mail_parser::{Message, MessageParser, MimeHeaders};
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

/// A draft that is a file, because something is attached.
fn draft_file(mut mail: MailDraft, file: Attachment) -> Vec<u8> {
    mail.attachments.push(file);
    match draft(&mail).unwrap() {
        Handing::Eml(file) => file,
        Handing::Mailto(_) => panic!("the attachment was lost"),
    }
}

fn attached(name: &str, media_type: &str, bytes: &[u8]) -> Attachment {
    Attachment { name: name.into(), media_type: media_type.into(), bytes: bytes.into() }
}

/// Takes a draft file apart as a mail program does.
fn opened(file: &[u8]) -> Message<'_> {
    MessageParser::default().parse(file).expect("no mail program could read it")
}

#[test]
fn a_draft_file_is_unsent_and_holds_nothing_from_clock_or_chance() {
    let mail = mail("jo@example.org", "Hello", "Hi");
    let file = draft_file(mail.clone(), attached("a.csv", "text/csv", b"a,b\r\n"));
    assert!(file.starts_with(b"X-Unsent: 1\r\n"));
    let message = opened(&file);
    let names: Vec<&str> = message.headers().iter().map(|header| header.name()).collect();
    assert_eq!(names, ["X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type"]);
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-11-21T10:42:00Z");
    assert_eq!(file, draft_file(mail, attached("a.csv", "text/csv", b"a,b\r\n")));
}

#[test]
fn a_text_that_holds_the_separator_is_not_cut_there() {
    let text = "--=_forecourt\r\n--=_forecourt--\r\n--=_forecourt_\r\n";
    let mail = mail("jo@example.org", "Hello", text);
    let file = draft_file(mail, attached("a.txt", "text/plain", text.as_bytes()));
    let message = opened(&file);
    assert_eq!(message.body_text(0).unwrap(), text);
    assert_eq!(message.attachment(0).unwrap().contents(), text.as_bytes());
    assert_eq!(message.attachment_count(), 1);
}

#[test]
fn what_looks_like_an_encoded_word_is_not_decoded() {
    let mail = mail("jo@example.org", "=?utf-8?Q?Free_cars?=", "Hi");
    let file = draft_file(mail, attached("a.csv", "text/csv", b""));
    assert_eq!(opened(&file).subject(), Some("= ?utf-8?Q?Free_cars?="));
}

#[test]
fn a_draft_file_goes_to_an_odd_address_exactly() {
    for to in ["o'neil&sons+cars%20@example.org", "\u{1F697}@example.org", "a=b/c?d#e@example.org"] {
        let link = format!("https://portal.example/c/{}", "x".repeat(400));
        let name = "M\u{FC}ller & S\u{F6}hne ".repeat(8);
        let body = format!("{}\n{link}\n", "Please tell us how we may contact you. ".repeat(40));
        let Handing::Eml(file) =
            draft(&mail(to, &format!("Your contact preferences at {name}"), &body)).unwrap()
        else {
            panic!("a long mail became a link")
        };
        let message = opened(&file);
        assert_eq!(message.to().unwrap().first().unwrap().address(), Some(to));
        assert_eq!(message.subject(), Some(format!("Your contact preferences at {name}").trim()));
        assert!(message.body_text(0).unwrap().lines().any(|line| line == link), "the link was cut");
    }
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
                let message = opened(&file);
                prop_assert_eq!(message.to().unwrap().iter().count(), 1);
                prop_assert_eq!(message.to().unwrap().first().unwrap().address(), Some(mail.to.as_str()));
                let text = String::from_utf8(file.clone()).unwrap();
                let (head, _) = text.split_once("\r\n\r\n").unwrap();
                let names: Vec<&str> = head.split("\r\n").filter(|l| !l.starts_with(' ')).map(|l| l.split(':').next().unwrap()).collect();
                prop_assert_eq!(names, ["X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]);
                prop_assert!(text.is_ascii() || !local.is_ascii());
                prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            }
        }
    }

    /// The draft file's subject, body and attachment come back whole.
    #[test]
    fn a_draft_file_keeps_every_character(
        subject in "\\PC{0,200}",
        body in "(\\PC{0,120}\n){0,12}",
        name in "\\PC{1,60}",
        // A text is read as text and so has to be one; anything else arrives to the byte.
        (media_type, bytes) in prop_oneof![
            (Just("text/csv"), "(\\PC{0,90}\r?\n?){0,6}".prop_map(String::into_bytes)),
            (Just("application/pdf"), proptest::collection::vec(any::<u8>(), 0..300)),
            (Just("text/csv\r\nBcc: b@x.example"), proptest::collection::vec(any::<u8>(), 0..300)),
        ],
    ) {
        let file = draft_file(mail("jo@example.org", &subject, &body), attached(&name, media_type, &bytes));
        let message = opened(&file);
        let given = subject.replace(['\u{2028}', '\u{2029}'], " ").replace("=?", "= ?");
        prop_assert_eq!(message.subject().unwrap_or_default(), given.trim());
        let arrived = message.body_text(0).unwrap().replace("\r\n", "\n");
        prop_assert_eq!(arrived.trim_end_matches('\n'), body.trim_end_matches('\n'));
        prop_assert_eq!(message.attachment_count(), 1);
        let arrived = message.attachment(0).unwrap();
        prop_assert_eq!(arrived.contents(), bytes);
        let given = name.replace(['"', '\\', '/'], "_").replace(['\u{2028}', '\u{2029}'], " ");
        prop_assert_eq!(arrived.attachment_name().unwrap_or_default(), given.trim());
        prop_assert!(!message.headers().iter().any(|header| header.name() == "Bcc"));
    }
}
