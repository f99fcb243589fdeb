//! What the mark of a channel says, in the words that a list is narrowed by. The one place where the contact
//! list asks: what it filters by and what a row shows come from here.

use crate::consent::settings::ConsentSettings;
use chrono::NaiveDate;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::decide::{Facts, MessageClass, Question, Rules, Verdict, may_contact};
use forecourt_domain::consent::{Cell, Channel, Doubt, Party, Purpose, Shade, Standing, State};
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
    rules: Rules,
    today: NaiveDate,
    doubt: Option<Doubt>,
}

impl Answers {
    pub(super) fn new(settings: &Settings, now: Moment) -> Self {
        Self { rules: settings.rules(), today: settings.today(now), doubt: settings.doubt(now) }
    }

    /// The answer of a channel.
    pub(super) fn of(&self, standing: &Standing, channel: Channel) -> ChannelAnswer {
        let may = |purpose: &Purpose| {
            let question = Question {
                doubt: self.doubt,
                ..Question::new(channel, MessageClass::of(*purpose), self.today)
            };
            may_contact(standing, &Facts::default(), &self.rules, &question).verdict != Verdict::Block
        };
        let asked = |purpose: &Purpose| standing.state(&Cell::us(channel, *purpose)) != State::Unset;
        match Purpose::ALL.iter().filter(|purpose| may(purpose)).count() {
            0 if !standing.excluded && !Purpose::ALL.iter().any(asked) => ChannelAnswer::NotAsked,
            0 => ChannelAnswer::MayNot,
            some if some < Purpose::ALL.len() => ChannelAnswer::InPart,
            _ => ChannelAnswer::May,
        }
    }

    /// Can the mark of a channel say this, as far as a standing tells? Who shares an address, or has none, can
    /// only make it stricter.
    pub(super) fn may_be(&self, standing: &Standing, channel: Channel, answer: ChannelAnswer) -> bool {
        self.of(standing, channel) == answer
    }

    /// Adds to `found` whoever of `batch` has these marks.
    pub(super) fn keep(
        &self,
        _tx: &Tx<'_>,
        channels: &[(Channel, ChannelAnswer)],
        batch: Vec<(ContactId, Standing)>,
        found: &mut HashSet<ContactId>,
    ) -> Result<(), Refusal> {
        let has = |standing: &Standing| channels.iter().all(|(by, answer)| self.of(standing, *by) == *answer);
        found.extend(batch.into_iter().filter(|(_, standing)| has(standing)).map(|(id, _)| id));
        Ok(())
    }

    /// Does some consent to us run out soon?
    pub(super) fn is_expiring(&self, standing: &Standing) -> bool {
        !standing.excluded
            && Cell::of(&Party::Us).into_iter().any(|cell| {
                Shade::of_cell(standing, &cell, self.rules.periods, self.today) == Shade::Expiring
            })
    }

    /// Was nobody ever asked?
    pub(super) fn is_never_asked(&self, standing: &Standing) -> bool {
        Shade::of_contact(standing, self.rules.periods, self.today) == Shade::NotAsked
    }
}
