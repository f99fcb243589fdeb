//! What a person allows as a table: a line for each party and kind of message, a column for each
//! channel. The receipt and the evidence pack show the same.

use crate::pdf::{Paper, Strips, Style, palette};

/// One cell: a permission in a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// `Yes`, `Not asked`, `Withdrawn`, ...
    pub words: String,
    /// May messages be sent on it?
    pub allowed: bool,
}

/// What one party may send of one kind, channel by channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PurposeChoices {
    /// `Service Follow Up`.
    pub purpose: String,
    /// One for each channel of the table.
    pub choices: Vec<Choice>,
}

/// What one party may send.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartyChoices {
    /// Whose messages.
    pub party: String,
    /// Kind by kind.
    pub purposes: Vec<PurposeChoices>,
}

/// The whole table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoiceTable {
    /// The headings: `Email`, `SMS`, ...
    pub channels: Vec<String>,
    /// Party by party.
    pub parties: Vec<PartyChoices>,
}

/// Room for the kind of message before the first channel, in points.
const LABEL: f32 = 172.0;
const LEADING: f32 = 12.0;
const GUTTER: f32 = 6.0;

pub(crate) fn lay(strips: &mut Strips, paper: Paper, table: &ChoiceTable) {
    let column = (paper.measure() - LABEL) / table.channels.len().max(1) as f32;
    let place = |at: usize| paper.left() + LABEL + column * at as f32;
    let heading = Style::bold(8.0).in_colour(palette::MUTE);
    let cells: Vec<_> = table
        .channels
        .iter()
        .enumerate()
        .map(|(at, channel)| (place(at), column - GUTTER, heading, channel.as_str()))
        .collect();
    strips.row(&cells, LEADING);
    strips.rule();
    strips.with_next();
    strips.gap(3.0);
    for party in &table.parties {
        strips.words(Style::bold(9.0), LEADING + 1.0, &party.party);
        strips.with_next();
        for (at, line) in party.purposes.iter().enumerate() {
            let mut cells = vec![(paper.left(), LABEL - GUTTER, Style::regular(9.0), line.purpose.as_str())];
            for (at, choice) in line.choices.iter().enumerate() {
                // The word says it; weight and colour only help to find it.
                let style =
                    if choice.allowed { Style::bold(9.0).in_colour(palette::GOOD) } else { Style::mute(9.0) };
                cells.push((place(at), column - GUTTER, style, choice.words.as_str()));
            }
            strips.row(&cells, LEADING);
            if at + 1 < party.purposes.len() {
                strips.with_next();
            }
        }
        strips.gap(2.0);
    }
}
