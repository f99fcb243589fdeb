//! What the program is told when it is started.

use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments of the window.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// `--data DIR`: the data folder, instead of the usual one.
    pub data: Option<PathBuf>,
}

impl Arguments {
    /// Reads the arguments. What desktops add of their own is passed over: a window that does
    /// not open because of a word it does not know helps nobody.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Self {
        let mut read = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            if word == "--data" {
                read.data = words.next().map(PathBuf::from);
            } else if let Some(folder) = word.to_str().and_then(|word| word.strip_prefix("--data=")) {
                read.data = Some(PathBuf::from(folder));
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_folder_is_read_in_both_spellings() {
        let read = |words: &[&str]| Arguments::read(words.iter().map(OsString::from)).data;
        assert_eq!(read(&["--data", "/a b"]), Some(PathBuf::from("/a b")));
        assert_eq!(read(&["-psn_0_1", "--data=/c"]), Some(PathBuf::from("/c")));
        assert_eq!(read(&["--data"]), None);
        assert_eq!(read(&["/a"]), None);
    }
}
