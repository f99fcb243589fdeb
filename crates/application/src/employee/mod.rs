//! Employees, their access rights and their passwords (Settings > Employees).

mod account_changes;
mod acknowledge_account_changes;
mod check_password;
mod create_employee;
mod hasher;
mod ledger_line;
mod list_employees;
pub mod password;
mod reset_password;
mod rules;
mod tile;
mod update_employee;
mod view;

pub use account_changes::{AccountChange, AccountChanges};
pub use acknowledge_account_changes::AcknowledgeAccountChanges;
pub use check_password::{CheckPassword, PasswordStrength};
pub use create_employee::CreateEmployee;
pub use list_employees::ListEmployees;
pub use reset_password::ResetPassword;
pub use rules::{check_login, check_name};
pub use tile::EmployeeTile;
pub use update_employee::UpdateEmployee;
pub use view::{EmployeeView, When};

pub(crate) use account_changes::account_changes;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "employee",
    &[
        entry::<ListEmployees>,
        entry::<CreateEmployee>,
        entry::<UpdateEmployee>,
        entry::<ResetPassword>,
        entry::<CheckPassword>,
        entry::<AcknowledgeAccountChanges>,
    ],
)
.with_lines(lines::<ledger_line::LedgerLine>());
