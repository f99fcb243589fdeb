//! What the contact list is asked for: who, and in which order.

use super::answer::ChannelAnswer;
use forecourt_domain::ids::{ContactId, ImportId};
use forecourt_domain::name;
use forecourt_store::contact::Sort;
use forecourt_store::contact::order::By;
use serde::Deserialize;
use ts_rs::TS;

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactSort {
    /// By surname.
    #[default]
    Name,
    Reference,
    /// By the last change.
    Changed,
    Postcode,
    Town,
    Phone,
    Email,
    Registration,
}

/// Where an order comes from.
pub(super) enum Order {
    /// It has an index.
    Kept(Sort),
    /// It is worked out.
    Worked(By),
}

impl ContactSort {
    pub(super) const fn order(self) -> Order {
        match self {
            Self::Name => Order::Kept(Sort::Name),
            Self::Reference => Order::Kept(Sort::Reference),
            Self::Changed => Order::Kept(Sort::Changed),
            Self::Postcode => Order::Kept(Sort::Postcode),
            Self::Town => Order::Kept(Sort::Town),
            Self::Phone => Order::Worked(By::Phone),
            Self::Email => Order::Worked(By::Email),
            Self::Registration => Order::Worked(By::Registration),
        }
    }

    /// Letters as the order has them; `None` for one that has none.
    pub(super) fn word(self, letters: &str) -> Option<String> {
        match self {
            Self::Name => Some(name::fold(letters)),
            Self::Town => Some(letters.to_ascii_lowercase()),
            Self::Reference | Self::Postcode => Some(letters.to_uppercase()),
            Self::Changed | Self::Phone | Self::Email | Self::Registration => None,
        }
    }

    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Name => "by name",
            Self::Reference => "by reference",
            Self::Changed => "by last change",
            Self::Postcode => "by postcode",
            Self::Town => "by town",
            Self::Phone => "by telephone",
            Self::Email => "by email",
            Self::Registration => "by registration",
        }
    }
}

/// Who is shown, and in which order. What is left out is not asked for; all that is asked for must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactFilter {
    #[serde(default)]
    pub sort: ContactSort,
    /// From the other end?
    #[serde(default)]
    pub descending: bool,
    /// Of these contacts only: those that are ticked. Whoever is gone is left out.
    #[serde(default)]
    #[ts(optional)]
    pub ids: Option<Vec<ContactId>>,
    /// Only whom the search finds for these words.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
    /// What the mark of the channel says.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<ChannelAnswer>,
    #[serde(default)]
    #[ts(optional)]
    pub sms: Option<ChannelAnswer>,
    #[serde(default)]
    #[ts(optional)]
    pub letter: Option<ChannelAnswer>,
    #[serde(default)]
    #[ts(optional)]
    pub telephone: Option<ChannelAnswer>,
    /// Some consent runs out soon.
    #[serde(default)]
    #[ts(optional)]
    pub expiring: Option<bool>,
    /// Nobody ever asked.
    #[serde(default)]
    #[ts(optional)]
    pub never_asked: Option<bool>,
    /// Who lives there, however it is capitalised.
    #[serde(default)]
    #[ts(optional)]
    pub town: Option<String>,
    /// Whom this import brought.
    #[serde(default)]
    #[ts(optional)]
    pub import: Option<ImportId>,
}
