//! Email Link to Customer Consent Portal (D-28, D-29).

mod gate;
mod letter;
mod prepare;
mod prepare_portal_link;
mod prepare_portal_links;
mod token;

pub use prepare::HandedTo;
pub use prepare_portal_link::{PortalLinkPrepared, PreparePortalLink};
pub use prepare_portal_links::{PortalLinkRefused, PortalLinkSent, PortalLinksPrepared, PreparePortalLinks};
