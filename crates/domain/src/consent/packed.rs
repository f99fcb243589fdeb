//! How runs of cells are written down: `email:sg,sms:s` for both purposes by email and service
//! follow-up by SMS. A save or an import mostly does the same to many cells of one party, and a
//! database holds them twice for every contact: written out singly they were most of it.

use super::{Cell, Channel, Party, Purpose};

const fn letter(purpose: Purpose) -> char {
    match purpose {
        Purpose::ServiceFollowup => 's',
        Purpose::GeneralMarketing => 'g',
    }
}

/// Adds a cell behind others of the same run.
pub(super) fn push(run: &mut String, channel: Channel, purpose: Purpose) {
    let last = run.rsplit(',').next().unwrap_or_default();
    // `email:s` goes on as `email:sg`, in this order only, so that reading keeps the order.
    let goes_on = purpose == Purpose::GeneralMarketing
        && last.strip_suffix(":s").is_some_and(|word| word == channel.word());
    if !goes_on {
        if !run.is_empty() {
            run.push(',');
        }
        run.push_str(channel.word());
        run.push(':');
    }
    run.push(letter(purpose));
}

/// Reads a run back; `None` when it is none.
pub(super) fn cells(run: &str, party: &Party) -> Option<Vec<Cell>> {
    let mut cells = Vec::with_capacity(10);
    for item in run.split(',') {
        let (channel, purposes) = item.split_once(':')?;
        let channel = Channel::from_word(channel)?;
        for letter in purposes.chars() {
            let purpose = match letter {
                's' => Purpose::ServiceFollowup,
                'g' => Purpose::GeneralMarketing,
                _ => return None,
            };
            cells.push(Cell::new(party.clone(), channel, purpose));
        }
    }
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_reads_back_in_its_order() {
        let (service, general) = (Purpose::ServiceFollowup, Purpose::GeneralMarketing);
        for (run, written) in [
            (vec![(Channel::Email, service), (Channel::Email, general)], "email:sg"),
            (vec![(Channel::Email, general), (Channel::Email, service)], "email:g,email:s"),
            (vec![(Channel::Email, service), (Channel::Sms, general)], "email:s,sms:g"),
            (vec![(Channel::Post, general)], "post:g"),
        ] {
            let mut text = String::new();
            run.iter().for_each(|(channel, purpose)| push(&mut text, *channel, *purpose));
            assert_eq!(text, written);
            let cells = cells(&text, &Party::Us).unwrap();
            assert_eq!(cells.iter().map(|cell| (cell.channel, cell.purpose)).collect::<Vec<_>>(), run);
        }
        for bad in ["", "email", "fax:s", "email:x", "email:s,"] {
            assert_eq!(cells(bad, &Party::Us), None, "{bad}");
        }
    }
}
