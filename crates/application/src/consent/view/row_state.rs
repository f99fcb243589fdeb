//! What several cells of a row say in one mark.

use super::cell::ConsentCell;
use forecourt_domain::consent::ticks::TickParty;
use forecourt_domain::consent::{Cell, Shade, State};
use serde::Serialize;
use ts_rs::TS;

/// The cells of one side of a row, in one mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowState {
    /// What the mark stands for.
    pub shade: Shade,
    /// `Yes`; `Yes: service` where the kinds of message differ; `2 of 3 yes` where parties do.
    pub words: String,
    /// Is any of them carried over from another system (N-19)?
    pub carried: bool,
    /// Who says what, line by line, where a number stands for it.
    pub each: Option<String>,
}

type Shown = (Cell, ConsentCell);

impl RowState {
    /// Of the cells of a row that `side` stands over.
    pub(super) fn of(row: &[Shown], side: TickParty) -> Self {
        let cells: Vec<&Shown> = row.iter().filter(|(cell, _)| side.covers(&cell.party)).collect();
        let mut parties: Vec<(String, Vec<&Shown>)> = Vec::new();
        for one in &cells {
            let name = one.0.party.label();
            match parties.iter_mut().find(|(known, _)| *known == name) {
                Some((_, theirs)) => theirs.push(one),
                None => parties.push((name, vec![one])),
            }
        }
        let states: Vec<Self> = parties.iter().map(|(_, theirs)| Self::of_kinds(theirs)).collect();
        let alike = states.windows(2).all(|pair| pair.first().map(Self::says) == pair.last().map(Self::says));
        let Some((_, top)) = weightiest(&cells).filter(|_| !alike) else { return Self::of_kinds(&cells) };
        let so = parties
            .iter()
            .filter(|(_, theirs)| theirs.iter().any(|(_, view)| view.state == top.state))
            .count();
        let each = parties.iter().zip(&states).map(|((name, _), state)| format!("{name}: {}", state.words));
        Self {
            shade: top.shade,
            words: format!("{so} of {} {}", parties.len(), top.answer.to_lowercase()),
            carried: states.iter().any(|state| state.carried),
            each: Some(each.collect::<Vec<_>>().join("\n")),
        }
    }

    /// Both kinds of message in one: the one that says most, and which it is when they differ.
    fn of_kinds(cells: &[&Shown]) -> Self {
        let carried = cells.iter().any(|(_, view)| view.carried);
        let Some((cell, view)) = weightiest(cells) else {
            return Self { shade: Shade::NotAsked, words: "Never recorded".into(), carried, each: None };
        };
        let alike = cells.iter().all(|(_, other)| other.answer == view.answer);
        let words = match alike {
            true => view.answer.to_owned(),
            false => format!("{}: {}", view.answer, cell.purpose.short_label()),
        };
        Self { shade: view.shade, words, carried, each: None }
    }

    fn says(&self) -> (Shade, &str) {
        (self.shade, &self.words)
    }
}

/// The first of those that say most.
fn weightiest<'a>(cells: &[&'a Shown]) -> Option<&'a Shown> {
    let weight = |state: State| match state {
        State::Granted => 0,
        State::Expired => 1,
        State::Assumed => 2,
        State::Withdrawn => 3,
        State::Refused => 4,
        State::Unset => 5,
    };
    cells.iter().copied().min_by_key(|(_, view)| weight(view.state))
}

#[cfg(test)]
mod tests {
    use super::super::rows::shown_for_tests;
    use super::*;
    use forecourt_domain::consent::{Channel, Party, Purpose};

    fn row(states: &[(&str, State, State)]) -> Vec<Shown> {
        let cells = states.iter().flat_map(|(name, service, general)| {
            let party = match *name {
                "us" => Party::Us,
                name => Party::ThirdParty(Some(name.to_owned())),
            };
            [(Purpose::ServiceFollowup, *service), (Purpose::GeneralMarketing, *general)]
                .map(|(purpose, state)| (Cell::new(party.clone(), Channel::Email, purpose), state))
        });
        cells.map(|(cell, state)| (cell.clone(), shown_for_tests(&cell, state))).collect()
    }

    #[test]
    fn both_kinds_are_told_in_one_word_and_apart_where_they_differ() {
        use State::{Granted, Refused, Unset, Withdrawn};
        for (service, general, words, shade) in [
            (Granted, Granted, "Yes", Shade::Given),
            (Granted, Unset, "Yes: service", Shade::Given),
            (Refused, Granted, "Yes: general", Shade::Given),
            (Refused, Withdrawn, "No", Shade::Withdrawn),
            (Unset, Unset, "Not asked", Shade::NotAsked),
        ] {
            let state = RowState::of(&row(&[("us", service, general)]), TickParty::Us);
            assert_eq!((state.words.as_str(), state.shade, state.each), (words, shade, None));
        }
    }

    #[test]
    fn n02_third_parties_who_differ_are_counted_and_named_one_by_one() {
        use State::{Granted, Unset};
        let row = row(&[
            ("us", Unset, Unset),
            ("Acme", Granted, Unset),
            ("Bell", Granted, Unset),
            ("Cole", Unset, Unset),
        ]);
        let state = RowState::of(&row, TickParty::ThirdParty);
        assert_eq!((state.words.as_str(), state.shade), ("2 of 3 yes", Shade::Given));
        assert_eq!(state.each.as_deref(), Some("Acme: Yes: service\nBell: Yes: service\nCole: Not asked"));
        assert_eq!(RowState::of(&row, TickParty::Us).words, "Not asked");
    }

    #[test]
    fn n02_third_parties_who_say_the_same_are_told_as_one() {
        let row = row(&[("Acme", State::Granted, State::Unset), ("Bell", State::Granted, State::Unset)]);
        let state = RowState::of(&row, TickParty::ThirdParty);
        assert_eq!((state.words.as_str(), state.each), ("Yes: service", None));
    }
}
