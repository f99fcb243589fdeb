//! What a prefilled form shows of a contact. Boxes stay empty: what the contact receives now is
//! told in words (D-25).

use crate::consent::DecisionInput;
use crate::consent::settings::{ConsentSettings, THIRD_PARTIES};
use crate::dealership::DealershipSettings;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_documents::capture_form::{FormDealership, FormWording, HeldDetails};
use forecourt_domain::consent::decide::{MessageClass, Question, Verdict};
use forecourt_domain::consent::parties::third_parties;
use forecourt_domain::consent::{Cell, Channel, Party, State};
use forecourt_domain::contact::{Address, PhoneEntry, PhoneKind};
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::contact::Contact;
use forecourt_store::{Tx, contact, notice};
use std::collections::HashMap;

/// What all forms of a print share.
pub(super) struct Batch {
    pub wording: FormWording,
    /// The hash of the words on the forms.
    pub notice: String,
    brands: Vec<String>,
    settings: Settings,
    now: Moment,
}

impl Batch {
    /// Reads the dealership and the current wording.
    pub fn load(tx: &Tx<'_>, settings: &Settings, now: Moment) -> Result<Self, Refusal> {
        let details = settings.dealership();
        let mut address: Vec<String> = details.address.lines().map(str::to_owned).collect();
        address.push(details.postcode);
        let mut wording = FormWording::english(FormDealership {
            name: details.name,
            address,
            phone: details.phone,
            email: details.email,
            website: details.website,
        });
        let notice = notice::current(tx)?;
        if let Some(notice) = &notice {
            wording.statement.clone_from(&notice.text);
            wording.notice_version = notice.version.to_string();
        }
        wording.third_parties = settings.list(&THIRD_PARTIES);
        wording.brands = settings.brands();
        wording.privacy_policy = details.privacy_policy_url;
        Ok(Self {
            brands: settings.brands(),
            notice: notice.map(|notice| notice.hash).unwrap_or_default(),
            wording,
            settings: settings.clone(),
            now,
        })
    }

    /// What is held about these contacts; whoever is gone is not among them.
    pub fn held(&self, tx: &Tx<'_>, ids: &[ContactId]) -> Result<HashMap<ContactId, HeldDetails>, Refusal> {
        let wholes = contact::wholes(tx, ids)?;
        let inputs = DecisionInput::of_wholes(tx, &wholes, &self.settings, self.now)?;
        let held = wholes.into_iter().zip(inputs);
        Ok(held.map(|(whole, input)| (whole.contact.id, self.details(whole.contact, &input))).collect())
    }

    fn details(&self, contact: Contact, input: &DecisionInput) -> HeldDetails {
        let details = contact.details;
        let name = [&details.title, &details.first_name, &details.last_name];
        HeldDetails {
            reference: contact.reference,
            name: name.into_iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" "),
            company: details.company.clone(),
            addresses: details.addresses.iter().map(lines).collect(),
            phones: details.phones.iter().map(number).collect(),
            emails: details.emails.iter().map(|email| email.address.clone()).collect(),
            date_of_birth: details.date_of_birth.map(uk_date).unwrap_or_default(),
            vehicles: details
                .vehicles
                .iter()
                .map(|vehicle| {
                    let words = [&vehicle.registration, &vehicle.make, &vehicle.model];
                    words.into_iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" ")
                })
                .collect(),
            others: Vec::new(),
            receives: self.receives(input),
        }
    }

    /// `Email`, `SMS (service)`, `From third parties: Email`.
    fn receives(&self, input: &DecisionInput) -> Vec<String> {
        let standing = &input.standing;
        let allowed = |party: &Party, channel, class| {
            let question = Question { party: party.clone(), ..input.question(channel, class) };
            input.decide(&question).verdict != Verdict::Block
        };
        let ways = |party: &Party| -> Vec<String> {
            let words = Channel::ALL.into_iter().filter_map(|channel| {
                let service = allowed(party, channel, MessageClass::ServiceFollowup);
                let general = allowed(party, channel, MessageClass::GeneralMarketing);
                let label = channel.label();
                match (service, general) {
                    (true, true) => Some(label.to_owned()),
                    (true, false) => Some(format!("{label} (service)")),
                    (false, true) => Some(format!("{label} (general)")),
                    (false, false) => None,
                }
            });
            words.collect()
        };
        let mut receives = ways(&Party::Us);
        for party in third_parties(&self.wording.third_parties, standing) {
            let who = match &party {
                Party::ThirdParty(Some(name)) => name.clone(),
                _ => "third parties".to_owned(),
            };
            receives.extend(ways(&party).iter().map(|way| format!("from {who}: {way}")));
        }
        for brand in &self.brands {
            let party = Party::Manufacturer(brand.clone());
            let passed = Cell::of(&party)
                .all(|cell| standing.effective(&cell, input.rules.periods, input.today) == State::Granted);
            if passed && !standing.excluded {
                receives.push(format!("details passed to {brand}"));
            }
        }
        receives
    }
}

fn lines(address: &Address) -> Vec<String> {
    let town = [&address.town, &address.county].into_iter().filter(|word| !word.is_empty());
    let town = town.cloned().collect::<Vec<_>>().join(", ");
    [&address.line1, &address.line2, &address.line3, &town, &address.postcode, &address.country]
        .into_iter()
        .filter(|line| !line.is_empty())
        .cloned()
        .collect()
}

fn number(entry: &PhoneEntry) -> (String, String) {
    let kind = match entry.kind {
        PhoneKind::Mobile => "Mobile",
        PhoneKind::Home => "Home",
        PhoneKind::Work => "Work",
        PhoneKind::Other => "Other",
    };
    let mut number = if entry.e164.is_empty() { entry.typed.clone() } else { phone::display(&entry.e164) };
    if !entry.extension.is_empty() {
        number.push_str(&format!(" ext. {}", entry.extension));
    }
    (kind.to_owned(), number)
}
