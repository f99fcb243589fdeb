//! What the mail says.

use crate::dealership::DealershipSettings;
use crate::portal_link::settings::{PORTAL_COMPANY, PORTAL_CONTACT, PORTAL_POLICY};
use forecourt_dispatch::settings::Settings;
use forecourt_documents::mail_draft::MailDraft;
use forecourt_domain::time::{Moment, long_date};

/// The draft to one address.
pub(super) fn draft(
    settings: &Settings,
    to: &str,
    link: &str,
    expires: Moment,
    asked: bool,
    now: Moment,
) -> MailDraft {
    let company = settings.text(&PORTAL_COMPANY);
    let name = settings.dealership().name;
    let opening = if asked {
        "You asked us for a link to your contact preferences. Here it is:"
    } else {
        "Please tell us how you would like to hear from us. You can see and change your contact preferences here:"
    };
    let last_day = long_date(expires.civil_date(settings.zone));
    let mut body = format!(
        "Hello,\n\n{opening}\n\n{link}\n\nThe link is meant for you alone and works until {last_day}. \
         Please do not forward it.\n\nYou decide by which ways we may contact you and what about, and you can \
         withdraw at any time. If you do nothing, nothing changes.\n\nOur privacy policy: {}\n\nKind regards\n{company}\n",
        settings.text(&PORTAL_POLICY),
    );
    let contact = settings.text(&PORTAL_CONTACT);
    if !contact.trim().is_empty() {
        body.push_str(contact.trim());
        body.push('\n');
    }
    MailDraft {
        to: to.to_owned(),
        subject: format!("Your contact preferences at {name}"),
        body,
        date: now.utc().to_rfc2822(),
        attachments: Vec::new(),
    }
}
