//! May this link be sent at all? The portal has to be set up, and a request for consent is itself
//! marketing unless the customer asked for the link (SPEC 0.7, section 3: class C or G).

use crate::consent::DecisionInput;
use crate::settings::{self, Settings, is_https};
use crate::{Code, Refusal};
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::{Cause, Decision, MessageClass, Reason, Verdict};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;

/// Refuses while the portal is not set up, naming the page where that is done (D-28).
pub(super) fn check_portal(settings: &Settings) -> Result<(), Refusal> {
    let missing: Vec<&str> = [
        (settings.flag(settings::PORTAL_ENABLED), "it is switched off"),
        (is_https(settings.text(settings::PORTAL_ADDRESS)), "its address is missing"),
        (!settings.text(settings::PORTAL_COMPANY).trim().is_empty(), "the company's details are missing"),
        (is_https(settings.text(settings::PORTAL_POLICY)), "the privacy policy's address is missing"),
    ]
    .into_iter()
    .filter_map(|(there, words)| (!there).then_some(words))
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(
        Code::Invalid,
        format!(
            "The Customer Consent Portal is not set up: {}. See Settings > System > GDPR > Consent Portal.",
            missing.join(", ")
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
    let class = if customer_asked { MessageClass::Reply } else { MessageClass::ConsentRequest };
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
    let message = format!(
        "This e-mail may not be sent: {reasons}. A request for consent is marketing. Tick that the customer asked \
         for the link only if they did, or print the form."
    );
    Refusal::new(Code::Invalid, message).with("email", reasons)
}

/// Why a request for consent is not sent: what blocks it, and the rule that makes it so (SPEC 0.7).
pub(super) fn reasons(decision: &Decision) -> Vec<String> {
    let blocking: Vec<&Reason> =
        decision.reasons.iter().filter(|reason| reason.verdict == Verdict::Block).collect();
    // Where there is only no address, it is not the law that is in the way.
    let ruled = blocking.iter().any(|reason| !matches!(reason.cause, Cause::NoAddress(_)));
    let mut words: Vec<String> = blocking.iter().map(ToString::to_string).collect();
    if ruled && !words.iter().any(|reason| reason.contains(RULE)) {
        words.push(RULE.to_owned());
    }
    words
}

/// SPEC 0.7, as the decision words it for a channel nobody was ever asked about.
const RULE: &str = "a request for consent is marketing";
