//! Names that stand in one cell.

use forecourt_domain::contact::Draft;

const TITLES: [&str; 26] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "sir",
    "lady",
    "lord",
    "dame",
    "master",
    "messrs",
    "capt",
    "captain",
    "maj",
    "major",
    "col",
    "colonel",
    "cllr",
    "madam",
    "hon",
];

/// Titles that are nobody's first name.
const ONLY_TITLES: [&str; 8] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"];

/// What belongs to the surname behind it.
const PARTICLES: [&str; 26] = [
    "van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "del", "della", "dos", "das", "ter",
    "ten", "te", "zu", "af", "st", "bin", "binti", "ibn", "ap", "ab", "ferch",
];

/// What belongs to the surname before it.
const SUFFIXES: [&str; 17] = [
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv", "esq", "obe", "mbe", "cbe", "kc", "qc",
    "phd", "jp",
];

/// Forms of companies.
const COMPANIES: [&str; 12] =
    ["ltd", "limited", "plc", "llp", "llc", "inc", "gmbh", "bv", "cic", "council", "t/a", "corporation"];

/// Puts `more` behind `text`.
pub(super) fn append(text: &mut String, more: &str) {
    if !more.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(more);
    }
}

/// `Smith, John` and `Dr John van der Smith` into title, first name and surname; `Mr & Mrs P Jones` too, and
/// a company where it is one. No word is lost.
pub(super) fn divide_name(whole: &str, draft: &mut Draft) {
    if is_company(whole) && draft.company.is_empty() {
        draft.company = whole.to_owned();
        return;
    }
    let commas: Vec<&str> = whole.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    match commas.as_slice() {
        [] => {}
        [name] => divide_words(name, draft),
        // `John Smith, MBE`
        [name, behind @ ..] if all_in(&behind.join(" "), &SUFFIXES) => {
            divide_words(name, draft);
            append(&mut draft.last_name, &behind.join(" "));
        }
        [last, behind @ ..] => {
            let last = take_title(last, draft);
            // `Smith, John, Dr`
            let (first, titles): (Vec<&str>, Vec<&str>) =
                behind.iter().partition(|part| !all_in(part, &TITLES));
            for title in titles {
                take_title(title, draft);
            }
            draft.first_name = take_title(&first.join(" "), draft);
            draft.last_name = last;
        }
    }
}

/// A title that stands before the first name, where there is no other: `Mrs Mary`, `Mr & Mrs P`.
pub(super) fn take_title_of_first_name(draft: &mut Draft) {
    let begins = |name: &str| {
        name.split_whitespace().next().is_some_and(|word| ONLY_TITLES.contains(&bare(word).as_str()))
    };
    let may_begin = draft.first_name.starts_with(['m', 'M', 'd', 'D', 'p', 'P', 'r', 'R']);
    if draft.title.is_empty() && may_begin && begins(&draft.first_name) && !draft.last_name.is_empty() {
        let first = std::mem::take(&mut draft.first_name);
        draft.first_name = take_title(&first, draft);
    }
}

/// A name without commas.
fn divide_words(whole: &str, draft: &mut Draft) {
    // `Mr A Smith & Ms B Jones` are two people with two surnames: shown as they stand.
    let words: Vec<&str> = whole.split_whitespace().collect();
    let between =
        words.windows(2).position(|pair| matches!(pair, [and, title] if is_and(and) && is_title(title)));
    if let Some(at) = between
        && at > 0
        && words.get(at - 1).is_some_and(|word| !is_title(word))
    {
        return two_people(whole, &words, at, draft);
    }
    let title = draft.title.clone();
    let rest = take_title(whole, draft);
    if rest.is_empty() {
        // Nothing but a title: the only name there is.
        draft.title = title;
        draft.last_name = whole.to_owned();
        return;
    }
    let words: Vec<&str> = rest.split_whitespace().collect();
    let (first, last) = words.split_at(surname_from(&words));
    draft.first_name = first.join(" ");
    draft.last_name = last.join(" ");
}

/// `Mr P & Mrs J Jones`: both titles, both initials, one surname.
fn two_people(whole: &str, words: &[&str], at: usize, draft: &mut Draft) {
    let (one, other) = words.split_at(at);
    let (mut his, mut hers) = (Draft::default(), Draft::default());
    let first = take_title(&one.join(" "), &mut his);
    let name = take_title(&other.get(1..).unwrap_or_default().join(" "), &mut hers);
    let names: Vec<&str> = name.split_whitespace().collect();
    let (others, last) = names.split_at(surname_from(&names));
    if his.title.is_empty() || first.split_whitespace().count() != 1 || last.is_empty() {
        draft.last_name = whole.to_owned();
        return;
    }
    if draft.title.is_empty() {
        draft.title = format!("{} & {}", his.title, hers.title);
    }
    draft.first_name = if others.is_empty() { first } else { format!("{first} & {}", others.join(" ")) };
    draft.last_name = last.join(" ");
}

/// Where the surname begins.
fn surname_from(words: &[&str]) -> usize {
    let mut from = words.len().saturating_sub(1);
    while from > 1 && words.get(from).is_some_and(|word| SUFFIXES.contains(&bare(word).as_str())) {
        from -= 1;
    }
    while from > 1 && words.get(from - 1).is_some_and(|word| PARTICLES.contains(&bare(word).as_str())) {
        from -= 1;
    }
    // `van der Berg` alone is all surname.
    if words.len() > 1
        && words.first().is_some_and(|word| PARTICLES.contains(&bare(word).as_str()))
        && from <= 1
    {
        from = 0;
    }
    from
}

/// Moves the titles that a name begins with to the draft's title and gives the rest. `(Mrs)` behind it is one
/// too.
fn take_title(name: &str, draft: &mut Draft) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let mut titles = Vec::new();
    loop {
        let next = match words.as_slice() {
            [title, ..] if is_title(title) => 1,
            [and, title, ..] if !titles.is_empty() && is_and(and) && is_title(title) => 2,
            _ => break,
        };
        titles.extend(words.drain(..next));
    }
    if let Some(last) = words.last()
        && let Some(inside) = last.strip_prefix('(').and_then(|word| word.strip_suffix(')'))
        && is_title(inside)
    {
        titles.push(inside);
        words.pop();
    }
    if titles.is_empty() {
        return name.trim().to_owned();
    }
    // A title that stands in its own column stays.
    if draft.title.is_empty() {
        draft.title = titles.join(" ");
    }
    words.join(" ")
}

fn bare(word: &str) -> String {
    word.trim_matches(['.', '(', ')']).to_lowercase()
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&bare(word).as_str())
}

fn is_and(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "&" | "and" | "+" | "/" | "und")
}

fn all_in(text: &str, list: &[&str]) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| list.contains(&bare(word).as_str()))
}

fn is_company(whole: &str) -> bool {
    let words: Vec<String> = whole.split([' ', ',']).filter(|word| !word.is_empty()).map(bare).collect();
    let Some((last, before)) = words.split_last() else { return false };
    let is_joined = before.last().is_some_and(|word| is_and(word));
    !before.is_empty()
        && (words.iter().any(|word| COMPANIES.contains(&word.as_str()))
            || (is_joined && matches!(last.as_str(), "co" | "son" | "sons" | "company" | "daughters")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(whole: &str) -> [String; 4] {
        let mut draft = Draft::default();
        divide_name(whole, &mut draft);
        [draft.title, draft.first_name, draft.last_name, draft.company]
    }

    #[test]
    fn a_whole_name_falls_into_its_parts() {
        for (whole, parts) in [
            ("Smith, John", ["", "John", "Smith", ""]),
            ("Mr J R Hartley", ["Mr", "J R", "Hartley", ""]),
            ("Mr & Mrs P Jones", ["Mr & Mrs", "P", "Jones", ""]),
            ("Mr and Mrs Jones", ["Mr and Mrs", "", "Jones", ""]),
            ("Mr P & Mrs J Jones", ["Mr & Mrs", "P & J", "Jones", ""]),
            ("Mr P & Mrs Jones", ["Mr & Mrs", "P", "Jones", ""]),
            ("Jones, Mr & Mrs P", ["Mr & Mrs", "P", "Jones", ""]),
            ("John & Mary Jones", ["", "John & Mary", "Jones", ""]),
            ("Mr A Smith & Ms B Jones", ["", "", "Mr A Smith & Ms B Jones", ""]),
            ("Dr. Anne-Marie van der Berg", ["Dr.", "Anne-Marie", "van der Berg", ""]),
            ("van der Berg", ["", "", "van der Berg", ""]),
            ("MRS SIÂN AP GWILYM", ["MRS", "SIÂN", "AP GWILYM", ""]),
            ("Hadley Fleet Ltd", ["", "", "", "Hadley Fleet Ltd"]),
            ("Dale, Dale & Sons", ["", "", "", "Dale, Dale & Sons"]),
            ("Cher", ["", "", "Cher", ""]),
            ("O'Brien, Mrs Mary", ["Mrs", "Mary", "O'Brien", ""]),
            ("Smith, John, Dr", ["Dr", "John", "Smith", ""]),
            ("Sir Alec de la Mare", ["Sir", "Alec", "de la Mare", ""]),
            ("John Smith Jr", ["", "John", "Smith Jr", ""]),
            ("John Smith, MBE", ["", "John", "Smith MBE", ""]),
            ("Mohammed bin Rashid", ["", "Mohammed", "bin Rashid", ""]),
            ("Rev. Dr. Ann Lee", ["Rev. Dr.", "Ann", "Lee", ""]),
            ("Mary Smith (Mrs)", ["Mrs", "Mary", "Smith", ""]),
            ("Mr Smith, John", ["Mr", "John", "Smith", ""]),
            ("Major", ["", "", "Major", ""]),
            ("", ["", "", "", ""]),
        ] {
            assert_eq!(divided(whole), parts, "{whole}");
        }
    }

    #[test]
    fn a_title_in_the_column_of_first_names_is_one() {
        for (first, last, parts) in [
            ("Mrs Mary", "Jones", ["Mrs", "Mary"]),
            ("Mr & Mrs P", "Jones", ["Mr & Mrs", "P"]),
            ("Mr & Mrs", "Jones", ["Mr & Mrs", ""]),
            ("Major", "Jones", ["", "Major"]),
            ("Mr", "", ["", "Mr"]),
        ] {
            let mut draft = Draft { first_name: first.into(), last_name: last.into(), ..Draft::default() };
            take_title_of_first_name(&mut draft);
            assert_eq!([draft.title, draft.first_name], parts, "{first}");
        }
    }
}
