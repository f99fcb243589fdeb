//! What a line of the ledger says in words: in the GDPR tab, on paper and in the access export.

use serde::Serialize;
use ts_rs::TS;

/// What a line is about, by the word of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind(pub &'static str);

/// Prints and exports: what any noun hands over.
pub const PRINTS: Kind = Kind("prints");

/// How a particular is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HistoryTone")]
pub enum Tone {
    /// A statement.
    Plain,
    /// All of it in one sentence, for the record: what the lines that follow say one by one, so a screen
    /// and paper leave it out.
    Summary,
    /// Something was given.
    On,
    /// Something was taken away.
    Off,
    /// What somebody wrote; the screen sets it in quotation marks.
    Quote,
    Warn,
    /// For whoever checks the records, such as a hash: a screen folds it behind *Details*.
    Detail,
}

/// One of the particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "HistoryText")]
pub struct Text {
    pub text: String,
    pub tone: Tone,
}

/// A line in words, before who and when are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    pub kind: Kind,
    /// What happened.
    pub title: String,
    /// The particulars.
    pub texts: Vec<Text>,
}

impl Description {
    /// Without particulars.
    #[must_use]
    pub fn new(kind: Kind, title: impl Into<String>) -> Self {
        Self { kind, title: title.into(), texts: Vec::new() }
    }

    /// With a particular, unless it is empty.
    #[must_use]
    pub fn with(mut self, tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.texts.push(Text { text, tone });
        }
        self
    }

    /// With statements, one each.
    #[must_use]
    pub fn with_all<T: Into<String>>(self, texts: impl IntoIterator<Item = T>) -> Self {
        texts.into_iter().fold(self, |described, text| described.with(Tone::Plain, text))
    }
}
