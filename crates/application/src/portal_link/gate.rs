//! May this link be sent at all? The portal has to be set up, and a request for consent is itself
//! marketing unless the customer asked for the link (SPEC 0.7, section 3: class C or G).

use crate::consent::DecisionInput;
use crate::portal_link::settings::{PORTAL_ENABLED, PortalSettings};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::{
    Cause, Decision, MessageClass, REQUEST_IS_MARKETING, Reason, Verdict,
};
use forecourt_domain::ids::ContactId;
use forecourt_domain::portal::PortalGap;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;

/// Refuses while the portal is not set up, naming the page where that is done (D-28).
pub(super) fn check_portal(settings: &Settings) -> Result<(), Refusal> {
    let words = if settings.flag(&PORTAL_ENABLED) {
        let missing: Vec<&str> = settings.portal_missing().into_iter().map(PortalGap::label).collect();
        if missing.is_empty() {
            return Ok(());
        }
        format!("not there yet: {}", missing.join(", "))
    } else {
        "it is switched off".to_owned()
    };
    Err(Refusal::new(
        Code::Invalid,
        format!(
            "The Customer Consent Portal is not set up: {words}. See Settings > System > GDPR > Consent Portal."
        ),
    ))
}

/// What the one decision says about this mail, at the address that it goes to.
pub(super) fn decide(
    tx: &Tx<'_>,
    settings: &Settings,
    contact: ContactId,
    address: &str,
    customer_asked: bool,
    now: Moment,
) -> Result<Decision, Refusal> {
    let input = DecisionInput::by_mail(tx, contact, address, settings, now)?;
    let input = input.ok_or_else(|| Refusal::not_found("contact"))?;
    // The dead ask for nothing (L-03).
    let asked = customer_asked && input.circumstance.died.is_none();
    let class = if asked { MessageClass::Reply } else { MessageClass::ConsentRequest };
    Ok(input.decide(&input.question(Channel::Email, class)))
}

/// Does the decision stop the mail?
pub(super) fn blocks(decision: &Decision) -> bool {
    decision.verdict == Verdict::Block
}

/// The refusal behind a decision that blocks: what speaks for the mail is no reason against it.
pub(super) fn refused(decision: &Decision) -> Refusal {
    let against = decision.reasons.iter().filter(|reason| reason.verdict != Verdict::Allow);
    let reasons = against.map(ToString::to_string).collect::<Vec<_>>().join("; ");
    if decision.reasons.iter().any(|reason| matches!(reason.cause, Cause::Died { .. })) {
        return Refusal::new(Code::Invalid, format!("No link is sent: {reasons}.")).with("email", reasons);
    }
    let message = format!(
        "This email may not be sent: {reasons}. A request for consent is marketing. Tick that the customer asked \
         for the link only if they did, or print the form."
    );
    Refusal::new(Code::Invalid, message).with("email", reasons)
}

/// Why a request for consent is not sent: what blocks it, and the rule that makes it so (SPEC 0.7).
pub(super) fn reasons(decision: &Decision) -> Vec<String> {
    let blocking: Vec<&Reason> =
        decision.reasons.iter().filter(|reason| reason.verdict == Verdict::Block).collect();
    // Where there is only no address, it is not the law that is in the way; and where nobody was ever
    // asked, the reason says the rule itself.
    let ruled = blocking.iter().any(|reason| !matches!(reason.cause, Cause::NoAddress(_)));
    let says_it = |cause| matches!(cause, Cause::Unset { class: MessageClass::ConsentRequest, .. });
    let told = blocking.iter().any(|reason| says_it(reason.cause));
    let mut words: Vec<String> = blocking.iter().map(ToString::to_string).collect();
    if ruled && !told {
        words.push(REQUEST_IS_MARKETING.to_owned());
    }
    words
}
