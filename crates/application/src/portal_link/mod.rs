//! Email Link to Customer Consent Portal (D-28, D-29).

mod check_portal_link;
mod gate;
mod ledger_line;
mod letter;
mod prepare;
mod prepare_portal_link;
mod prepare_portal_links;
pub mod settings;
mod token;

pub use check_portal_link::{CheckPortalLink, PortalLinkChecked};
pub use prepare::HandedTo;
pub use prepare_portal_link::{PortalLinkPrepared, PreparePortalLink};
pub use prepare_portal_links::{
    MOST_LINKS, PortalLinkRefused, PortalLinkSent, PortalLinksPrepared, PreparePortalLinks,
};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "portal_link",
    &[entry::<CheckPortalLink>, entry::<PreparePortalLink>, entry::<PreparePortalLinks>],
)
.with_settings(settings::ALL)
.with_lines(lines::<ledger_line::LedgerLine>());
