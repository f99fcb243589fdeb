//! Signing in and out, the lock, and the password.

mod check_password;
mod enter;
mod leave;
pub mod password;
mod unrecorded;
mod view;

pub use check_password::{CheckPassword, PasswordStrength};
pub use enter::{SignIn, Unlock};
pub use leave::{Lock, SignOut, Touch};
pub use password::ChangeOwnPassword;
pub use unrecorded::Unrecorded;
pub(crate) use unrecorded::catch_up;
pub use view::{Banner, SessionView, ShowSession, WorkstationView};
