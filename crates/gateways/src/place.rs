//! Where the data of this computer's dealership lies.

use std::env;
use std::path::PathBuf;

/// The environment's word for the data folder.
pub const VARIABLE: &str = "FORECOURT_DATA";

/// The data folder: what the command line says, else what `FORECOURT_DATA` says, else
/// `forecourt` in the folder where this system keeps an account's local data (`XDG_DATA_HOME` or
/// `~/.local/share`, `%LOCALAPPDATA%`, `~/Library/Application Support`). Absolute; need not exist
/// yet. `None` when the account has no such folder.
#[must_use]
pub fn data_folder(argument: Option<PathBuf>) -> Option<PathBuf> {
    choose(argument, env::var_os(VARIABLE).map(PathBuf::from), dirs::data_local_dir())
}

fn choose(argument: Option<PathBuf>, variable: Option<PathBuf>, local: Option<PathBuf>) -> Option<PathBuf> {
    let said = |folder: &PathBuf| !folder.as_os_str().is_empty();
    let folder =
        argument.filter(said).or(variable.filter(said)).or_else(|| Some(local?.join("forecourt")))?;
    // Whether a folder may hold a database is judged by its whole path.
    Some(std::path::absolute(&folder).unwrap_or(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_argument_beats_the_variable_beats_the_system() {
        let path = |text: &str| Some(PathBuf::from(text));
        let root = std::path::absolute("/").unwrap();
        assert_eq!(choose(path("/a"), path("/b"), path("/c")), Some(root.join("a")));
        assert_eq!(choose(None, path("/b"), path("/c")), Some(root.join("b")));
        assert_eq!(choose(path(""), path(""), path("/c")), Some(root.join("c").join("forecourt")));
        assert_eq!(choose(None, None, None), None);
        assert!(choose(path("here"), None, None).unwrap().is_absolute());
    }
}
