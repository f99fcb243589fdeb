//! Prints the TypeScript bindings into a folder; `cargo xtask bindings` names the one where the
//! screens read them.

use std::fs;
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap_or_default());
    let constants = forecourt_application::constants();
    for (name, text) in forecourt_dispatch::bindings::files(forecourt_application::registry(), &constants) {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
