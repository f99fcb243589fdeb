//! Employees and their access rights (Settings > Employees).

mod change;
mod list;
mod rules;

pub use change::{CreateEmployee, ResetPassword, UpdateEmployee};
pub use list::{EmployeeView, ListEmployees, ListSignIns, SignInEntry, SignInPage, When};
pub use rules::{check_login, check_name};
