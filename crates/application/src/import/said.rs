//! What a cell says: yes, no, nothing, or something else.
//!
//! Two kinds of column are read differently. In a column that asks for consent an odd text is no answer;
//! in one that says *no* by its name it counts as a No: whoever wrote something there meant something,
//! and a No that is lost does more harm than a customer who is asked once more.

/// What a cell of a consent column answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// Nothing.
    Blank,
    Yes,
    No,
    /// Text that is neither.
    Unclear,
}

/// What a cell of a column says whose name says *no*: *Do not email*, *Unsubscribed*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OptOut {
    /// Nobody refused anything.
    Nothing,
    Refused,
    /// Neither yes nor no: counts as refused, and is told.
    Unclear,
}

/// Words that stand where nobody answered.
const NOTHING: [&str; 22] = [
    "na",
    "n a",
    "nil",
    "null",
    "unknown",
    "not applicable",
    "not asked",
    "not known",
    "not recorded",
    "not stated",
    "not specified",
    "not set",
    "not provided",
    "no answer",
    "no response",
    "no reply",
    "no preference",
    "no data",
    "unset",
    "undefined",
    "pending",
    "tbc",
];
const YES: [&str; 28] = [
    "y",
    "yes",
    "true",
    "t",
    "1",
    "x",
    "on",
    "ok",
    "opt in",
    "optin",
    "opted in",
    "optedin",
    "granted",
    "given",
    "agreed",
    "accepted",
    "consented",
    "subscribed",
    "allow",
    "allowed",
    "ja",
    "j",
    "oui",
    "si",
    "sí",
    "sim",
    "tak",
    "wahr",
];
/// A plain *no*: in a column that says *no* itself it means that nobody refused.
const NO: [&str; 22] = [
    "n", "no", "false", "f", "0", "off", "none", "nope", "nein", "non", "nee", "nie", "nej", "nei", "não",
    "nao", "nu", "ne", "нет", "falsch", "faux", "nage",
];
/// Words that refuse wherever they stand alone.
const STOP: [&str; 9] = ["never", "not", "out", "stop", "stopped", "stopall", "dnc", "dnd", "end"];
/// What a column that says *no* holds of those who did not.
const ALLOWED: [&str; 11] = [
    "allow",
    "allowed",
    "opt in",
    "optin",
    "opted in",
    "optedin",
    "subscribed",
    "active",
    "send",
    "resubscribed",
    "ok to contact",
];
/// Beginnings and parts of words that refuse.
const REFUSING: [&str; 26] = [
    "unsubscri",
    "unsubed",
    "opt out",
    "optout",
    "opted out",
    "optedout",
    "opting out",
    "do not",
    "dont",
    "donot",
    "withdr",
    "declin",
    "refus",
    "denied",
    "revok",
    "reject",
    "object",
    "suppress",
    "cleaned",
    "cancelled",
    "removed",
    "not allow",
    "disallow",
    "blacklist",
    "abgemeldet",
    "désabon",
];
/// And what takes that back.
const NOT_REFUSING: [&str; 12] = [
    "not opt",
    "never opt",
    "hasnt opt",
    "havent opt",
    "didnt opt",
    "not unsub",
    "never unsub",
    "no objection",
    "not object",
    "not refus",
    "not declin",
    "not suppress",
];
/// Registers and reasons that stand in such columns instead of a *yes*.
const REASONS: [&str; 10] =
    ["tps", "ctps", "mps", "fps", "deceased", "died", "dead", "gone away", "spam", "complaint"];

/// The words of a cell: lower case, apostrophes gone, anything else than letters and digits divides.
pub(super) fn words(cell: &str) -> String {
    let mut words = String::with_capacity(cell.len());
    for c in cell.chars().flat_map(char::to_lowercase) {
        if matches!(c, '\'' | '’' | '‘' | '`' | '\u{301}') {
        } else if c.is_alphanumeric() {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// Reads a cell of a consent column.
pub(super) fn answer(cell: &str) -> Answer {
    let cell = cell.trim();
    match cell {
        "" | "-" | "–" | "—" | "☐" => return Answer::Blank,
        "Y" | "y" | "✓" | "✔" | "☑" | "✅" => return Answer::Yes,
        "N" | "n" | "✗" | "✘" | "✕" | "✖" | "❌" | "×" | "☒" => return Answer::No,
        _ => {}
    }
    let words = words(cell.trim_end_matches(".0"));
    let is_one_of = |list: &[&str]| list.contains(&words.as_str());
    if is_one_of(&NOTHING) {
        Answer::Blank
    } else if is_one_of(&YES) && cell.contains('?') {
        Answer::Unclear
    } else if is_one_of(&YES) {
        Answer::Yes
    } else if is_one_of(&NO) || refuses(&words) {
        Answer::No
    } else {
        Answer::Unclear
    }
}

/// Reads a cell of a column whose name says *no*.
pub(super) fn opt_out(cell: &str) -> OptOut {
    let cell = cell.trim();
    match cell {
        "" | "-" | "–" | "—" | "☐" | "N" | "n" => return OptOut::Nothing,
        "Y" | "y" | "✓" | "✔" | "☑" | "✅" => return OptOut::Refused,
        _ => {}
    }
    if is_date(cell) {
        return if says_never(cell) { OptOut::Nothing } else { OptOut::Refused };
    }
    let words = words(cell.trim_end_matches(".0"));
    let is_one_of = |list: &[&str]| list.contains(&words.as_str());
    if is_one_of(&NOTHING) || is_one_of(&NO) || is_one_of(&ALLOWED) || takes_back(&words) {
        OptOut::Nothing
    } else if (is_one_of(&YES) && words != "ok") || is_one_of(&REASONS) || refuses(&words) {
        OptOut::Refused
    } else {
        OptOut::Unclear
    }
}

/// Does the text refuse, in any usual words?
fn refuses(words: &str) -> bool {
    if takes_back(words) {
        return false;
    }
    let first = words.split(' ').next().unwrap_or_default();
    matches!(first, "no" | "not" | "never" | "stop")
        || words.split(' ').any(|word| STOP.contains(&word) && !matches!(word, "not" | "out" | "end"))
        || STOP.contains(&words)
        || REFUSING.iter().any(|part| words.contains(part))
}

fn takes_back(words: &str) -> bool {
    NOT_REFUSING.iter().any(|part| words.contains(part))
}

/// When they left: `2026-10-01 08:00:00`, `01/10/2026`.
fn is_date(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.contains(['-', '/', '.', ':'])
        && cell.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// The dates that databases and spreadsheets write for *never*.
fn says_never(cell: &str) -> bool {
    cell.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0')
        || ["0001-01-01", "01/01/0001", "1/1/0001", "1900-01-00", "00/01/1900", "0/1/1900"]
            .iter()
            .any(|date| cell.starts_with(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_refuses_in_any_usual_words_refuses() {
        for cell in [
            "N",
            "no",
            "No.",
            "FALSE",
            "0",
            "0.0",
            "never",
            "Opt out",
            "opted-out",
            "Opt-Out (user)",
            "Unsubscribed",
            "STOP",
            "Stop all",
            "do not contact",
            "Don't call",
            "Don’t text me",
            "DNC",
            "withdrawn 03/04/2025",
            "Declined",
            "refused",
            "nein",
            "non",
            "No thanks",
            "no longer",
            "✗",
            "Yes - do not call",
            "Not given",
            "Removed by request",
            "Do Not Allow",
            "objected",
            "never again",
        ] {
            assert_eq!(answer(cell), Answer::No, "{cell}");
        }
        for cell in ["Y", "yes", "TRUE", "1", "1.0", "-1", "x", "✓", "ja", "Oui", "opted in", "Opt-in"] {
            assert_eq!(answer(cell), Answer::Yes, "{cell}");
        }
        for cell in ["", " ", "-", "n/a", "N/A", "not asked", "Unknown", "No answer", "null", "☐"] {
            assert_eq!(answer(cell), Answer::Blank, "{cell}");
        }
        for cell in ["maybe", "?", "Y?", "yes??", "has not opted out", "no objection", "TPS", "only by post"]
        {
            assert_eq!(answer(cell), Answer::Unclear, "{cell}");
        }
    }

    #[test]
    fn a_column_that_says_no_counts_whatever_is_not_plainly_a_no() {
        for cell in [
            "Y",
            "yes",
            "TRUE",
            "true",
            "1",
            "-1",
            "x",
            "X",
            "ja",
            "oui",
            "Do Not Allow",
            "Unsubscribed",
            "opted out",
            "TPS",
            "2026-10-01 08:00:00",
            "01/10/2026",
            "2026-10-01T08:00:00Z",
            "Do Not Send",
            "No calls please",
            "deceased",
            "never",
            "STOP",
        ] {
            assert_eq!(opt_out(cell), OptOut::Refused, "{cell}");
        }
        for cell in [
            "",
            "N",
            "no",
            "FALSE",
            "0",
            "0.0",
            "Allow",
            "nein",
            "non",
            "none",
            "n/a",
            "-",
            "Opted in",
            "subscribed",
            "Send",
            "has not opted out",
            "0000-00-00 00:00:00",
            "0001-01-01T00:00:00",
            "Not applicable",
        ] {
            assert_eq!(opt_out(cell), OptOut::Nothing, "{cell}");
        }
        for cell in ["ok", "maybe", "?", "ask wife", "7", "alba@example.org", "✗"] {
            assert_eq!(opt_out(cell), OptOut::Unclear, "{cell}");
        }
    }
}
