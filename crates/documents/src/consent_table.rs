//! What a person allows, in the shape of the matrix on screen and on the form: a line for each channel,
//! a column for each party and kind of message. The receipt and the evidence pack show the same.

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
    /// The lines: `Email`, `SMS`, ...
    pub channels: Vec<String>,
    /// Party by party.
    pub parties: Vec<PartyChoices>,
}

/// Room for the channel before the first column, in points.
const LABEL: f32 = 84.0;
const LEADING: f32 = 12.0;
const GUTTER: f32 = 6.0;
/// Columns side by side; further parties follow in a table of the same lines.
const COLUMNS: usize = 6;

pub(crate) fn lay(strips: &mut Strips, paper: Paper, table: &ChoiceTable) {
    let mut from = 0;
    while from < table.parties.len() {
        let rest = table.parties.get(from..).unwrap_or_default();
        let mut columns = 0;
        // A party's kinds of message stand together, however many they are.
        let fits = rest.iter().take_while(|party| {
            columns += party.purposes.len();
            columns <= COLUMNS
        });
        let count = fits.count().max(1);
        block(strips, paper, &table.channels, rest.get(..count).unwrap_or_default());
        from += count;
    }
}

/// All channels by some of the parties.
fn block(strips: &mut Strips, paper: Paper, channels: &[String], parties: &[PartyChoices]) {
    let columns: usize = parties.iter().map(|party| party.purposes.len()).sum();
    let column = (paper.measure() - LABEL) / columns.max(4) as f32;
    let place = |at: usize| paper.left() + LABEL + column * at as f32;
    let heading = Style::bold(8.0).in_colour(palette::MUTE);
    let mut at = 0;
    let mut names = Vec::new();
    for party in parties {
        let width = column * party.purposes.len().max(1) as f32 - GUTTER;
        names.push((place(at), width, Style::bold(9.0), party.party.as_str()));
        at += party.purposes.len();
    }
    strips.row(&names, LEADING);
    strips.with_next();
    let lines = || parties.iter().flat_map(|party| &party.purposes);
    let kinds: Vec<_> = lines()
        .enumerate()
        .map(|(at, line)| (place(at), column - GUTTER, heading, line.purpose.as_str()))
        .collect();
    strips.row(&kinds, 10.0);
    strips.rule();
    strips.with_next();
    strips.gap(3.0);
    for (row, channel) in channels.iter().enumerate() {
        let mut cells = vec![(paper.left(), LABEL - GUTTER, Style::regular(9.0), channel.as_str())];
        for (at, choice) in lines().map(|line| line.choices.get(row)).enumerate() {
            let Some(choice) = choice else { continue };
            // The word says it; weight and colour only help to find it.
            let style =
                if choice.allowed { Style::bold(9.0).in_colour(palette::GOOD) } else { Style::mute(9.0) };
            cells.push((place(at), column - GUTTER, style, choice.words.as_str()));
        }
        strips.row(&cells, LEADING);
        if row + 1 < channels.len() {
            strips.with_next();
        }
    }
    strips.gap(4.0);
}
