//! Email Link to Customer Consent Portal (D-28, D-29).

mod gate;
mod letter;
mod prepare_portal_link;
mod token;

pub use prepare_portal_link::{HandedTo, PortalLinkPrepared, PreparePortalLink};
