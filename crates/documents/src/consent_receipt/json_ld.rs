//! The receipt as JSON-LD after ISO/IEC TS 27560:2023, in the terms of the Data Privacy Vocabulary
//! (SPEC 4.2). Parties and notices are described once and named by the records; the contact is
//! named by account reference alone, as the standard recommends.

use forecourt_domain::consent::{Basis, Channel, Purpose};
use serde_json::{Map, Value, json};

use super::{ConsentReceipt, ConsentState, PartyKind, ReceiptRecord, Use};

const RECEIPT_PROFILE: &str = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr";
const RECORD_PROFILE: &str = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
const CONTACT: &str = "#contact";
const DEALERSHIP: &str = "#dealership";
const WAYS: &str = "#dealership-contact";

/// The receipt as text, to be saved as `.jsonld`.
#[must_use]
pub fn json_ld(receipt: &ConsentReceipt) -> String {
    let records: Vec<Value> = receipt.records.iter().map(|one| record(receipt, one)).collect();
    let document = json!({
        "@context": context(),
        "@id": format!("#{}", receipt.number),
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": RECEIPT_PROFILE,
        "dpv:hasIdentifier": receipt.number,
        "dct:identifier": receipt.number,
        "dct:created": receipt.created,
        "dct:publisher": DEALERSHIP,
        "dct:audience": CONTACT,
        "dpv:hasEntity": entities(receipt),
        "dpv:hasNotice": notices(receipt),
        "dpv:hasRecordOfActivity": records,
        // What the records cannot say each on its own: nothing is sent at all.
        "dct:description": if receipt.excluded { "Excluded from all marketing" } else { "Marketing consent" },
        "dct:provenance": format!("Ledger head {}", receipt.ledger_head),
    });
    format!("{document:#}\n")
}

/// The prefixes, and which values are names of things rather than text.
fn context() -> Value {
    const NAMES: [&str; 18] = [
        "dct:audience",
        "dct:conformsTo",
        "dct:publisher",
        "dpv:hasApplicableLaw",
        "dpv:hasAuthority",
        "dpv:hasDataController",
        "dpv:hasDataSubject",
        "dpv:hasJurisdiction",
        "dpv:hasLegalBasis",
        "dpv:hasLocation",
        "dpv:hasPersonalData",
        "dpv:hasPurpose",
        "dpv:hasRecipient",
        "dpv:hasThirdParty",
        "dpv:isIndicatedBy",
        "schema:url",
        "skos:broader",
        "dpv:hasProcessing",
    ];
    let mut context: Map<String, Value> = [
        ("dpv", "https://w3id.org/dpv#"),
        ("pd", "https://w3id.org/dpv/pd#"),
        ("loc", "https://w3id.org/dpv/loc#"),
        ("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
        ("legal-gb", "https://w3id.org/dpv/legal/gb#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("schema", "https://schema.org/"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]
    .into_iter()
    .map(|(prefix, name)| (prefix.to_owned(), json!(name)))
    .collect();
    for name in NAMES {
        context.insert(name.to_owned(), json!({ "@type": "@id" }));
    }
    for time in ["dct:created", "dpv:isIndicatedAtTime"] {
        context.insert(time.to_owned(), json!({ "@type": "xsd:dateTime" }));
    }
    Value::Object(context)
}

/// The parties: the contact by reference, the dealership whole, the others by name. What the
/// dealership knows of the others is their name, so they are reached through it.
fn entities(receipt: &ConsentReceipt) -> Vec<Value> {
    let dealership = &receipt.dealership;
    let mut contact = json!({ "@id": WAYS, "@type": "schema:ContactPoint" });
    let ways = [("schema:telephone", &dealership.phone), ("schema:email", &dealership.email)];
    for (name, value) in ways.into_iter().filter(|(_, value)| !value.is_empty()) {
        put(&mut contact, name, json!(value));
    }
    let mut own = json!({
        "@id": DEALERSHIP,
        "@type": ["dpv:Organisation", "dpv:DataController"],
        "dpv:hasIdentifier": DEALERSHIP,
        "dpv:hasName": dealership.name,
        "schema:address": {
            "@type": "schema:PostalAddress",
            "schema:streetAddress": dealership.address.join(", "),
        },
        "schema:contactPoint": contact,
    });
    if !dealership.privacy_policy_url.is_empty() {
        put(&mut own, "schema:url", json!(dealership.privacy_policy_url));
    }
    let mut entities = vec![
        json!({
            "@id": CONTACT,
            "@type": "dpv:DataSubject",
            "skos:broader": "dpv:Customer",
            "dpv:hasIdentifier": receipt.contact_reference,
        }),
        own,
    ];
    entities.extend(others(receipt).into_iter().enumerate().map(|(at, other)| {
        json!({
            "@id": party_id(at),
            "@type": ["dpv:Organisation", "dpv:ThirdParty"],
            "dpv:hasIdentifier": party_id(at),
            "dpv:hasName": other.party,
            "dct:description": match other.kind {
                PartyKind::Manufacturer => "Manufacturer",
                PartyKind::ThirdParty | PartyKind::Dealership => "Third party",
            },
            "schema:contactPoint": { "@id": WAYS },
        })
    }));
    entities
}

/// The parties beside the dealership, each once, in the order of the records.
fn others(receipt: &ConsentReceipt) -> Vec<&ReceiptRecord> {
    let mut others: Vec<&ReceiptRecord> = Vec::new();
    for record in receipt.records.iter().filter(|record| record.kind != PartyKind::Dealership) {
        if !others.iter().any(|other| other.party == record.party) {
            others.push(record);
        }
    }
    others
}

fn party_id(at: usize) -> String {
    format!("#party-{}", at + 1)
}

fn notices(receipt: &ConsentReceipt) -> Vec<Value> {
    let notice = |notice: &super::ReceiptNotice| {
        json!({
            "@id": format!("#notice-{}", notice.version),
            "@type": "dpv:ConsentNotice",
            "dct:identifier": notice.id,
            "dct:hasVersion": notice.version.to_string(),
            "dct:language": notice.language,
            "dct:description": notice.text,
        })
    };
    receipt.notices.iter().map(notice).collect()
}

fn record(receipt: &ConsentReceipt, record: &ReceiptRecord) -> Value {
    let recipient = if record.kind == PartyKind::Dealership {
        DEALERSHIP.to_owned()
    } else {
        let at = others(receipt).iter().position(|other| other.party == record.party);
        at.map(party_id).unwrap_or_default()
    };
    let shown = receipt.notices.iter().find(|notice| notice.id == record.notice);
    let notice = match shown {
        Some(notice) => json!({ "@id": format!("#notice-{}", notice.version) }),
        None => json!({ "@type": "dpv:ConsentNotice", "dct:description": "None was shown" }),
    };
    let mut value = json!({
        "@id": format!("#{}", record.id),
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": RECORD_PROFILE,
        "dpv:hasIdentifier": record.id,
        "dct:identifier": record.id,
        "dpv:hasDataSubject": CONTACT,
        "dpv:hasDataController": DEALERSHIP,
        "dpv:hasNotice": notice,
        "dpv:hasLegalBasis": ground(record.basis),
        "dpv:hasJurisdiction": "loc:GB",
        "dpv:hasApplicableLaw": "legal-gb:law-GDPR",
        "dpv:hasAuthority": "legal-gb:DPA-GB",
        "dpv:hasProcess": record.uses.iter().map(|one| process(one, &recipient)).collect::<Vec<_>>(),
        "dpv:hasConsentControl": {
            "@type": "dpv:WithdrawConsent",
            "dpv:isExercisedAt": receipt.withdraw,
        },
        "dpv:hasRight": rights(&receipt.withdraw),
        "dpv:hasConsentStatus": status(record),
    });
    if record.kind != PartyKind::Dealership {
        put(&mut value, "dpv:hasThirdParty", json!(recipient));
    }
    value
}

fn process(one: &Use, recipient: &str) -> Value {
    let mut data: Vec<&str> = vec!["pd:Name"];
    for channel in &one.channels {
        let term = match channel {
            Channel::Email => "pd:EmailAddress",
            Channel::Sms | Channel::Phone => "pd:TelephoneNumber",
            Channel::Post => "pd:PhysicalAddress",
            Channel::Social => "pd:SocialNetwork",
        };
        if !data.contains(&term) {
            data.push(term);
        }
    }
    let means: Vec<&str> = one.channels.iter().map(|channel| channel.label()).collect();
    json!({
        "@type": "dpv:Process",
        "dct:title": format!("{}: {}", one.purpose.label(), means.join(", ")),
        "dpv:hasPurpose": match one.purpose {
            // A reminder about one's own car is marketing by law too; this says what it is about.
            Purpose::ServiceFollowup => json!(["dpv:CommunicationForCustomerCare", "dpv:DirectMarketing"]),
            Purpose::GeneralMarketing => json!(["dpv:DirectMarketing"]),
        },
        "dpv:hasPersonalData": data,
        "dpv:hasProcessing": "dpv:Use",
        "dpv:hasRecipient": recipient,
        "dpv:hasStorageCondition": [
            { "@type": "dpv:StorageLocation", "dpv:hasLocation": ["loc:GB", "dpv:LocalLocation"] },
            {
                "@type": "dpv:StorageDuration",
                "dpv:hasDuration": {
                    "@type": "dpv:UntilEventDuration",
                    "rdf:value": "Until the contact record is erased",
                },
            },
        ],
    })
}

/// The letter of Article 6(1). What was carried over rests on no recorded act.
const fn ground(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::SoftOptIn | Basis::LegitimateInterest | Basis::Migrated) => "eu-gdpr:A6-1-f",
        Some(Basis::Contract) => "eu-gdpr:A6-1-b",
        Some(Basis::Consent) | None => "eu-gdpr:A6-1-a",
    }
}

fn status(record: &ReceiptRecord) -> Value {
    let state = match record.state {
        ConsentState::Given => "dpv:ConsentGiven",
        ConsentState::Renewed => "dpv:RenewedConsentGiven",
        ConsentState::Refused => "dpv:ConsentRefused",
        ConsentState::Withdrawn => "dpv:ConsentWithdrawn",
        ConsentState::Expired => "dpv:ConsentExpired",
        ConsentState::Unknown => "dpv:ConsentUnknown",
    };
    let kind = (record.state != ConsentState::Unknown).then_some("dpv:ExpressedConsent");
    let kinds: Vec<&str> = [Some(state), kind].into_iter().flatten().collect();
    let duration = match record.months {
        0 => json!({ "@type": "dpv:UntilEventDuration", "rdf:value": "Until it is withdrawn" }),
        months => json!({ "@type": "dpv:TemporalDuration", "rdf:value": format!("P{months}M") }),
    };
    json!({
        "@type": kinds,
        "dpv:isIndicatedBy": if record.by_contact { CONTACT } else { DEALERSHIP },
        "dpv:isIndicatedAtTime": record.at,
        "dpv:hasIndicationMethod": record.method,
        "dpv:hasDuration": duration,
    })
}

/// The rights that go with it, all used in the same way.
fn rights(how: &str) -> Vec<Value> {
    const RIGHTS: [(&str, &str); 6] = [
        ("eu-gdpr:A7-3", "Right to Withdraw Consent"),
        ("eu-gdpr:A15", "Right of Access"),
        ("eu-gdpr:A16", "Right to Rectification"),
        ("eu-gdpr:A17", "Right to Erasure"),
        ("eu-gdpr:A20", "Right to Data Portability"),
        ("eu-gdpr:A21", "Right to Object"),
    ];
    RIGHTS
        .iter()
        .map(|(term, title)| {
            json!({
                "@type": ["dpv:DataSubjectRight", term],
                "dct:title": title,
                "dpv:isExercisedAt": how,
            })
        })
        .collect()
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}
