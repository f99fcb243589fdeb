//! The settings of marketing consent (SPEC 1.4), and what they mean to the rules.

use forecourt_dispatch::Refusal;
use forecourt_dispatch::setting::{Declared, Kind, Setting, Unit, Zero};
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::Rules;
use forecourt_domain::consent::edit::EditRules;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::rights::Right;
use forecourt_store::{Tx, notice};

const PAGE: &str = "Settings > GDPR";

const fn flag(key: &'static str, default: bool, label: &'static str) -> Setting<bool> {
    Setting::new(key, Right::ChangeGdprOption, Kind::Flag { default }).at(PAGE, label)
}

const fn number(key: &'static str, kind: Kind, label: &'static str) -> Setting<i64> {
    Setting::new(key, Right::ChangeGdprOption, kind).at(PAGE, label)
}

const fn list(key: &'static str, kind: Kind, label: &'static str) -> Setting<Vec<String>> {
    Setting::new(key, Right::ChangeGdprOption, kind).at(PAGE, label)
}

/// D-01.
pub const REQUIRE_CONSENT: Setting<bool> =
    flag("gdpr.require_consent", true, "Require Consent for Marketing");
/// D-12.
pub const RECONSENT_MONTHS: Setting<i64> =
    number("gdpr.reconsent_months", months(12), "GDPR Re-consent (months)");
/// N-15.
pub const REVIEW_MONTHS: Setting<i64> = number("gdpr.review_months", months(6), "Preference review (months)");
/// Days before its end for which a permission is *about to expire*.
pub const EXPIRING_DAYS: Setting<i64> = number(
    "gdpr.expiring_days",
    Kind::Number { default: 30, least: 0, most: 180, unit: Unit::Days, zero: Zero::Number },
    "About to expire (days before)",
);
/// N-14: the modules that force a review.
pub const REVIEW_MODULES: Setting<Vec<String>> = list(
    "gdpr.review_modules",
    Kind::Words {
        default: &["service", "sales_enquiries", "parts"],
        known: || MODULES.map(|(module, _)| module).to_vec(),
        // Nothing chosen: no module forces a review.
        may_be_none: true,
    },
    "Modules that ask for a review",
)
.called(|word| label_in(&MODULES, word));
/// Which product's rules apply (SPEC 2.6); set by applying a profile.
pub const PROFILE: Setting<String> =
    Setting::new("gdpr.profile", Right::ChangeGdprOption, Kind::Own { default: || "forecourt".into() })
        .at(PAGE, "Consent profile")
        .called(|word| label_in(&PROFILES, word));
/// The channels that the panel shows; the others keep what is recorded.
pub const CHANNELS_SHOWN: Setting<Vec<String>> = list(
    "gdpr.channels_shown",
    Kind::Words {
        default: &["email", "sms", "post", "phone", "social"],
        known: || Channel::ALL.into_iter().map(|channel| channel.word()).collect(),
        may_be_none: false,
    },
    "Channels shown",
)
.called(|word| Channel::from_word(word).map(Channel::label));
/// Does the panel show third parties?
pub const THIRD_PARTIES_SHOWN: Setting<bool> =
    flag("gdpr.third_parties_shown", true, "Show third parties (T.P.)");
/// Does the panel show service and general messages apart?
pub const PURPOSES_SHOWN: Setting<bool> =
    flag("gdpr.purposes_shown", true, "Show service and general messages apart");
/// N-04: are answers recorded with the two ticks of the compact view? Else in the matrix.
pub const COMPACT_FORM: Setting<bool> =
    flag("gdpr.compact_form", false, "Record answers with channel ticks and kind ticks");
/// G6: what the contact took back personally, staff cannot give.
pub const CONTACT_LOCK: Setting<bool> =
    flag("gdpr.contact_lock", true, "What the customer withdrew stays withdrawn");
/// D-07: a note is required when permission is taken away.
pub const NOTES_REQUIRED: Setting<bool> =
    flag("gdpr.notes_required", true, "A note is required when permission is taken away");
/// N-10, Navigator-exact: *No Marketing* stops mailshots only.
pub const NO_MARKETING_MAILSHOTS_ONLY: Setting<bool> =
    flag("gdpr.no_marketing_mailshots_only", false, "“No Marketing” stops mailshots only");
/// Whether consent that ran out blocks marketing.
pub const EXPIRED_BLOCKS: Setting<bool> =
    flag("gdpr.expired_blocks", true, "Expired consent blocks marketing");
/// D-09.
pub const FRANCHISE: Setting<bool> = flag("gdpr.franchise", false, "Franchised dealer");
/// D-09: the brands of a franchised dealer.
pub const BRANDS: Setting<Vec<String>> = list("gdpr.brands", Kind::Names, "Brands");
/// N-02: third parties by name.
pub const THIRD_PARTIES: Setting<Vec<String>> =
    list("gdpr.third_parties", Kind::Names, "Third parties (named)");
/// The words shown to customers, in front of the boxes. Each wording is kept as a version.
pub const NOTICE_TEXT: Setting<String> = Setting::new(
    "notice.text",
    Right::ChangeGdprOption,
    Kind::Text { default: DEFAULT_NOTICE, least: 20, most: 2000 },
)
.at(PAGE, "Wording shown when consent is asked")
.with(|writing, words| {
    let words = words.as_str().unwrap_or_default();
    notice::keep(writing.tx, "en", words, &writing.now.to_text())?;
    Ok(())
});

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[
    &REQUIRE_CONSENT.declared,
    &RECONSENT_MONTHS.declared,
    &REVIEW_MONTHS.declared,
    &EXPIRING_DAYS.declared,
    &REVIEW_MODULES.declared,
    &PROFILE.declared,
    &CHANNELS_SHOWN.declared,
    &THIRD_PARTIES_SHOWN.declared,
    &PURPOSES_SHOWN.declared,
    &COMPACT_FORM.declared,
    &CONTACT_LOCK.declared,
    &NOTES_REQUIRED.declared,
    &NO_MARKETING_MAILSHOTS_ONLY.declared,
    &EXPIRED_BLOCKS.declared,
    &FRANCHISE.declared,
    &BRANDS.declared,
    &THIRD_PARTIES.declared,
    &NOTICE_TEXT.declared,
];

/// Whole months up to ten years; 0 is *never*, and says why.
const fn months(default: i64) -> Kind {
    Kind::Number { default, least: 1, most: 120, unit: Unit::Months, zero: Zero::NeverWithReason }
}

/// The profiles of [`PROFILE`], with what they are called.
pub const PROFILES: [(&str, &str); 4] = [
    ("dragon", "Dragon-like"),
    ("navigator", "Navigator-like"),
    ("vtiger", "Vtiger-like"),
    ("forecourt", "Forecourt"),
];

/// What a word of such a list is called.
pub fn label_in(list: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == word).map(|(_, label)| *label)
}

/// The modules that may force a review (N-14), and what staff call them.
pub const MODULES: [(&str, &str); 5] = [
    ("service", "Service"),
    ("sales_enquiries", "Sales Enquiries"),
    ("parts", "Parts"),
    ("vehicle_sales", "Vehicle Sales"),
    ("crm", "CRM"),
];

/// The wording a new dealership starts with.
pub const DEFAULT_NOTICE: &str = "We would like to keep in touch about your vehicle and about offers that may interest you. \
Please tell us how we may contact you and what about. We will only use the ways you say Yes to. You can withdraw at any time: \
tell any member of staff, reply to a message, or write to us.";

/// What the settings say about consent.
pub trait ConsentSettings {
    /// How long consent and reviews last.
    fn periods(&self) -> Periods;
    /// What [`forecourt_domain::consent::decide::may_contact`] goes by.
    fn rules(&self) -> Rules;
    /// What editing a contact's consent goes by.
    fn edit_rules(&self) -> EditRules;
    /// The channels on the panel, in its order.
    fn channels(&self) -> Vec<Channel>;
    /// The third parties named in Settings (N-02).
    fn third_parties(&self) -> Vec<String>;
    /// The brands whose manufacturers may be told, none for an independent dealer (D-09).
    fn brands(&self) -> Vec<String>;
}

impl ConsentSettings for Settings {
    fn periods(&self) -> Periods {
        let count = |of| u32::try_from(self.number(of)).unwrap_or(0);
        Periods {
            reconsent_months: count(&RECONSENT_MONTHS),
            review_months: count(&REVIEW_MONTHS),
            expired_blocks: self.flag(&EXPIRED_BLOCKS),
            expiring_days: count(&EXPIRING_DAYS),
        }
    }

    fn rules(&self) -> Rules {
        Rules {
            periods: self.periods(),
            no_marketing_stops_mailshots_only: self.flag(&NO_MARKETING_MAILSHOTS_ONLY),
            ..Rules::default()
        }
    }

    fn edit_rules(&self) -> EditRules {
        EditRules { contact_lock: self.flag(&CONTACT_LOCK), notes_required: self.flag(&NOTES_REQUIRED) }
    }

    fn channels(&self) -> Vec<Channel> {
        let shown = self.list(&CHANNELS_SHOWN);
        Channel::ALL.into_iter().filter(|channel| shown.iter().any(|word| word == channel.word())).collect()
    }

    fn third_parties(&self) -> Vec<String> {
        self.list(&THIRD_PARTIES)
    }

    fn brands(&self) -> Vec<String> {
        if self.flag(&FRANCHISE) { self.list(&BRANDS) } else { Vec::new() }
    }
}

/// The hash of the wording that customers are shown now.
pub fn notice_hash(tx: &Tx<'_>) -> Result<String, Refusal> {
    Ok(notice::current(tx)?.map(|notice| notice.hash).unwrap_or_default())
}
