//! The screens' knowledge of the commands is the registry's own.

use crate::workspace::read;

#[test]
fn bindings_are_fresh() {
    let (printed, kept) =
        (forecourt_application::bindings::commands_ts(), read("ui/src/bindings/commands.ts"));
    // Not assert_eq: the file is long, and the first line that differs says enough.
    let same = printed.lines().zip(kept.lines()).take_while(|(new, old)| new == old).count();
    assert!(
        printed == kept,
        "ui/src/bindings/commands.ts is stale from line {}: run `cargo xtask bindings`",
        same + 1
    );
}
