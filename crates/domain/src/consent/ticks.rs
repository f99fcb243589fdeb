//! The compact view: five channel ticks and two category ticks a party (N-04, A-21).

use super::{Cell, Channel, Party, Purpose, Standing, State};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The ticks of one party. `None` leaves what stands: an *assumed* permission is shown as a grey
/// tick and stays assumed unless somebody ticks or un-ticks it in front of the contact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ticks {
    pub email: Option<bool>,
    pub sms: Option<bool>,
    /// Letter.
    pub post: Option<bool>,
    /// Telephone.
    pub phone: Option<bool>,
    /// Social Media.
    pub social: Option<bool>,
    /// Service Follow Up.
    pub service: Option<bool>,
    /// General Dealer Marketing Messages.
    pub general: Option<bool>,
}

/// Whose boxes: the dealership's own, or those of all third parties together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TickParty {
    /// The dealership's.
    Us,
    /// Third parties'.
    ThirdParty,
}

impl TickParty {
    /// Both, in the order of the screens.
    pub const ALL: [Self; 2] = [Self::Us, Self::ThirdParty];

    /// Whose they are, in a word.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Us => "Us",
            Self::ThirdParty => "T.P.",
        }
    }

    /// Do these boxes stand for `party`?
    #[must_use]
    pub const fn covers(self, party: &Party) -> bool {
        match self {
            Self::Us => matches!(party, Party::Us),
            Self::ThirdParty => party.is_third(),
        }
    }
}

/// One of the seven boxes of a party: a channel, or a kind of message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TickName {
    /// A channel.
    Email,
    /// A channel.
    Sms,
    /// A channel.
    Post,
    /// A channel.
    Phone,
    /// A channel.
    Social,
    /// A kind of message.
    Service,
    /// A kind of message.
    General,
}

impl TickName {
    /// All seven, in the order of the screens.
    pub const ALL: [Self; 7] =
        [Self::Email, Self::Sms, Self::Post, Self::Phone, Self::Social, Self::Service, Self::General];

    /// The box of a channel.
    #[must_use]
    pub const fn of(channel: Channel) -> Self {
        match channel {
            Channel::Email => Self::Email,
            Channel::Sms => Self::Sms,
            Channel::Post => Self::Post,
            Channel::Phone => Self::Phone,
            Channel::Social => Self::Social,
        }
    }

    /// Does the box have a say about this cell?
    #[must_use]
    pub fn covers(self, cell: &Cell) -> bool {
        match self {
            Self::Service => cell.purpose == Purpose::ServiceFollowup,
            Self::General => cell.purpose == Purpose::GeneralMarketing,
            channel => channel == Self::of(cell.channel),
        }
    }
}

/// A box of the compact view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct TickBox {
    pub party: TickParty,
    pub tick: TickName,
}

impl TickBox {
    /// Both parties' boxes, in the order of the screens.
    pub fn all() -> impl Iterator<Item = Self> {
        TickParty::ALL
            .into_iter()
            .flat_map(|party| TickName::ALL.into_iter().map(move |tick| Self { party, tick }))
    }

    /// Does the box have a say about this cell?
    #[must_use]
    pub fn covers(self, cell: &Cell) -> bool {
        self.party.covers(&cell.party) && self.tick.covers(cell)
    }
}

/// What the ticks ask of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Leave it as it stands.
    Leave,
    /// The contact agrees.
    Grant,
    /// The contact agrees once more to what was given and ran out: it counts from now (the full grid
    /// only).
    Renew,
    /// No permission: what was given is taken back, what was never asked stays so.
    Clear,
    /// The contact was asked and says no (the full grid only).
    Refuse,
}

impl Ticks {
    /// No tick at all: what a new contact starts from (N-01).
    pub const NONE: Self = Self {
        email: Some(false),
        sms: Some(false),
        post: Some(false),
        phone: Some(false),
        social: Some(false),
        service: Some(false),
        general: Some(false),
    };

    /// One tick by its name.
    #[must_use]
    pub const fn get(&self, name: TickName) -> Option<bool> {
        match name {
            TickName::Email => self.email,
            TickName::Sms => self.sms,
            TickName::Post => self.post,
            TickName::Phone => self.phone,
            TickName::Social => self.social,
            TickName::Service => self.service,
            TickName::General => self.general,
        }
    }

    /// Sets one tick by its name.
    pub const fn set(&mut self, name: TickName, value: Option<bool>) {
        let tick = match name {
            TickName::Email => &mut self.email,
            TickName::Sms => &mut self.sms,
            TickName::Post => &mut self.post,
            TickName::Phone => &mut self.phone,
            TickName::Social => &mut self.social,
            TickName::Service => &mut self.service,
            TickName::General => &mut self.general,
        };
        *tick = value;
    }

    /// The tick of a channel.
    #[must_use]
    pub const fn channel(&self, channel: Channel) -> Option<bool> {
        match channel {
            Channel::Email => self.email,
            Channel::Sms => self.sms,
            Channel::Post => self.post,
            Channel::Phone => self.phone,
            Channel::Social => self.social,
        }
    }

    /// The tick of a category.
    #[must_use]
    pub const fn purpose(&self, purpose: Purpose) -> Option<bool> {
        match purpose {
            Purpose::ServiceFollowup => self.service,
            Purpose::GeneralMarketing => self.general,
        }
    }

    /// Is a channel allowed and every kind of message not? Nothing could be sent on it, so that the
    /// customer's yes would be lost.
    #[must_use]
    pub fn lacks_kind(&self) -> bool {
        let channel = Channel::ALL.into_iter().any(|channel| self.channel(channel) == Some(true));
        channel && Purpose::ALL.into_iter().all(|purpose| self.purpose(purpose) == Some(false))
    }

    /// What the ticks ask of a cell: granted when both its ticks are set, cleared when either is
    /// un-ticked, else left. A ticked channel under a category that is left confirms what is
    /// assumed there.
    #[must_use]
    pub fn wish(&self, channel: Channel, purpose: Purpose, now: State) -> Wish {
        match (self.channel(channel), self.purpose(purpose)) {
            (Some(false), _) | (_, Some(false)) => Wish::Clear,
            (Some(true), Some(true)) => Wish::Grant,
            (Some(true), None) if now.is_permission() => Wish::Grant,
            _ => Wish::Leave,
        }
    }

    /// The ticks that show several parties at once, as third parties that are named in Settings:
    /// where they differ, the tick is grey and leaves them so.
    #[must_use]
    pub fn showing_all(standing: &Standing, parties: &[Party]) -> (Self, bool) {
        let mut shown = parties.iter().map(|party| Self::showing(standing, party));
        let Some((mut ticks, mut exact)) = shown.next() else { return (Self::NONE, true) };
        for (other, other_exact) in shown {
            let both = |a: Option<bool>, b: Option<bool>| if a == b { a } else { None };
            exact &= other_exact && ticks == other;
            ticks = Self {
                email: both(ticks.email, other.email),
                sms: both(ticks.sms, other.sms),
                post: both(ticks.post, other.post),
                phone: both(ticks.phone, other.phone),
                social: both(ticks.social, other.social),
                service: both(ticks.service, other.service),
                general: both(ticks.general, other.general),
            };
        }
        (ticks, exact)
    }

    /// The ticks that show `party`'s cells, and whether they show them exactly: cells need not be
    /// the product of channels and categories once the full grid was used.
    #[must_use]
    pub fn showing(standing: &Standing, party: &Party) -> (Self, bool) {
        let state = |channel, purpose| standing.state(&Cell::new(party.clone(), channel, purpose));
        let sum = |states: &mut dyn Iterator<Item = State>| {
            let (mut granted, mut assumed) = (false, false);
            for state in states {
                granted |= state == State::Granted;
                assumed |= state == State::Assumed;
            }
            match (granted, assumed) {
                (true, _) => Some(true),
                (false, true) => None,
                (false, false) => Some(false),
            }
        };
        let channel = |channel| sum(&mut Purpose::ALL.into_iter().map(|purpose| state(channel, purpose)));
        let purpose = |purpose| sum(&mut Channel::ALL.into_iter().map(|channel| state(channel, purpose)));
        let ticks = Self {
            email: channel(Channel::Email),
            sms: channel(Channel::Sms),
            post: channel(Channel::Post),
            phone: channel(Channel::Phone),
            social: channel(Channel::Social),
            service: purpose(Purpose::ServiceFollowup),
            general: purpose(Purpose::GeneralMarketing),
        };
        let exact = Cell::of(party).all(|cell| {
            let shown =
                ticks.channel(cell.channel) == Some(true) && ticks.purpose(cell.purpose) == Some(true);
            shown == (standing.state(&cell) == State::Granted)
        });
        (ticks, exact)
    }
}
