//! What a command asks of the person who calls it. (What an employee holds is a *right*.)

use crate::{Code, Refusal};
use forecourt_domain::rights::{Right, RightSet};

/// Who may run a command. Every command must write one out; there is no default, and no command
/// asks for a right anywhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    /// Anyone at the desk, whatever state the product is in: only the first screen asks so.
    Anyone,
    /// Anyone, while there is no dealership yet.
    NoDealership,
    /// Anyone while there is no dealership yet, and after that whoever is signed in.
    SetUpOrSignedIn,
    /// Anyone, while the database cannot be opened.
    NotOpened,
    /// Anyone, once the database is open: the sign-in page.
    SignInPage,
    /// Whoever sets the dealership up, until the recovery key was typed back; after that an
    /// employee with this right.
    Founder(Right),
    /// Any employee who is signed in and not locked out.
    SignedIn,
    /// As [`Permit::SignedIn`], and before the employee has chosen a password in place of one that
    /// somebody else set: what it takes to choose it.
    OwnPassword,
    /// An employee with this right.
    Right(Right),
    /// An employee with at least one of these rights; the first is named in the refusal.
    AnyOf(&'static [Right]),
    /// An employee with every one of these rights; the first that is missing is named.
    AllOf(&'static [Right]),
    /// An employee with at least one right of each group.
    Each(&'static [&'static [Right]]),
    /// What [`crate::Command::needs`] says of the input: at the least `always`, and at the most
    /// `sometimes` beside it.
    ByInput {
        /// Needed whatever is asked for.
        always: &'static [Right],
        /// What some inputs need beside that, for the screens and the matrix.
        sometimes: &'static [Right],
    },
}

impl Permit {
    /// May it be called by nobody in particular?
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Anyone | Self::NoDealership | Self::NotOpened | Self::SignInPage)
    }

    /// The right that `held` lacks to call it at all; what the input adds is asked once it is read.
    #[must_use]
    pub fn lacking(self, held: &RightSet) -> Option<Right> {
        let lacks = |right: &Right| (!held.contains(right)).then_some(*right);
        let none_of = |rights: &[Right]| {
            let any = rights.iter().any(|right| held.contains(right));
            (!any).then(|| rights.first().copied()).flatten()
        };
        match self {
            Self::Anyone
            | Self::NoDealership
            | Self::SetUpOrSignedIn
            | Self::NotOpened
            | Self::SignInPage
            | Self::SignedIn
            | Self::OwnPassword => None,
            Self::Founder(right) | Self::Right(right) => lacks(&right),
            Self::AnyOf(rights) => none_of(rights),
            Self::AllOf(rights) => rights.iter().find_map(lacks),
            Self::Each(groups) => groups.iter().find_map(|rights| none_of(rights)),
            Self::ByInput { always, .. } => always.iter().find_map(lacks),
        }
    }
}

/// The refusal that asks for a password of one's own: whoever set this one could act in its owner's name.
#[must_use]
pub fn password_due() -> Refusal {
    Refusal::new(
        Code::PasswordDue,
        "Somebody else set your password. Choose one of your own before you go on.",
    )
}

/// The refusal that names a missing right.
#[must_use]
pub fn lacks(right: Right) -> Refusal {
    Refusal::new(Code::Denied, format!("This needs the access right “{}”.", right.label()))
        .with("right", right.label())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: &[Right] = &[Right::AccessSettings, Right::EmployeeRecords];

    #[test]
    fn the_right_that_is_missing_is_named() {
        let none = RightSet::new();
        let one: RightSet = [Right::AccessSettings].into_iter().collect();
        let both: RightSet = PAIR.iter().copied().collect();
        let all = Permit::AllOf(PAIR);
        assert_eq!(all.lacking(&none), Some(Right::AccessSettings));
        assert_eq!(all.lacking(&one), Some(Right::EmployeeRecords));
        assert_eq!(all.lacking(&both), None);
        let any = Permit::AnyOf(PAIR);
        assert_eq!(any.lacking(&none), Some(Right::AccessSettings));
        assert_eq!(any.lacking(&one), None);
        let each = Permit::Each(&[&[Right::ExportReports], PAIR]);
        assert_eq!(each.lacking(&both), Some(Right::ExportReports));
        let export: RightSet = [Right::ExportReports].into_iter().collect();
        assert_eq!(each.lacking(&export), Some(Right::AccessSettings));
        let input = Permit::ByInput { always: &[], sometimes: PAIR };
        assert_eq!(input.lacking(&none), None, "what the input adds is asked once it is read");
    }
}
