//! What an employee's name and login may be, and who must always remain.

use forecourt_dispatch::{Code, Permit, Refusal};
use forecourt_domain::rights::Right;
use forecourt_store::employee::Employee;

/// Checks a name.
///
/// # Errors
/// [`Code::Invalid`].
pub fn check_name(name: &str) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        1..=80 if !name.chars().any(char::is_control) => Ok(name),
        _ => Err(Refusal::invalid("name", "A name takes 1 to 80 characters.")),
    }
}

/// Checks a login and gives it in lower case.
///
/// # Errors
/// [`Code::Invalid`].
pub fn check_login(login: &str) -> Result<String, Refusal> {
    let login = login.trim().to_lowercase();
    let fits = (2..=40).contains(&login.chars().count())
        && login.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if fits {
        Ok(login)
    } else {
        Err(Refusal::invalid("login", "A login takes 2 to 40 letters, digits, dots or dashes, and no space."))
    }
}

/// Refuses a change that would leave nobody to give a right that guards itself (SPEC 1.5).
pub(super) fn keep_holders(everyone: &[Employee], changed: &Employee) -> Result<(), Refusal> {
    for right in Right::SELF_GUARDING {
        let holds = |employee: &Employee| employee.active && employee.rights.contains(&right);
        let held_before = everyone.iter().any(|employee| employee.id == changed.id && holds(employee));
        let others = everyone.iter().any(|employee| employee.id != changed.id && holds(employee));
        if held_before && !holds(changed) && !others {
            return Err(Refusal::new(
                Code::Invalid,
                format!("Nobody else holds “{}”. Give it to somebody else first.", right.label()),
            )
            .with("rights", format!("The last holder of “{}” cannot lose it.", right.label())));
        }
    }
    Ok(())
}

/// Both rights are needed: the page stands in Settings (D-33).
pub const EDITORS: Permit = Permit::AllOf(&[Right::AccessSettings, Right::EmployeeRecords]);

/// What to say when two would have one login.
pub(super) fn taken(error: forecourt_store::Error) -> Refusal {
    match error {
        forecourt_store::Error::Exists(_) => Refusal::invalid("login", "Somebody has this login already."),
        other => other.into(),
    }
}
