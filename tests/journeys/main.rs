//! Use-case journeys: through the dispatcher, on a real encrypted database, without a window.
