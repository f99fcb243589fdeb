//! An employee as a round tile: who may sign in, who is signed in.

use forecourt_domain::ids::EmployeeId;
use forecourt_store::employee::Employee;
use serde::Serialize;
use ts_rs::TS;

/// An employee's tile on the sign-in screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EmployeeTile {
    pub id: EmployeeId,
    /// What they type.
    pub login: String,
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// The tile's colour.
    pub colour: &'static str,
}

impl From<&Employee> for EmployeeTile {
    fn from(employee: &Employee) -> Self {
        Self {
            id: employee.id,
            login: employee.login.clone(),
            name: employee.name.clone(),
            initials: initials(&employee.name),
            colour: colour(employee.id.get()),
        }
    }
}

/// Two initials of a name, for the round tile of an employee.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    let last = words.next_back();
    [first, last].into_iter().flatten().flat_map(char::to_uppercase).collect()
}

/// The colours of employees' tiles; white letters read well on each (WCAG 2.2 AA).
const COLOURS: [&str; 8] =
    ["#33475f", "#1f5fbf", "#1c7c4a", "#8a4b08", "#7a3e9d", "#a3294f", "#0b7285", "#5c5f1e"];

/// The tile's colour: stays the same for the same employee.
#[must_use]
pub fn colour(id: i64) -> &'static str {
    let at = usize::try_from(id).unwrap_or(0) % COLOURS.len();
    COLOURS.get(at).copied().unwrap_or("#33475f")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_has_two_letters_at_most() {
        assert_eq!(initials("Siobhán O'Brien-Ng"), "SO");
        assert_eq!(initials("prince"), "P");
        assert_eq!(initials(""), "");
    }
}
