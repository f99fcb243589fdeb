//! What the screens go by beside commands and settings: limits they say beforehand, and closed lists
//! with the words for people. Each stands where it is decided; here it is only handed on.

use crate::capture_form::MOST_BLANK;
use crate::consent::settings::MODULES;
use crate::portal_link::MOST_LINKS;
use crate::profile::Profile;
use crate::vehicle::VEHICLE_FUELS;
use forecourt_dispatch::Code;
use forecourt_dispatch::constant::Constant;
use forecourt_domain::consent::edit::NOTES_MAX;
use forecourt_domain::consent::{Basis, Channel, Method, Purpose};
use forecourt_domain::part::LONGEST_REASON;
use forecourt_domain::password::LEAST;
use forecourt_domain::rights::Right;
use forecourt_domain::vat::VatRate;
use forecourt_domain::vehicle::Recall;
use forecourt_store::keys::RECOVERY_KEY_CHARS;

/// Every one, for the bindings.
#[must_use]
pub fn constants() -> Vec<Constant> {
    vec![
        Constant::limit("NOTES_MAX", NOTES_MAX, "The longest note there may be, in Unicode scalars."),
        Constant::limit("SHORTEST_PASSWORD", LEAST, "The fewest characters of a password."),
        Constant::limit("RECOVERY_KEY_LENGTH", RECOVERY_KEY_CHARS, "The characters of a recovery key."),
        Constant::limit("MOST_BLANK_FORMS", MOST_BLANK as usize, "The most blank forms of one print."),
        Constant::limit("MOST_PORTAL_LINKS", MOST_LINKS, "The most contacts that get a portal link at once."),
        Constant::limit(
            "LONGEST_STOCK_REASON",
            LONGEST_REASON,
            "The characters of why a stock is corrected.",
        ),
        Constant::union::<Code>("CODES", "What kinds of refusal there are."),
        Constant::words::<Method>(
            "STAFF_METHODS",
            Method::BY_STAFF.map(Method::word),
            "How an answer may have reached the dealership that staff record by hand.",
        ),
        Constant::labels::<Right>(
            "RIGHTS",
            Right::ALL.map(|right| (right.word(), right.label())),
            "The access rights in the order of their page, as the trade words them.",
        ),
        Constant::labels::<Channel>(
            "CHANNELS",
            Channel::ALL.map(|channel| (channel.word(), channel.label())),
            "The channels in the order of the panel.",
        ),
        Constant::labels::<Purpose>(
            "PURPOSES",
            Purpose::ALL.map(|purpose| (purpose.word(), purpose.label())),
            "What a message is for.",
        ),
        Constant::labels::<Basis>(
            "BASES",
            Basis::ALL.map(|basis| (basis.word(), basis.label())),
            "On what ground a permission rests.",
        ),
        Constant::labels::<VatRate>(
            "VAT_RATES",
            VatRate::ALL.map(|rate| (rate.word(), rate.label())),
            "How a line may be taxed.",
        ),
        Constant::labels::<Profile>(
            "PROFILES",
            Profile::ALL.map(|profile| (profile.word(), profile.label())),
            "Whose product’s rules apply.",
        ),
        Constant::labels::<String>("MODULES", MODULES, "The modules that may force a review."),
        Constant::words::<String>(
            "VEHICLE_FUELS",
            VEHICLE_FUELS.iter().copied(),
            "The fuels that are offered; any other may be typed.",
        ),
        Constant::labels::<Recall>(
            "RECALLS",
            Recall::ALL.iter().map(|recall| (recall.word(), recall.label())),
            "What may be said of recalls.",
        ),
    ]
}
