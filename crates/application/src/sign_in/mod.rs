//! Signing in and out, the lock, and the password.

mod enter;
mod leave;
pub mod password;
mod view;

pub use enter::{SignIn, Unlock};
pub use leave::{Lock, SignOut, Touch};
pub use password::ChangeOwnPassword;
pub use view::{Banner, SessionView, ShowSession, WorkstationView};
