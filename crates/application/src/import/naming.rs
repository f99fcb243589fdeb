//! Names that stand in one cell.

use forecourt_domain::contact::Draft;

/// Puts `more` behind `text`.
pub(super) fn append(text: &mut String, more: &str) {
    if !more.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(more);
    }
}

/// `Smith, John` and `Dr John van der Smith` into title, first name and surname.
pub(super) fn divide_name(whole: &str, draft: &mut Draft) {
    const TITLES: [&str; 10] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady"];
    const PARTICLES: [&str; 14] =
        ["van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "del", "ter", "st", "bin"];
    let bare = |word: &str| word.trim_end_matches('.').to_lowercase();
    if let Some((last, first)) = whole.split_once(',') {
        draft.last_name = last.trim().to_owned();
        draft.first_name = first.trim().to_owned();
        return;
    }
    let mut words: Vec<&str> = whole.split_whitespace().collect();
    if words.len() > 1 && words.first().is_some_and(|word| TITLES.contains(&bare(word).as_str())) {
        let title = words.remove(0);
        if draft.title.is_empty() {
            draft.title = title.to_owned();
        }
    }
    let mut from = words.len().saturating_sub(1);
    while from > 1 && words.get(from - 1).is_some_and(|word| PARTICLES.contains(&bare(word).as_str())) {
        from -= 1;
    }
    let (first, last) = words.split_at(from);
    draft.first_name = first.join(" ");
    draft.last_name = last.join(" ");
}
