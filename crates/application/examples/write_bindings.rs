//! Prints the TypeScript bindings; `cargo xtask bindings` writes them where the screens read them.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(forecourt_application::bindings::commands_ts().as_bytes())
}
