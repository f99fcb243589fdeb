//! Consent that runs out: what the panel says before and after the day (D-14).

use chrono::NaiveDate;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{Party, Standing, State};
use forecourt_domain::time::{add_months, uk_date};

/// What to do about consent that runs out (D-14); nothing while there is time.
pub(super) fn words(standing: &Standing, periods: Periods, today: NaiveDate) -> Option<String> {
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
pub(crate) fn ran_out(standing: &Standing, periods: Periods, today: NaiveDate) -> String {
    let mut of: Vec<(&Party, Vec<&str>)> = Vec::new();
    for cell in standing.cells.keys() {
        if standing.effective(cell, periods, today) != State::Expired {
            continue;
        }
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
    words.collect::<Vec<_>>().join("; ")
}

/// `Email, SMS and Letter`.
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
