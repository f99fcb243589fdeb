//! Consent that runs out: what the panel says before and after the day (D-14).

use chrono::NaiveDate;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{Doubt, Party, Standing, State};
use forecourt_domain::time::{add_months, uk_date};

/// What to do about consent that runs out (D-14); nothing while there is time. Where the clock is in doubt
/// it goes by the clock's own day, and says what counts as run out beside that.
pub(super) fn words(
    standing: &Standing,
    periods: Periods,
    today: NaiveDate,
    doubt: Option<Doubt>,
) -> Option<String> {
    let Some(doubt) = doubt else { return due_words(standing, periods, today) };
    let mut channels: Vec<&str> = Vec::new();
    for (cell, stored) in &standing.cells {
        let label = cell.channel.label();
        let counts = stored.state.is_permission() && doubt.is_behind(stored.since, periods.reconsent_months);
        if counts && !standing.excluded && !channels.contains(&label) {
            channels.push(label);
        }
    }
    let by_the_clock = due_words(standing, periods, doubt.clock);
    if channels.is_empty() {
        return by_the_clock;
    }
    let channels = listed(&channels);
    let counted = format!(
        "Permission for {channels} counts as run out: {doubt}. Check date and time; if they are right, say so in \
         Settings > System."
    );
    Some(by_the_clock.map_or_else(|| counted.clone(), |words| format!("{words} {counted}")))
}

fn due_words(standing: &Standing, periods: Periods, today: NaiveDate) -> Option<String> {
    let due = standing.reconsent_due(periods)?;
    let near = i64::from(periods.expiring_days);
    if (due - today).num_days() > near {
        return None;
    }
    let mut channels: Vec<&str> = Vec::new();
    let mut given = false;
    for (cell, stored) in &standing.cells {
        let end = add_months(stored.since, periods.reconsent_months);
        let label = cell.channel.label();
        if !stored.state.is_permission() || (end - today).num_days() > near {
            continue;
        }
        given |= stored.state == State::Granted;
        if !channels.contains(&label) {
            channels.push(label);
        }
    }
    // What nobody ever gave must not be called given (D-13).
    let how = if given { "last given" } else { "assumed" };
    let months = periods.reconsent_months;
    let before = format!("{months} month{}", if months == 1 { "" } else { "s" });
    let channels = listed(&channels);
    let date = uk_date(due);
    Some(if today > due {
        format!("Ask again: permission for {channels} ran out after {date}, {before} after it was {how}.")
    } else {
        format!("Ask again by {date}: permission for {channels} was {how} {before} before.")
    })
}

/// What ran out, for whom, for the list of those to be asked again (D-15):
/// `Email and SMS; T.P.: Letter`. Empty while everything is good.
pub(crate) fn ran_out(
    standing: &Standing,
    periods: Periods,
    today: NaiveDate,
    doubt: Option<Doubt>,
) -> String {
    let mut of: Vec<(&Party, Vec<&str>)> = Vec::new();
    let mut doubted = false;
    for (cell, stored) in &standing.cells {
        if standing.effective(cell, periods, today) != State::Expired {
            continue;
        }
        doubted |= doubt.is_some_and(|doubt| doubt.is_behind(stored.since, periods.reconsent_months));
        let label = cell.channel.label();
        match of.iter_mut().find(|(party, _)| *party == &cell.party) {
            Some((_, channels)) if channels.contains(&label) => {}
            Some((_, channels)) => channels.push(label),
            None => of.push((&cell.party, vec![label])),
        }
    }
    let words = of.iter().map(|(party, channels)| match party {
        Party::Us => listed(channels),
        others => format!("{}: {}", others.label(), listed(channels)),
    });
    let words = words.collect::<Vec<_>>().join("; ");
    if doubted { format!("{words} (clock in doubt)") } else { words }
}

/// `Email, SMS and Letter`.
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
