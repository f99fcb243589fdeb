//! The screens' knowledge of the commands is the registry's own.

use crate::workspace::{files, read};

#[test]
fn bindings_are_fresh() {
    let constants = forecourt_application::constants();
    let printed = forecourt_dispatch::bindings::files(forecourt_application::registry(), &constants);
    for (name, printed) in &printed {
        let kept = read(&format!("ui/src/bindings/{name}"));
        // Not assert_eq: a file is long, and the first line that differs says enough.
        let same = printed.lines().zip(kept.lines()).take_while(|(new, old)| new == old).count();
        assert!(
            *printed == kept,
            "ui/src/bindings/{name} is stale from line {}: run `cargo xtask bindings`",
            same + 1
        );
    }
    for (path, _) in files("ui/src/bindings", &[".ts"]) {
        let name = path.rsplit('/').next().unwrap_or_default();
        assert!(printed.contains_key(name), "{path} is printed no more: run `cargo xtask bindings`");
    }
}
