//! What an employee's name and login may be, who must always remain, and who may change whom.
//!
//! Nobody makes rights: one gives what one holds, to somebody else. And whoever holds more than oneself is
//! out of one's reach altogether, for taking their password, their login or their desk away would be a way
//! to their rights. So every right has come from somebody who held it, down to the first manager.
//!
//! A right that nobody active holds, as one that a new version brings, could then never be given again. It
//! may be given by whoever may edit employees at all; never to themselves, and with a line of its own in
//! the ledger.

use forecourt_dispatch::{Code, Cx, Permit, Refusal};
use forecourt_domain::rights::{Right, RightSet};
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

/// The caller, as the transaction sees them.
pub(super) fn caller<'e>(cx: &Cx<'_>, everyone: &'e [Employee]) -> Result<&'e Employee, Refusal> {
    let me = cx.employee()?.id;
    everyone.iter().find(|employee| employee.id == me).ok_or_else(|| Refusal::not_found("employee"))
}

fn is_held(everyone: &[Employee], right: Right) -> bool {
    everyone.iter().any(|employee| employee.active && employee.rights.contains(&right))
}

/// The first of these rights that is somebody else's to give: others hold it, and the caller does not.
fn beyond(caller: &Employee, everyone: &[Employee], rights: &RightSet) -> Option<Right> {
    rights.iter().copied().find(|right| !caller.rights.contains(right) && is_held(everyone, *right))
}

/// Of these rights, those that nobody active holds.
pub(super) fn unheld(everyone: &[Employee], rights: &RightSet) -> Vec<Right> {
    rights.iter().copied().filter(|right| !is_held(everyone, *right)).collect()
}

/// Refuses to give a right that the caller does not hold.
pub(super) fn gives_own(caller: &Employee, everyone: &[Employee], granted: &RightSet) -> Result<(), Refusal> {
    beyond(caller, everyone, granted).map_or(Ok(()), |right| {
        let words = format!("You do not hold “{}”, so you cannot give it.", right.label());
        Err(Refusal::new(Code::Denied, &words).with("right", right.label()).with("rights", words))
    })
}

/// Refuses to touch somebody who holds a right that the caller does not; `fields` is what was to be
/// changed of them.
pub(super) fn reaches(
    caller: &Employee,
    everyone: &[Employee],
    whose: &Employee,
    fields: &[&str],
) -> Result<(), Refusal> {
    beyond(caller, everyone, &whose.rights).map_or(Ok(()), |right| {
        let words = format!(
            "{} holds “{}”, which you do not. Somebody who holds it has to do this.",
            whose.name,
            right.label()
        );
        let refusal = Refusal::new(Code::Denied, &words).with("right", right.label());
        Err(fields.iter().fold(refusal, |refusal, field| refusal.with(*field, &words)))
    })
}

/// Refuses what nobody may do to themselves: change their rights, or put themselves out.
pub(super) fn leaves_self_alone(before: &Employee, after: &Employee) -> Result<(), Refusal> {
    if before.rights != after.rights {
        return Err(Refusal::invalid(
            "rights",
            "Nobody changes their own rights. Somebody else who holds them has to do it.",
        ));
    }
    if before.active && !after.active {
        return Err(Refusal::invalid("active", "Nobody deactivates themselves. Somebody else has to do it."));
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_domain::ids::EmployeeId;

    const EDITOR: &[Right] = &[Right::AccessSettings, Right::EmployeeRecords];

    fn employee(id: i64, rights: &[Right]) -> Employee {
        Employee {
            id: EmployeeId::new(id),
            login: format!("e{id}"),
            name: format!("Employee {id}"),
            password_hash: String::new(),
            rights: rights.iter().copied().collect(),
            active: true,
            version: 1,
            wrong_passwords: 0,
            wrong_at: String::new(),
            wrong_uptime: None,
            last_sign_in: String::new(),
            must_change_password: false,
            told_seq: 0,
        }
    }

    fn set(rights: &[Right]) -> RightSet {
        rights.iter().copied().collect()
    }

    #[test]
    fn two_rights_do_not_make_every_right() {
        let all: Vec<Right> = Right::ALL.to_vec();
        let staff = [employee(1, &all), employee(2, EDITOR), employee(3, &[])];
        let eve = &staff[1];
        for right in Right::ALL {
            let given = gives_own(eve, &staff, &set(&[right]));
            assert_eq!(given.is_ok(), EDITOR.contains(&right), "{}", right.label());
        }
        let refusal = reaches(eve, &staff, &staff[0], &["new_password"]).unwrap_err();
        assert_eq!(refusal.code, Code::Denied);
        assert!(refusal.fields.contains_key("new_password"), "{refusal:?}");
        reaches(eve, &staff, &staff[2], &["name"]).unwrap();
    }

    #[test]
    fn nobody_changes_their_own_rights_or_puts_themselves_out() {
        let eve = employee(2, EDITOR);
        let renamed = Employee { name: "Eve".into(), login: "eve".into(), ..eve.clone() };
        leaves_self_alone(&eve, &renamed).unwrap();
        for (field, after) in [
            ("rights", Employee { rights: set(&[]), ..eve.clone() }),
            ("rights", Employee { rights: set(&Right::ALL), ..eve.clone() }),
            ("active", Employee { active: false, ..eve.clone() }),
        ] {
            let refusal = leaves_self_alone(&eve, &after).unwrap_err();
            assert!(refusal.fields.contains_key(field), "{refusal:?}");
        }
    }

    #[test]
    fn a_right_that_nobody_active_holds_can_be_given_again() {
        let mut staff = [employee(1, EDITOR), employee(2, &[Right::SendMailshots]), employee(3, &[])];
        let wanted = set(&[Right::SendMailshots]);
        assert!(gives_own(&staff[0], &staff, &wanted).is_err(), "somebody holds it");
        staff[1].active = false;
        gives_own(&staff[0], &staff, &wanted).unwrap();
        assert_eq!(unheld(&staff, &wanted), [Right::SendMailshots]);
        reaches(&staff[0], &staff, &staff[1], &["active"]).unwrap();
    }

    #[test]
    fn the_last_holder_of_a_right_that_guards_itself_keeps_it() {
        let staff = [employee(1, &Right::ALL), employee(2, EDITOR)];
        for right in Right::SELF_GUARDING {
            let mut without = staff[0].clone();
            without.rights.remove(&right);
            let kept = keep_holders(&staff, &without);
            assert_eq!(kept.is_ok(), EDITOR.contains(&right), "{}", right.label());
        }
    }
}
