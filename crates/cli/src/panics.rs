//! Panics: told by their place, because their words may quote what was typed, and ended as every
//! other fault is.

use crate::print::{Ending, put};
use std::io;
use std::panic::{self, AssertUnwindSafe};

/// From now on a panic says on stderr where it happened and nothing else.
pub fn tell_places_only() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let _ = put(&mut io::stderr(), &format!("forecourt-cli: a fault at {place}\n"));
    }));
}

/// Runs `work`; a panic in it is a fault. What a use case had begun was rolled back on its way here.
pub fn caught<T>(work: impl FnOnce() -> Result<T, Ending>) -> Result<T, Ending> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Ending::Fault("Something went wrong in Forecourt.".into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_fault_without_its_words() {
        let ending = caught(|| -> Result<(), Ending> { panic!("Siobhán O'Brien-Ng") });
        let Err(Ending::Fault(words)) = ending else { panic!("not a fault") };
        assert_eq!(words, "Something went wrong in Forecourt.");
        assert_eq!(caught(|| Ok::<_, Ending>(7)).unwrap(), 7);
    }
}
