//! Folders for their owner only.

use std::fs;
use std::io;
use std::path::Path;

/// Makes a folder for the owner only (0700), and those above it where they are missing.
///
/// # Errors
/// What the disk says.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
