//! What a command asks of the person who calls it. (What an employee holds is a *right*.)

use forecourt_domain::rights::Right;

/// Who may run a command. Every command must write one out; there is no default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    /// Anyone at the computer, whatever state the product is in: start-up, set-up, unlocking.
    Anyone,
    /// Anyone, once the database is open: signing in.
    DatabaseOpen,
    /// Any employee who is signed in and not locked out.
    SignedIn,
    /// An employee with this right.
    Right(Right),
    /// An employee with at least one of these rights; the first is named in the refusal.
    AnyOf(&'static [Right]),
}
