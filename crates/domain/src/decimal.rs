//! A number with two places as somebody typed it, in hundredths: what money and quantities have in common.

/// Bytes that a typed number has at most.
const LONGEST: usize = 64;

/// Why what was typed is no such number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Nothing was typed.
    Empty,
    /// Something else than digits, a point and commas at the thousands.
    NoNumber,
    /// More than two places behind the point.
    TooFine,
    /// Less than nothing.
    Below,
    /// More than the most.
    Beyond,
}

/// Reads digits with at most two places. Commas stand at the thousands or nowhere: `1,20` may mean two things.
pub(crate) fn hundredths(typed: &str, most: i64) -> Result<i64, Unread> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Unread::Empty);
    }
    if typed.len() > LONGEST {
        return Err(Unread::NoNumber);
    }
    let (whole, places) = typed.split_once('.').unwrap_or((typed, ""));
    let signs = ['-', '\u{2212}', '–'];
    let (below, whole) = whole.strip_prefix(signs).map_or((false, whole), |rest| (true, rest));
    let is_number = !(whole.is_empty() && places.is_empty())
        && places.bytes().all(|byte| byte.is_ascii_digit())
        && whole_is_written(whole);
    if !is_number {
        return Err(Unread::NoNumber);
    }
    if places.len() > 2 {
        return Err(Unread::TooFine);
    }
    let digit = |at: usize| places.as_bytes().get(at).map_or(0, |byte| i64::from(byte - b'0'));
    let mut value = 0_i64;
    for byte in whole.bytes().filter(u8::is_ascii_digit) {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(i64::from(byte - b'0')))
            .ok_or(Unread::Beyond)?;
    }
    let value = value.checked_mul(100).ok_or(Unread::Beyond)? + digit(0) * 10 + digit(1);
    match value {
        0 => Ok(0),
        _ if below => Err(Unread::Below),
        value if value > most => Err(Unread::Beyond),
        value => Ok(value),
    }
}

/// Digits alone, or in threes behind commas; nothing stands for 0 before a point.
fn whole_is_written(whole: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((front, thousands)) = whole.split_once(',') else { return digits(whole) };
    (1..=3).contains(&front.len())
        && digits(front)
        && thousands.split(',').all(|three| three.len() == 3 && digits(three))
}
