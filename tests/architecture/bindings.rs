//! The screens' knowledge of the commands is the registry's own.

use crate::workspace::read;

#[test]
fn bindings_are_fresh() {
    let (printed, kept) =
        (forecourt_application::bindings::commands_ts(), read("ui/src/bindings/commands.ts"));
    // Not assert_eq: the file is long and the first line that differs says enough.
    let differs = printed.lines().zip(kept.lines()).position(|(new, old)| new != old);
    assert!(
        printed == kept,
        "ui/src/bindings/commands.ts is stale from line {}: run `cargo xtask bindings`",
        differs.map_or_else(|| printed.lines().count().min(kept.lines().count()), |line| line) + 1
    );
}
