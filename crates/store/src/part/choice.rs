//! What is chosen of the shelf, in which order, and where a page of it ended.

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By number as it compares.
    #[default]
    Number,
    /// By the words of the description.
    Description,
}

/// Which parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice<'a> {
    pub sort: Sort,
    /// Only those of which little is left.
    pub low: bool,
    /// Those that are sold no more, too.
    pub all: bool,
    /// Only those that are found by it, in the order in which they are found; empty for any.
    pub term: &'a str,
}

/// Where a page ended: the key of its last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The value that orders.
    pub key: String,
    /// The part, among those with the same value.
    pub id: i64,
}
