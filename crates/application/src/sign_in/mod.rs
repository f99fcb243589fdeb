//! Signing in and out, the lock, and one's own password.

mod change_own_password;
mod enter;
mod export_sign_ins;
mod ledger_line;
mod list;
mod list_sign_ins;
mod lock;
mod print_sign_ins;
mod show_session;
#[expect(clippy::module_inception, reason = "the noun and its first verb have one name")]
mod sign_in;
mod sign_out;
mod touch;
mod unlock;
mod unrecorded;
mod wait;

pub use change_own_password::ChangeOwnPassword;
pub use export_sign_ins::ExportSignIns;
pub use list::{SignInEntry, SignInsFilter};
pub use list_sign_ins::ListSignIns;
pub use lock::Lock;
pub use print_sign_ins::PrintSignIns;
pub use show_session::{Banner, SessionView, ShowSession};
pub use sign_in::SignIn;
pub use sign_out::SignOut;
pub use touch::Touch;
pub use unlock::Unlock;

pub(crate) use enter::{Named, verified};
pub(crate) use unrecorded::catch_up;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "sign_in",
    &[
        entry::<SignIn>,
        entry::<SignOut>,
        entry::<Lock>,
        entry::<Unlock>,
        entry::<Touch>,
        entry::<ShowSession>,
        entry::<ChangeOwnPassword>,
        entry::<ListSignIns>,
        entry::<PrintSignIns>,
        entry::<ExportSignIns>,
    ],
)
.with_lists(&[Listed::of::<list::SignIns>])
.with_lines(lines::<ledger_line::LedgerLine>());
