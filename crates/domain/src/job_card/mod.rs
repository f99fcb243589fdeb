//! The job card, which the screens call Service Record (T-03): where it stands, what is done and fitted, and
//! what that comes to. Inspection lines, estimates and authorisations come later: what a customer authorised
//! becomes a line here, so a line keeps its number when the card is saved again.

mod line;
mod status;

pub use line::{LINES_MAX, LineProblem, NewLine, TEXT_MAX, check_lines};
pub use status::{Invoicing, JobStatus, Obstacle, Standing};
