//! What the mark of a channel says, in the words that a list is narrowed by. The one place where the contact
//! list asks: what it filters by and what a row shows come from here.

use crate::consent::DecisionInput;
use crate::consent::settings::ConsentSettings;
use chrono::NaiveDate;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::decide::Rules;
use forecourt_domain::consent::mark::Mark;
use forecourt_domain::consent::{Cell, Channel, ChannelMark, Party, Shade, Standing, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use serde::Deserialize;
use std::collections::HashSet;
use ts_rs::TS;

/// May we market to somebody by a channel?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChannelAnswer {
    /// Service and general marketing may go.
    May,
    /// One of the two may.
    InPart,
    /// Neither may.
    MayNot,
    /// Neither may, because nobody asked.
    NotAsked,
}

impl ChannelAnswer {
    /// Of a mark. Who cannot be reached may not be written to either.
    const fn of(mark: Mark) -> Self {
        match mark {
            Mark::Yes => Self::May,
            Mark::Partly => Self::InPart,
            Mark::No | Mark::NoAddress => Self::MayNot,
            Mark::NotAsked => Self::NotAsked,
        }
    }

    /// What Report Audit says of it.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::May => "may",
            Self::InPart => "in part",
            Self::MayNot => "may not",
            Self::NotAsked => "not asked",
        }
    }
}

/// What answers go by, once for all contacts of a call.
pub(super) struct Answers {
    settings: Settings,
    now: Moment,
    rules: Rules,
    today: NaiveDate,
}

impl Answers {
    pub(super) fn new(settings: Settings, now: Moment) -> Self {
        Self { rules: settings.rules(), today: settings.today(now), settings, now }
    }

    /// Can the mark of a channel say this, as far as a standing tells? Who shares an address, or has none, can
    /// only make it stricter.
    pub(super) fn may_be(&self, standing: &Standing, channel: Channel, answer: ChannelAnswer) -> bool {
        let own =
            ChannelAnswer::of(ChannelMark::of_standing(standing, &self.rules, channel, self.today).mark);
        match answer {
            ChannelAnswer::May => own == answer,
            // Where one kind was given and the other never asked about, and nothing is on file to reach them by.
            ChannelAnswer::NotAsked => matches!(own, ChannelAnswer::NotAsked | ChannelAnswer::InPart),
            ChannelAnswer::InPart => matches!(own, ChannelAnswer::May | ChannelAnswer::InPart),
            ChannelAnswer::MayNot => true,
        }
    }

    /// Adds to `found` whoever of `batch` has these marks.
    pub(super) fn keep(
        &self,
        tx: &Tx<'_>,
        channels: &[(Channel, ChannelAnswer)],
        batch: Vec<(ContactId, Standing)>,
        found: &mut HashSet<ContactId>,
    ) -> Result<(), Refusal> {
        if channels.is_empty() {
            found.extend(batch.into_iter().map(|(id, _)| id));
            return Ok(());
        }
        let ids: Vec<ContactId> = batch.iter().map(|(id, _)| *id).collect();
        let inputs = DecisionInput::of_many(tx, batch, Vec::new(), &self.settings, self.now)?;
        let has = |input: &DecisionInput| {
            channels.iter().all(|(by, answer)| ChannelAnswer::of(input.mark(*by).mark) == *answer)
        };
        found.extend(ids.into_iter().zip(&inputs).filter(|(_, input)| has(input)).map(|(id, _)| id));
        Ok(())
    }

    /// Does some consent to us run out soon?
    pub(super) fn is_expiring(&self, standing: &Standing) -> bool {
        !standing.excluded
            && Cell::of(&Party::Us).any(|cell| {
                Shade::of_cell(standing, &cell, self.rules.periods, self.today) == Shade::Expiring
            })
    }

    /// Was nobody ever asked?
    pub(super) fn is_never_asked(&self, standing: &Standing) -> bool {
        !standing.excluded && Cell::of(&Party::Us).all(|cell| standing.state(&cell) == State::Unset)
    }
}
