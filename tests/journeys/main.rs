//! Use-case journeys: through the dispatcher, on a real encrypted database, without a window.

mod keys;
mod permits;
mod settings;
mod sign_in;
