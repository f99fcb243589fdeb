//! What the dealership's details may be.

use super::details::DealershipDetails;
use forecourt_dispatch::Refusal;
use forecourt_domain::portal::is_https;

/// Checks the dealership's details and trims them. Only the name is needed to begin with.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] naming the field.
pub fn check_dealership(details: &DealershipDetails) -> Result<DealershipDetails, Refusal> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let checked = DealershipDetails {
        name: one_line(&details.name),
        address: details.address.trim().to_owned(),
        postcode: one_line(&details.postcode),
        phone: one_line(&details.phone),
        email: one_line(&details.email),
        website: one_line(&details.website),
        privacy_policy_url: details.privacy_policy_url.trim().to_owned(),
        vat_number: one_line(&details.vat_number),
        company_number: one_line(&details.company_number),
    };
    if checked.name.is_empty() || checked.name.chars().count() > 120 {
        return Err(Refusal::invalid("name", "The dealership's name takes 1 to 120 characters."));
    }
    if checked.address.chars().count() > 400 {
        return Err(Refusal::invalid("address", "The address takes at most 400 characters."));
    }
    for (field, text) in
        [("postcode", &checked.postcode), ("phone", &checked.phone), ("website", &checked.website)]
    {
        if text.chars().count() > 120 {
            return Err(Refusal::invalid(field, "At most 120 characters."));
        }
    }
    for (field, text) in [("vat_number", &checked.vat_number), ("company_number", &checked.company_number)] {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == ' ';
        if text.len() > 20 || !text.chars().all(fits) {
            return Err(Refusal::invalid(field, "At most 20 letters, digits and spaces."));
        }
    }
    if !checked.email.is_empty() && forecourt_domain::email::parse(&checked.email).is_err() {
        return Err(Refusal::invalid("email", "This is not an email address."));
    }
    if !checked.privacy_policy_url.is_empty() && !is_https(&checked.privacy_policy_url) {
        return Err(Refusal::invalid("privacy_policy_url", "Give a web address that begins with https://"));
    }
    Ok(checked)
}
