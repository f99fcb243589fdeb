//! What holds for every noun's lines of the ledger.

use forecourt_dispatch::line::{Line, read, split};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Debug;
use strum::IntoEnumIterator;

/// Checks an enum by its variants, and by `kept`: at least one line for each action as books hold it,
/// with the words it has in a contact's history, title first; none for a line about no contact.
pub fn check<L: Line + IntoEnumIterator + PartialEq + Debug>(kept: &[(&str, Value, &[&str])]) {
    let mut actions = Vec::new();
    for line in L::iter() {
        let (action, content) = split(&line).unwrap();
        assert_eq!(read::<L>(&action, &content), Some(line), "{action} reads back");
        actions.push(action);
    }
    assert_eq!(actions, L::ACTIONS, "every variant has its action listed, in order");
    for (action, content, words) in kept {
        let line = read::<L>(action, content).unwrap_or_else(|| panic!("{action} is read: {content}"));
        assert_eq!(split(&line).unwrap(), ((*action).to_owned(), content.clone()), "{action} is kept");
        let described = line.describe().map_or_else(Vec::new, |described| {
            let texts = described.texts.into_iter().map(|one| one.text);
            [described.title].into_iter().chain(texts).collect()
        });
        assert_eq!(described, *words, "{action} in words");
    }
    let shown: BTreeSet<_> = kept.iter().map(|(action, ..)| *action).collect();
    assert_eq!(shown, L::ACTIONS.iter().copied().collect(), "each action has a line of an old book");
}
