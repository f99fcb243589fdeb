//! The consent receipt (M-04) on paper and as JSON-LD, and the evidence pack (M-08).

use forecourt_documents::Printed;
use forecourt_documents::consent_receipt::{
    ConsentReceipt, ConsentState, PartyKind, ReceiptDealership, ReceiptNotice, ReceiptRecord, Use, json_ld,
    print_receipt,
};
use forecourt_documents::consent_table::{Choice, ChoiceTable, PartyChoices, PurposeChoices};
use forecourt_documents::evidence_print::{
    EvidenceAnswer, EvidenceNotice, EvidencePrint, EvidenceReason, EvidenceRecord, EvidenceSince,
    print_evidence,
};
use forecourt_domain::consent::{Basis, Channel, Purpose};
use serde_json::Value;

use crate::pdf_text::{layout, raw, words};

fn printed() -> Printed {
    Printed { by: "Maria Keane".into(), at: "21/11/2026 10:42".into(), workstation: "SVC-02".into() }
}

fn party(name: &str, lines: [[&str; 5]; 2]) -> PartyChoices {
    let line = |purpose: &str, words: [&str; 5]| PurposeChoices {
        purpose: purpose.into(),
        choices: words
            .map(|words| Choice { words: words.into(), allowed: words == "Yes" || words == "Assumed" })
            .to_vec(),
    };
    let [service, general] = lines;
    PartyChoices {
        party: name.into(),
        purposes: vec![
            line("Service Follow Up", service),
            line("General Dealer Marketing Messages", general),
        ],
    }
}

fn table() -> ChoiceTable {
    ChoiceTable {
        channels: ["Email", "SMS", "Letter", "Telephone", "Social Media"].map(str::to_owned).to_vec(),
        parties: vec![
            party(
                "Malvern Road Motors Ltd",
                [
                    ["Yes", "Yes", "Assumed", "Withdrawn", "Not asked"],
                    ["Yes", "No", "Assumed", "Withdrawn", "Not asked"],
                ],
            ),
            party("Severn Finance plc", [["Not asked"; 5], ["Ran out", "No", "No", "No", "No"]]),
        ],
    }
}

const NOTICE: &str = "We would like to keep in touch about your vehicle and about offers that may interest you. \
                      Please tick how we may contact you and what about.";

fn uses(purpose: Purpose, channels: &[Channel]) -> Use {
    Use { purpose, channels: channels.to_vec() }
}

fn receipt() -> ConsentReceipt {
    ConsentReceipt {
        number: "R-7K2M-Q9XD-4F".into(),
        created: "2026-11-21T10:42:00.000Z".into(),
        created_local: "21/11/2026 10:42".into(),
        dealership: ReceiptDealership {
            name: "Malvern Road Motors Ltd".into(),
            address: vec!["1 Station Road".into(), "Great Malvern".into(), "WR14 3AA".into()],
            phone: "01632 960100".into(),
            email: "hello@malvern.example".into(),
            website: "malvern.example".into(),
            privacy_policy_url: "https://malvern.example/privacy".into(),
        },
        contact_name: "Siobhán O’Brien-Ng".into(),
        contact_reference: "C0004217".into(),
        excluded: false,
        choices: table(),
        remarks: vec!["Assumed: you were not asked.".into()],
        records: vec![
            ReceiptRecord {
                id: "0193-aa.1".into(),
                party: "Malvern Road Motors Ltd".into(),
                kind: PartyKind::Dealership,
                state: ConsentState::Given,
                basis: Some(Basis::Consent),
                uses: vec![
                    uses(Purpose::ServiceFollowup, &[Channel::Email, Channel::Sms]),
                    uses(Purpose::GeneralMarketing, &[Channel::Email]),
                ],
                at: "2026-11-21T10:41:00.000Z".into(),
                by_contact: true,
                method: "in person".into(),
                months: 12,
                notice: "hash-of-2".into(),
                sentence:
                    "Allowed to Malvern Road Motors Ltd: Email, SMS (service); in person, 21/11/2026 10:41, \
                           recorded by Maria Keane at SVC-02."
                        .into(),
            },
            ReceiptRecord {
                id: "0193-aa.2".into(),
                party: "Severn Finance plc".into(),
                kind: PartyKind::ThirdParty,
                state: ConsentState::Expired,
                uses: vec![uses(Purpose::GeneralMarketing, &[Channel::Email, Channel::Phone, Channel::Sms])],
                at: "2025-01-02T09:00:00.000Z".into(),
                by_contact: true,
                method: "paper form".into(),
                months: 12,
                sentence: "Allowed to Severn Finance plc, and run out since: Email (general).".into(),
                ..ReceiptRecord::default()
            },
            ReceiptRecord {
                id: "R-7K2M-Q9XD-4F.3".into(),
                party: "Malvern Road Motors Ltd".into(),
                basis: Some(Basis::LegitimateInterest),
                uses: vec![uses(Purpose::ServiceFollowup, &[Channel::Post, Channel::Social])],
                at: "2026-11-21T10:42:00.000Z".into(),
                method: "Not asked".into(),
                ..ReceiptRecord::default()
            },
        ],
        notices: vec![ReceiptNotice {
            id: "hash-of-2".into(),
            version: 2,
            language: "en".into(),
            text: NOTICE.into(),
        }],
        withdraw: "To withdraw, tell any member of staff or call 01632 960100.".into(),
        ledger_head: "9f86d081884c7d65".into(),
        printed: printed(),
    }
}

fn pages(pdf: &[u8]) -> usize {
    words(pdf).iter().map(|word| word.page).max().unwrap_or(0)
}

#[test]
fn a_receipt_reads_as_agreed_on_one_page() {
    let pdf = print_receipt(&receipt()).unwrap();
    assert_eq!(pages(&pdf), 1);
    insta::assert_snapshot!(layout(&pdf));
    let scanned = crate::scan::scan(&pdf, "150");
    assert_eq!(scanned, ["R-7K2M-Q9XD-4F"]);
}

#[test]
fn a_receipt_of_many_parties_and_the_longest_words_loses_none() {
    let mut receipt = receipt();
    receipt.excluded = true;
    for at in 1..=20 {
        let party = party(&format!("Partner number {at} of the dealership"), [["Yes"; 5], ["Yes"; 5]]);
        receipt.choices.parties.push(party);
    }
    let longest: String = (1..=250).map(|n| format!("word{n} ")).collect();
    receipt.notices.push(ReceiptNotice { version: 3, text: longest, ..ReceiptNotice::default() });
    let pdf = print_receipt(&receipt).unwrap();
    assert!(pages(&pdf) > 1);
    let text = raw(&pdf);
    for wanted in ["Partner number 1 of", "Partner number 20 of", "word1 ", "word250", "no marketing at all"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    for word in words(&pdf) {
        assert!(word.x.1 < 596.0 && word.y.1 < 842.0, "{word:?} is off the page");
    }
}

#[test]
fn the_json_ld_reads_as_agreed() {
    let text = json_ld(&receipt());
    insta::assert_snapshot!(text);
}

/// SPEC 4.2: what has to be there, in every record.
#[test]
fn the_json_ld_has_every_mandatory_field() {
    let receipt: Value = serde_json::from_str(&json_ld(&receipt())).unwrap();
    assert_eq!(receipt["@type"], "dpv:ConsentReceipt");
    assert_eq!(receipt["dct:conformsTo"], "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr");
    assert_eq!(receipt["dpv:hasIdentifier"], "R-7K2M-Q9XD-4F");
    assert_eq!(receipt["dct:created"], "2026-11-21T10:42:00.000Z");
    let described: Vec<&Value> = ["dpv:hasEntity", "dpv:hasNotice"]
        .iter()
        .flat_map(|list| receipt[*list].as_array().unwrap())
        .map(|one| &one["@id"])
        .collect();
    let records = receipt["dpv:hasRecordOfActivity"].as_array().unwrap();
    assert_eq!(records.len(), 3);
    let mut ids: Vec<&str> = records.iter().map(|one| one["dpv:hasIdentifier"].as_str().unwrap()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 3, "each record has its own number");
    for record in records {
        for field in [
            "dct:conformsTo",
            "dpv:hasIdentifier",
            "dpv:hasDataSubject",
            "dpv:hasDataController",
            "dpv:hasNotice",
            "dpv:hasLegalBasis",
            "dpv:hasJurisdiction",
            "dpv:hasConsentControl",
            "dpv:hasRight",
        ] {
            assert!(!record[field].is_null(), "{field} is missing from {record}");
        }
        for named in ["dpv:hasDataSubject", "dpv:hasDataController"] {
            assert!(described.contains(&&record[named]), "{named} is described nowhere");
        }
        for process in record["dpv:hasProcess"].as_array().unwrap() {
            for field in
                ["dpv:hasPurpose", "dpv:hasPersonalData", "dpv:hasRecipient", "dpv:hasStorageCondition"]
            {
                assert!(!process[field].is_null(), "{field} is missing from {process}");
            }
            assert!(described.contains(&&process["dpv:hasRecipient"]), "a recipient described nowhere");
        }
        let status = &record["dpv:hasConsentStatus"];
        for field in [
            "@type",
            "dpv:isIndicatedBy",
            "dpv:isIndicatedAtTime",
            "dpv:hasIndicationMethod",
            "dpv:hasDuration",
        ] {
            assert!(!status[field].is_null(), "{field} is missing from {status}");
        }
    }
    for entity in receipt["dpv:hasEntity"].as_array().unwrap().iter().skip(1) {
        for field in ["@id", "@type", "dpv:hasName", "dpv:hasIdentifier", "schema:contactPoint"] {
            assert!(!entity[field].is_null(), "{field} is missing from {entity}");
        }
    }
    assert!(!receipt.to_string().contains("Siobhán"), "the contact stands there by reference alone");
}

#[test]
fn every_state_has_its_word_of_the_standard() {
    let state = |state| {
        let mut receipt = receipt();
        receipt.records.truncate(1);
        receipt.records[0].state = state;
        let value: Value = serde_json::from_str(&json_ld(&receipt)).unwrap();
        value["dpv:hasRecordOfActivity"][0]["dpv:hasConsentStatus"]["@type"][0].as_str().unwrap().to_owned()
    };
    for (ours, theirs) in [
        (ConsentState::Given, "dpv:ConsentGiven"),
        (ConsentState::Renewed, "dpv:RenewedConsentGiven"),
        (ConsentState::Refused, "dpv:ConsentRefused"),
        (ConsentState::Withdrawn, "dpv:ConsentWithdrawn"),
        (ConsentState::Expired, "dpv:ConsentExpired"),
        (ConsentState::Unknown, "dpv:ConsentUnknown"),
    ] {
        assert_eq!(state(ours), theirs);
    }
}

fn pack() -> EvidencePrint {
    EvidencePrint {
        dealership: "Malvern Road Motors Ltd".into(),
        contact_name: "Siobhán O’Brien-Ng".into(),
        contact_reference: "C0004217".into(),
        day: "21/10/2026".into(),
        on_file: true,
        excluded: false,
        facts: vec![("Consent last given".into(), "14/12/2025, in person, Maria Keane".into())],
        choices: table(),
        answers: vec![EvidenceAnswer {
            what: "Email: service messages".into(),
            verdict: "Allowed".into(),
            reasons: vec![EvidenceReason {
                text: "Email: given on 14/12/2025".into(),
                evidence: "Maria Keane at SVC-02, in person, 14/12/2025 09:31 (statement by staff)".into(),
            }],
        }],
        notices: vec![EvidenceNotice { version: 2, text: NOTICE.into() }],
        records: vec![EvidenceRecord {
            at: "14/12/2025 09:31".into(),
            text: "Enabled: Email, SMS.".into(),
            evidence: "Maria Keane at SVC-02, in person (statement by staff)".into(),
            notes: "asked at drop-off".into(),
            notice_version: 2,
        }],
        since: vec![EvidenceSince {
            at: "23/11/2026 09:15".into(),
            text: "Data capture form printed. Form 20261123-0001, prefilled".into(),
            by: "Maria Keane, SVC-02".into(),
        }],
        printed: printed(),
        ledger_head: "9f86d081884c7d65".into(),
    }
}

#[test]
fn an_evidence_pack_reads_as_agreed() {
    let mut out = Vec::new();
    assert_eq!(print_evidence(&mut out, &pack()).unwrap(), 1);
    insta::assert_snapshot!(layout(&out));
}

#[test]
fn a_pack_of_many_records_is_whole_to_the_last_note() {
    let mut pack = pack();
    for at in 1..=120 {
        pack.records.push(EvidenceRecord {
            at: "14/12/2025 09:31".into(),
            text: format!("Record number {at}."),
            notes: format!("note{at} ").repeat(if at == 60 { 900 } else { 3 }),
            ..EvidenceRecord::default()
        });
    }
    let mut out = Vec::new();
    let count = print_evidence(&mut out, &pack).unwrap();
    assert!(count > 3);
    let text = raw(&out);
    for at in 1..=120 {
        assert!(text.contains(&format!("Record number {at}.")), "record {at}");
    }
    assert_eq!(text.matches("note60").count(), 900);
    assert_eq!(text.matches("Ledger head 9f86d081884c7d65").count(), count, "on every page");
    for word in words(&out) {
        assert!(word.y.1 < 842.0 - 40.0 || word.y.0 > 842.0 - 50.0, "{word:?} runs into the footer");
    }
}

#[test]
fn a_contact_that_was_not_there_yet_has_no_table() {
    let mut out = Vec::new();
    print_evidence(&mut out, &EvidencePrint { on_file: false, ..pack() }).unwrap();
    let text = layout(&out);
    assert!(text.contains("not on file yet on that day") && !text.contains("What was allowed"), "{text}");
}
