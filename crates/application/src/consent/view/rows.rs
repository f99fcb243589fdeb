//! The cells of panel and grid: every permission in words, with its date, its ground, and who
//! recorded it.

use super::cell::{CellAnswers, ConsentCell};
use super::row_state::RowState;
use crate::consent::decision_input::DecisionInput;
use crate::consent::describe;
use crate::consent::recorders::Recorded;
use crate::consent::settings::{CONTACT_LOCK, ConsentSettings, THIRD_PARTIES_SHOWN};
use chrono::NaiveDate;
use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::decide::Verdict;
use forecourt_domain::consent::form_rules::FormRules;
use forecourt_domain::consent::mark::verdict_words;
use forecourt_domain::consent::parties::{is_named, manufacturers, third_parties};
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::stop::can_stop;
use forecourt_domain::consent::ticks::TickParty;
use forecourt_domain::consent::{
    Cell, Channel, ChannelMark, Doubt, Mark, Party, Purpose, Shade, Standing, State,
};
use forecourt_domain::time::uk_date;
use serde::Serialize;
use ts_rs::TS;

/// One channel on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentRow {
    pub channel: Channel,
    /// Its name.
    pub label: &'static str,
    /// Us, third parties, and each brand's manufacturer, two purposes each.
    pub cells: Vec<ConsentCell>,
    /// Our own cells in one mark.
    pub us: RowState,
    /// All third parties' in one mark.
    pub third_party: RowState,
    /// May we send service messages?
    pub service: VerdictView,
    /// May we send general marketing?
    pub general: VerdictView,
    /// May third parties send anything?
    pub third: VerdictView,
    /// Both kinds of our own messages in one.
    pub mark: ChannelMark,
    /// Is there anything that *Stop* would record, or is every answer No already?
    pub can_stop: bool,
}

/// What the one decision says, as it is shown before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct VerdictView {
    pub verdict: Verdict,
    /// What the mark stands for.
    pub mark: Mark,
    /// `Allowed`, `Not allowed`
    pub words: &'static str,
    /// What there is to know beside the answer that was recorded: `shared number`, `runs out soon`.
    pub why: Option<&'static str>,
}

impl VerdictView {
    fn of(input: &DecisionInput, cell: &Cell) -> Self {
        let decision = input.by(&cell.party, cell.channel, cell.purpose);
        let expiring = input.is_expiring(cell);
        let (words, why) = verdict_words(cell.channel, &decision, expiring);
        Self { verdict: decision.verdict, mark: Mark::of_kind(&decision, expiring), words, why }
    }

    /// Of several parties and kinds in one.
    fn of_all(input: &DecisionInput, cells: &[&Cell]) -> Self {
        let all: Vec<Self> = cells.iter().map(|cell| Self::of(input, cell)).collect();
        let mark = Mark::of_all(&all.iter().map(|one| one.mark).collect::<Vec<_>>());
        let alike = |read: fn(&Self) -> Option<&'static str>| {
            let first = all.first().and_then(read);
            first.filter(|words| all.iter().all(|one| read(one) == Some(words)))
        };
        let in_part = if mark.may_go() { "Allowed in part" } else { "Not allowed" };
        Self {
            verdict: all.iter().map(|one| one.verdict).min().unwrap_or(Verdict::Block),
            mark,
            words: alike(|one| Some(one.words)).unwrap_or(in_part),
            why: alike(|one| one.why),
        }
    }
}

/// What a party is to the dealership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// The dealership itself.
    Us,
    /// A third party, or all of them.
    ThirdParty,
    /// A brand's manufacturer.
    Manufacturer,
}

/// A column of the full grid.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartyView {
    /// As in [`ConsentCell::party`].
    pub party: String,
    /// What they are to the dealership.
    pub kind: PartyKind,
    /// `Us`, `T.P.`, the third party's or the brand's name.
    pub label: String,
    /// Is it still named in Settings? Who is not can only be taken away from.
    pub listed: bool,
}

/// Whom consent is about at this dealership: itself, third parties, the brands' manufacturers.
pub(in crate::consent) fn parties(settings: &Settings, standing: &Standing) -> Vec<Party> {
    let mut parties = vec![Party::Us];
    if settings.flag(&THIRD_PARTIES_SHOWN) {
        parties.extend(third_parties(&settings.third_parties(), standing));
    }
    parties.extend(manufacturers(&settings.brands(), standing));
    parties
}

pub(in crate::consent) fn party_views(settings: &Settings, parties: &[Party]) -> Vec<PartyView> {
    let (named, brands) = (settings.third_parties(), settings.brands());
    let view = |party: &Party| PartyView {
        party: party.to_string(),
        kind: match party {
            Party::Us => PartyKind::Us,
            Party::ThirdParty(_) => PartyKind::ThirdParty,
            Party::Manufacturer(_) => PartyKind::Manufacturer,
        },
        label: party.label(),
        listed: is_named(party, &named, &brands),
    };
    parties.iter().map(view).collect()
}

/// The rows of panel and grid. `stops`: what a *Stop* goes by, where one is offered.
pub(in crate::consent) fn rows(
    input: &DecisionInput,
    parties: &[Party],
    channels: &[Channel],
    settings: &Settings,
    stops: Option<&FormRules>,
) -> Vec<ConsentRow> {
    let shown = CellRules {
        standing: &input.standing,
        periods: input.rules.periods,
        today: input.today,
        doubt: input.doubt,
        lock: settings.flag(&CONTACT_LOCK),
        named: settings.third_parties(),
        brands: settings.brands(),
    };
    let row = |channel: &Channel| {
        let cells: Vec<(Cell, ConsentCell)> = parties
            .iter()
            .flat_map(|party| Purpose::ALL.map(|purpose| Cell::new(party.clone(), *channel, purpose)))
            .map(|cell| (cell.clone(), shown.cell_view(&cell)))
            .collect();
        let third: Vec<&Cell> =
            cells.iter().map(|(cell, _)| cell).filter(|cell| cell.party.is_third()).collect();
        ConsentRow {
            channel: *channel,
            label: channel.label(),
            us: RowState::of(&cells, TickParty::Us),
            third_party: RowState::of(&cells, TickParty::ThirdParty),
            service: VerdictView::of(input, &Cell::us(*channel, Purpose::ServiceFollowup)),
            general: VerdictView::of(input, &Cell::us(*channel, Purpose::GeneralMarketing)),
            third: VerdictView::of_all(input, &third),
            mark: input.mark(*channel),
            can_stop: stops.is_some_and(|rules| can_stop(&input.standing, Some(*channel), rules)),
            cells: cells.into_iter().map(|(_, view)| view).collect(),
        }
    };
    channels.iter().map(row).collect()
}

/// What a cell is shown by.
struct CellRules<'a> {
    standing: &'a Standing,
    periods: Periods,
    today: NaiveDate,
    doubt: Option<Doubt>,
    lock: bool,
    named: Vec<String>,
    brands: Vec<String>,
}

impl CellRules<'_> {
    fn cell_view(&self, cell: &Cell) -> ConsentCell {
        let stored = self.standing.cells.get(cell);
        let shade = Shade::of_cell(self.standing, cell, self.periods, self.today);
        let clocks_shade =
            self.doubt.map_or(shade, |doubt| Shade::of_cell(self.standing, cell, self.periods, doubt.clock));
        let by_customer = stored.is_some_and(|stored| stored.by_customer && !stored.state.is_permission());
        let locked = by_customer && self.lock;
        let permits = stored.is_some_and(|stored| stored.state.is_permission());
        ConsentCell {
            subject: cell.to_string(),
            party: cell.party.to_string(),
            purpose: cell.purpose,
            state: self.standing.effective(cell, self.periods, self.today),
            shade,
            words: shade.label_beside(clocks_shade),
            answer: shade.answer_beside(clocks_shade),
            since_local: stored.map(|stored| uk_date(stored.since)),
            basis: stored.and_then(|stored| stored.basis),
            recorded: None,
            carried: stored.is_some_and(|stored| stored.carried),
            by_customer,
            locked,
            answers: match is_named(&cell.party, &self.named, &self.brands) {
                _ if locked => CellAnswers::OnlyCustomer,
                true => CellAnswers::Both,
                false if permits => CellAnswers::OnlyNo,
                false => CellAnswers::Nothing,
            },
        }
    }
}

/// Adds to the cells who recorded them.
pub(super) fn add_recorders(
    rows: &mut [ConsentRow],
    recorded: &Recorded,
    names: &Names,
    settings: &Settings,
) {
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        let last = recorded.get(&cell.subject).filter(|last| last.state != State::Unset);
        cell.recorded = last.map(|last| describe::recorded(last, names, settings.zone));
    }
}

/// A cell of a standing in which nothing else stands.
#[cfg(test)]
pub(super) fn shown_for_tests(cell: &Cell, state: State) -> ConsentCell {
    use forecourt_domain::consent::CellStanding;
    let today = "2026-11-21".parse().unwrap_or_default();
    let stored = CellStanding { state, basis: None, since: today, by_customer: false, carried: false };
    let standing = Standing { cells: [(cell.clone(), stored)].into(), ..Standing::default() };
    let (named, brands) = (Vec::new(), Vec::new());
    CellRules {
        standing: &standing,
        periods: Periods::default(),
        today,
        doubt: None,
        lock: true,
        named,
        brands,
    }
    .cell_view(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::recorders::recorded_by;
    use forecourt_domain::consent::decide::Rules;
    use forecourt_domain::consent::{Actor, Change, ConsentEvent, Evidence, Method, Screen, Transition};
    use forecourt_domain::ids::{ContactId, WorkstationId};
    use forecourt_domain::time::{DEFAULT_ZONE, Moment};

    fn event(at: &str, actor: Actor, method: Method, to: State) -> ConsentEvent {
        let at = Moment::parse(at).unwrap();
        let cell = Cell::us(Channel::Email, Purpose::GeneralMarketing);
        ConsentEvent {
            seq: 1,
            event_id: String::new(),
            contact: ContactId::new(1),
            change: Change { cells: vec![Transition { cell, from: State::Unset, to }], ..Change::default() },
            actor,
            workstation: WorkstationId::new(1),
            screen: Screen::ContactRecord,
            method,
            evidence: Evidence::VerifiedLink,
            notice: String::new(),
            local_date: at.civil_date(DEFAULT_ZONE),
            at,
            zone: DEFAULT_ZONE.to_string(),
            clock_suspect: false,
            notes: String::new(),
        }
    }

    fn shown(events: &[ConsentEvent], lock: bool) -> ConsentCell {
        let mut standing = Standing::default();
        events.iter().for_each(|event| standing.apply(event));
        let cell = Cell::us(Channel::Email, Purpose::GeneralMarketing);
        let (named, brands) = (Vec::new(), Vec::new());
        let (periods, today) = (Periods::default(), "2026-11-21".parse().unwrap());
        let rules = CellRules { standing: &standing, periods, today, doubt: None, lock, named, brands };
        let verdict = VerdictView { verdict: Verdict::Block, mark: Mark::No, words: "", why: None };
        let mut rows = [ConsentRow {
            channel: Channel::Email,
            label: "Email",
            cells: vec![rules.cell_view(&cell)],
            us: RowState::of(&[], TickParty::Us),
            third_party: RowState::of(&[], TickParty::ThirdParty),
            service: verdict,
            general: verdict,
            third: verdict,
            mark: ChannelMark::of_standing(&standing, &Rules::default(), Channel::Email, today),
            can_stop: false,
        }];
        add_recorders(&mut rows, &recorded_by(events), &Names::default(), &Settings::default());
        rows[0].cells[0].clone()
    }

    #[test]
    fn what_the_customer_took_back_names_the_customer_and_is_locked_as_the_profile_says() {
        let events = [
            event("2026-11-20T09:00:00Z", Actor::System, Method::Import, State::Granted),
            event("2026-11-21T14:02:00Z", Actor::Customer, Method::Portal, State::Withdrawn),
        ];
        let cell = shown(&events, true);
        assert_eq!(cell.recorded.as_deref(), Some("the customer on the portal, 21/11/2026 14:02"));
        assert!(cell.locked && cell.by_customer);
        assert_eq!(cell.answers, CellAnswers::OnlyCustomer);
        let cell = shown(&events, false);
        assert!(!cell.locked && cell.by_customer, "the Dragon profile asks for a note instead (G6)");
    }

    #[test]
    fn what_was_reset_or_never_asked_names_nobody() {
        let given = event("2026-11-20T09:00:00Z", Actor::System, Method::Import, State::Granted);
        let reset = event("2026-11-21T09:00:00Z", Actor::System, Method::BulkReset, State::Unset);
        assert_eq!(shown(&[given, reset], true).recorded, None);
        assert_eq!(shown(&[], true).recorded, None);
    }
}
