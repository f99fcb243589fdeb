//! What has to be filled in before the Customer Consent Portal can be used (D-28): a customer must be
//! told who asks, how to reach them, and what becomes of the answer.

use serde::Serialize;
use ts_rs::TS;

/// Something that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PortalGap {
    /// Where the portal is.
    Address,
    /// The company's name and address.
    Company,
    /// How to contact the company.
    Contact,
    /// Where its privacy policy is.
    PrivacyPolicy,
}

impl PortalGap {
    /// What is missing, behind *fill in first* and *is not set up*.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Address => "the portal's address",
            Self::Company => "the company's name and address",
            Self::Contact => "how to contact the company",
            Self::PrivacyPolicy => "the privacy policy's address",
        }
    }
}

/// What Settings say about the portal.
#[derive(Debug, Clone, Copy)]
pub struct PortalDetails<'a> {
    /// The portal's own address.
    pub address: &'a str,
    /// The company as customers read it.
    pub company: &'a str,
    /// How to reach it.
    pub contact: &'a str,
    /// The privacy policy's address.
    pub privacy_policy: &'a str,
}

impl PortalDetails<'_> {
    /// What is still missing, in the order of the page. None: it can be turned on.
    #[must_use]
    pub fn missing(&self) -> Vec<PortalGap> {
        let needed = [
            (is_https(self.address.trim()), PortalGap::Address),
            (!self.company.trim().is_empty(), PortalGap::Company),
            (!self.contact.trim().is_empty(), PortalGap::Contact),
            (is_https(self.privacy_policy.trim()), PortalGap::PrivacyPolicy),
        ];
        needed.into_iter().filter(|(there, _)| !there).map(|(_, gap)| gap).collect()
    }
}

/// An https address without spaces and with a host.
#[must_use]
pub fn is_https(text: &str) -> bool {
    text.len() <= 500
        && text.strip_prefix("https://").is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            host.contains('.')
                && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d28_all_four_have_to_be_there_and_both_addresses_safe() {
        let full = PortalDetails {
            address: "https://consent.example.com/",
            company: "Hadley Motors",
            contact: "01632 960100",
            privacy_policy: "https://example.com/privacy",
        };
        assert!(full.missing().is_empty());
        let gaps = [
            (PortalDetails { address: "http://consent.example.com/", ..full }, PortalGap::Address),
            (PortalDetails { company: " ", ..full }, PortalGap::Company),
            (PortalDetails { contact: "", ..full }, PortalGap::Contact),
            (PortalDetails { privacy_policy: "https://nodot", ..full }, PortalGap::PrivacyPolicy),
        ];
        for (details, gap) in gaps {
            assert_eq!(details.missing(), [gap]);
        }
        let none = PortalDetails { address: "", company: "", contact: "", privacy_policy: "" };
        assert_eq!(none.missing().len(), 4);
    }

    #[test]
    fn only_https_addresses_are_taken() {
        assert!(is_https("https://consent.example.com/x?y=1"));
        for bad in ["http://a.example", "https://", "https://nodot", "https://a.example/a b", "javascript:x"]
        {
            assert!(!is_https(bad), "{bad}");
        }
    }
}
