//! Where a job card stands, and where it may go from there.

use crate::words::word_list;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// Where a job card stands.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum JobStatus {
    /// Agreed; the vehicle is not here yet.
    #[default]
    Booked,
    /// The vehicle stands in the yard.
    Arrived,
    /// Somebody works on it.
    InWork,
    /// Done, and everything that is to be charged stands on the card.
    Ready,
    /// Its invoice is posted.
    Invoiced,
    /// The customer has the vehicle back.
    Collected,
    /// Nothing came of it.
    Cancelled,
}

word_list!(JobStatus);

/// What became of a card's invoice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Invoicing {
    /// There is none.
    #[default]
    None,
    /// One was begun; its lines were taken from the card.
    Draft,
    /// It was posted, and never changes.
    Posted,
}

/// What decides where a card may go, beside where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Standing {
    /// How many lines it has.
    pub lines: usize,
    pub invoicing: Invoicing,
}

/// Why a card may not go there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Obstacle {
    #[error("The job card cannot go there from where it stands.")]
    NotAStep,
    #[error("There is no line on the job card yet. Put down what was done, at no charge if need be.")]
    NoLines,
    #[error("An invoice was begun from this job card. Post it, or delete the draft first.")]
    InvoiceBegun,
    #[error("The job card becomes invoiced when its invoice is posted.")]
    ByPosting,
    #[error("The invoice of this job card is posted. What has to be put right goes into a credit note.")]
    Posted,
}

impl JobStatus {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Booked => "Booked",
            Self::Arrived => "Arrived",
            Self::InWork => "In work",
            Self::Ready => "Ready",
            Self::Invoiced => "Invoiced",
            Self::Collected => "Collected",
            Self::Cancelled => "Cancelled",
        }
    }

    /// Is something still to be done? An open card stands against erasing its customer (D-21).
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Collected | Self::Cancelled)
    }

    /// Where it may go from here at all: onwards first, then back, then given up.
    #[must_use]
    pub const fn steps(self) -> &'static [Self] {
        match self {
            Self::Booked => &[Self::Arrived, Self::Cancelled],
            Self::Arrived => &[Self::InWork, Self::Booked, Self::Cancelled],
            Self::InWork => &[Self::Ready, Self::Arrived, Self::Cancelled],
            Self::Ready => &[Self::Invoiced, Self::InWork, Self::Cancelled],
            Self::Invoiced => &[Self::Collected],
            Self::Collected => &[Self::Invoiced],
            Self::Cancelled => &[Self::Arrived],
        }
    }

    /// Does this step take back an earlier one?
    #[must_use]
    pub const fn is_back(self, to: Self) -> bool {
        (to as u8) < (self as u8)
    }

    /// May somebody move the card there by hand?
    ///
    /// # Errors
    /// The [`Obstacle`] in the way.
    pub fn step_to(self, to: Self, standing: Standing) -> Result<(), Obstacle> {
        if !self.steps().contains(&to) {
            return Err(Obstacle::NotAStep);
        }
        match (self, to, standing.invoicing) {
            (Self::Collected, Self::Invoiced, _) | (Self::Invoiced, Self::Collected, _) => Ok(()),
            (_, Self::Invoiced, _) => Err(Obstacle::ByPosting),
            (_, _, Invoicing::Posted) => Err(Obstacle::Posted),
            // Onwards there is nothing to lose; back or given up, the draft would charge what the card lacks.
            (Self::Ready, _, Invoicing::Draft) | (_, Self::Cancelled, Invoicing::Draft) => {
                Err(Obstacle::InvoiceBegun)
            }
            (_, Self::Ready, _) if standing.lines == 0 => Err(Obstacle::NoLines),
            _ => Ok(()),
        }
    }

    /// Is it as far that an invoice is made of it? One that was invoiced before is too: when all of that was
    /// credited it is invoiced anew.
    #[must_use]
    pub const fn may_be_invoiced(self) -> bool {
        matches!(self, Self::Ready | Self::Invoiced | Self::Collected)
    }

    /// May anything on the card be changed but where it stands?
    ///
    /// # Errors
    /// [`Obstacle::Posted`] once it is invoiced, [`Obstacle::NotAStep`] once it is over.
    pub const fn check_change(self, standing: Standing) -> Result<(), Obstacle> {
        match (self, standing.invoicing) {
            (Self::Invoiced | Self::Collected, _) | (_, Invoicing::Posted) => Err(Obstacle::Posted),
            (Self::Cancelled, _) => Err(Obstacle::NotAStep),
            _ => Ok(()),
        }
    }

    /// May its lines be changed? Those of a begun invoice were taken from the card, and would differ from it.
    ///
    /// # Errors
    /// As [`Self::check_change`], and [`Obstacle::InvoiceBegun`].
    pub const fn check_lines(self, standing: Standing) -> Result<(), Obstacle> {
        match standing.invoicing {
            Invoicing::Draft => Err(Obstacle::InvoiceBegun),
            _ => self.check_change(standing),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    const WITH_LINES: Standing = Standing { lines: 1, invoicing: Invoicing::None };

    #[test]
    fn t03_the_way_of_a_card_from_booked_to_collected() {
        use JobStatus::{Arrived, Booked, Cancelled, Collected, InWork, Invoiced, Ready};
        let none = Standing::default();
        let (draft, posted) = (
            Standing { invoicing: Invoicing::Draft, ..WITH_LINES },
            Standing { invoicing: Invoicing::Posted, ..WITH_LINES },
        );
        for (from, to, standing, answer) in [
            (Booked, Arrived, none, Ok(())),
            (Booked, InWork, none, Err(Obstacle::NotAStep)),
            (Arrived, InWork, none, Ok(())),
            (Arrived, Booked, none, Ok(())),
            (InWork, Ready, none, Err(Obstacle::NoLines)),
            (InWork, Ready, WITH_LINES, Ok(())),
            (InWork, Arrived, WITH_LINES, Ok(())),
            (Ready, InWork, WITH_LINES, Ok(())),
            (Ready, InWork, draft, Err(Obstacle::InvoiceBegun)),
            (Ready, Invoiced, WITH_LINES, Err(Obstacle::ByPosting)),
            (Ready, Invoiced, draft, Err(Obstacle::ByPosting)),
            (Ready, Collected, WITH_LINES, Err(Obstacle::NotAStep)),
            (Ready, Cancelled, WITH_LINES, Ok(())),
            (Ready, Cancelled, draft, Err(Obstacle::InvoiceBegun)),
            (Ready, Cancelled, posted, Err(Obstacle::Posted)),
            (Invoiced, Collected, posted, Ok(())),
            (Invoiced, Cancelled, posted, Err(Obstacle::NotAStep)),
            (Invoiced, Ready, posted, Err(Obstacle::NotAStep)),
            (Collected, Invoiced, posted, Ok(())),
            (Cancelled, Arrived, none, Ok(())),
            (Cancelled, Ready, WITH_LINES, Err(Obstacle::NotAStep)),
        ] {
            assert_eq!(from.step_to(to, standing), answer, "{from:?} to {to:?}, {standing:?}");
        }
    }

    #[test]
    fn t03_nothing_is_invoiced_before_it_is_ready() {
        use JobStatus::{Collected, Invoiced, Ready};
        for status in JobStatus::ALL {
            assert_eq!(
                status.may_be_invoiced(),
                [Ready, Invoiced, Collected].contains(&status),
                "{status:?}"
            );
        }
    }

    #[test]
    fn a_card_is_changed_until_it_is_invoiced_and_its_lines_until_one_is_begun() {
        let draft = Standing { invoicing: Invoicing::Draft, ..WITH_LINES };
        for status in JobStatus::ALL {
            let changes =
                !matches!(status, JobStatus::Invoiced | JobStatus::Collected | JobStatus::Cancelled);
            assert_eq!(status.check_change(WITH_LINES).is_ok(), changes, "{status:?}");
            assert_eq!(status.check_lines(WITH_LINES).is_ok(), changes, "{status:?}");
            assert_eq!(status.check_lines(draft), Err(Obstacle::InvoiceBegun), "{status:?}");
        }
        assert_eq!(JobStatus::Ready.check_change(draft), Ok(()), "notes may be added");
    }

    proptest! {
        /// However somebody clicks, a card is invoiced by posting alone, and one with a posted invoice neither
        /// goes back to the workshop nor is given up.
        #[test]
        fn no_clicking_undoes_or_makes_an_invoice(
            clicks in proptest::collection::vec(select(JobStatus::ALL.to_vec()), 0..40),
            lines in 0usize..3,
            posted in any::<bool>(),
        ) {
            let invoicing = if posted { Invoicing::Posted } else { Invoicing::None };
            let mut status = if posted { JobStatus::Invoiced } else { JobStatus::Booked };
            for to in clicks {
                if status.step_to(to, Standing { lines, invoicing }).is_ok() {
                    status = to;
                }
                let after_posting = matches!(status, JobStatus::Invoiced | JobStatus::Collected);
                prop_assert_eq!(after_posting, posted);
                prop_assert!(status != JobStatus::Ready || lines > 0);
            }
        }
    }
}
