//! Use-case journeys: through the dispatcher, on a real encrypted database, without a window.

mod consent;
mod contacts;
mod import;
mod keys;
mod paper;
mod permits;
mod portal;
mod rights;
mod scene;
mod search;
mod settings;
mod sign_in;
