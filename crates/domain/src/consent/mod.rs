//! The consent model (SPEC 2): cells, states, events, and the standing they project to.
//!
//! One event log, one projection. A [`Change`] is appended and never edited; a [`Standing`] is
//! what replaying a contact's events gives. Screens, mailshots and feeds ask
//! [`decide::may_contact`] and nothing else.

pub mod answers;
pub mod carry_over;
pub mod cell;
pub mod decide;
pub mod describe;
mod doubt;
pub mod edit;
pub mod event;
pub mod exclusion;
pub mod form;
pub mod form_rules;
pub mod hints;
pub mod light;
pub mod locks;
pub mod merge;
mod packed;
pub mod parties;
pub mod review;
pub mod shade;
pub mod standing;
pub mod ticks;
pub mod vocabulary;

pub use answers::Answers;
pub use cell::{Cell, Channel, Party, Purpose};
pub use doubt::Doubt;
pub use event::{Change, ConsentEvent, Transition};
pub use form::Form;
pub use form_rules::FormRules;
pub use shade::Shade;
pub use standing::{CellStanding, Standing};
pub use ticks::Ticks;
pub use vocabulary::{Actor, Basis, Evidence, Method, Screen, State, WordsTold};
