//! Random histories of a contact's preferences, and everything that may be known and asked.

use chrono::{Days, NaiveDate};
use forecourt_domain::consent::carry_over::{CarryOver, DpaFlags, carry_over, reset};
use forecourt_domain::consent::decide::{
    self, Died, Facts, MessageClass, OptIn, PhoneList, Question, Reminder, ReminderKind, Rules, Screening,
};
use forecourt_domain::consent::edit::{self, ConsentRefusal, Edit, EditRules, assumed_at_creation};
use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::exclusion::decide_exclusion;
use forecourt_domain::consent::form_rules::FormRules;
use forecourt_domain::consent::review::defer;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::stop::{decide_stop, undo_of};
use forecourt_domain::consent::ticks::Wish;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Evidence, Method, Party, Purpose, Screen, Standing, State, Ticks,
    Transition,
};
use forecourt_domain::ids::{ContactId, EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_domain::vehicle::Recall;
use proptest::prelude::*;

pub const STAFF: Actor = Actor::Employee(EmployeeId::new(3));

pub fn may_contact(standing: &Standing, periods: Periods, question: &Question) -> decide::Decision {
    let rules = Rules { periods, ..Rules::default() };
    decide::may_contact(standing, &Facts::default(), &rules, question)
}

pub fn decide(standing: &Standing, edit: &Edit) -> Result<Change, ConsentRefusal> {
    edit::decide(standing, edit, EditRules::default())
}

/// One thing that may happen to a contact's preferences.
#[derive(Debug, Clone)]
pub enum Act {
    Assume,
    Save(Edit),
    Exclude(bool),
    Customer(Cell, State),
    CustomerExcludes(bool),
    CarryOver(DpaFlags, CarryOver),
    Reset(bool),
    Defer,
    /// A stop of a channel or of all; undone at once?
    Stop(Option<Channel>, bool),
}

pub fn a_cell() -> impl Strategy<Value = Cell> {
    let party = prop_oneof![
        Just(Party::Us),
        Just(Party::ThirdParty(None)),
        Just(Party::ThirdParty(Some("Acme / Sons: finance".into()))),
        Just(Party::Manufacturer("Astra".into())),
    ];
    (party, prop::sample::select(&Channel::ALL), prop::sample::select(&Purpose::ALL))
        .prop_map(|(party, channel, purpose)| Cell::new(party, channel, purpose))
}

fn ticks() -> impl Strategy<Value = Ticks> {
    prop::array::uniform7(prop::option::of(any::<bool>())).prop_map(
        |[email, sms, post, phone, social, service, general]| Ticks {
            email,
            sms,
            post,
            phone,
            social,
            service,
            general,
        },
    )
}

/// The ticks, single cells of the full grid, or both.
pub fn an_edit() -> impl Strategy<Value = Edit> {
    let wish = prop::sample::select(vec![Wish::Leave, Wish::Grant, Wish::Renew, Wish::Clear, Wish::Refuse]);
    let cells = prop::collection::vec((a_cell(), wish), 0..4);
    (ticks(), ticks(), prop::option::of(any::<bool>()), any::<bool>(), cells, any::<bool>()).prop_map(
        |(us, third_party, brand, reconfirmed, cells, named)| Edit {
            us,
            third_party,
            named: if named { vec!["Acme / Sons: finance".into()] } else { Vec::new() },
            cells,
            manufacturer: brand.map(|allowed| ("Astra".to_owned(), allowed)).into_iter().collect(),
            method: Method::InPerson,
            notes: "asked".into(),
            reconfirmed,
        },
    )
}

/// What staff can do.
pub fn by_staff() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => Just(Act::Assume),
        6 => an_edit().prop_map(Act::Save),
        2 => any::<bool>().prop_map(Act::Exclude),
        2 => (flags(), known()).prop_map(|(flags, known)| Act::CarryOver(flags, known)),
        1 => any::<bool>().prop_map(Act::Reset),
        1 => Just(Act::Defer),
        2 => a_stop(),
    ]
}

fn a_stop() -> impl Strategy<Value = Act> {
    (prop::option::of(prop::sample::select(&Channel::ALL)), any::<bool>())
        .prop_map(|(channel, undone)| Act::Stop(channel, undone))
}

/// What a stop goes by: every party there is.
pub fn stop_rules() -> FormRules {
    FormRules {
        edit: EditRules::default(),
        named: vec!["Acme / Sons: finance".into()],
        brands: vec!["Astra".into()],
        channels: Channel::ALL.to_vec(),
        third_parties_shown: true,
        purposes_apart: true,
        periods: Periods::default(),
        today: start(),
    }
}

pub fn flags() -> impl Strategy<Value = DpaFlags> {
    any::<(bool, bool)>().prop_map(|(no_follow_up, no_marketing)| DpaFlags { no_follow_up, no_marketing })
}

pub fn known() -> impl Strategy<Value = CarryOver> {
    any::<(bool, bool)>().prop_map(|(has_sale, exact)| CarryOver { has_sale, exact })
}

pub fn by_anyone() -> impl Strategy<Value = Act> {
    let answer = prop::sample::select(vec![State::Granted, State::Withdrawn, State::Refused]);
    prop_oneof![
        4 => by_staff(),
        2 => (a_cell(), answer).prop_map(|(cell, to)| Act::Customer(cell, to)),
        1 => any::<bool>().prop_map(Act::CustomerExcludes),
    ]
}

/// What `act` records, and who made it; nothing when the rules refuse.
fn recorded(standing: &Standing, act: &Act, today: NaiveDate) -> Vec<(Change, Actor, Method)> {
    let one = match act {
        Act::CarryOver(flags, known) => {
            let changes = carry_over(standing, *flags, *known).into_iter();
            return changes.map(|change| (change, STAFF, Method::Migration)).collect();
        }
        Act::Reset(explicit) => reset(standing, *explicit).map(|change| (change, STAFF, Method::BulkReset)),
        Act::Stop(channel, undone) => {
            let Ok(stop) = decide_stop(standing, *channel, Method::Phone, &stop_rules()) else {
                return Vec::new();
            };
            let undo = undone.then(|| (undo_of(standing, &stop), STAFF, Method::Phone));
            return std::iter::once((stop, STAFF, Method::Phone)).chain(undo).collect();
        }
        Act::Defer => {
            let change = defer(standing, Periods::default(), today, "not here").ok();
            change.map(|change| (change, STAFF, Method::InPerson))
        }
        // Only a contact nobody was asked about starts from assumptions (D-02).
        Act::Assume => (standing.version == 0).then(|| (assumed_at_creation(), STAFF, Method::InPerson)),
        Act::Save(edit) => decide(standing, edit).ok().map(|change| (change, STAFF, edit.method)),
        Act::Exclude(on) => {
            decide_exclusion(standing, *on, "asked").ok().map(|change| (change, STAFF, Method::InPerson))
        }
        Act::Customer(cell, to) => {
            let step = Transition { cell: cell.clone(), from: standing.state(cell), to: *to };
            let basis = to.is_permission().then_some(Basis::Consent);
            Some((
                Change { cells: vec![step], reviewed: true, basis, ..Change::default() },
                Actor::Customer,
                Method::Portal,
            ))
        }
        Act::CustomerExcludes(on) => Some((
            Change { exclusion: Some(*on), reviewed: true, ..Change::default() },
            Actor::Customer,
            Method::Portal,
        )),
    };
    one.into_iter().collect()
}

pub fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 31).unwrap()
}

/// Everything the acts record, one event a week, and what they add up to.
pub fn lived(acts: &[Act]) -> (Vec<ConsentEvent>, Standing) {
    let mut standing = Standing::default();
    let mut events = Vec::new();
    for (at, act) in acts.iter().enumerate() {
        let local_date = start() + Days::new(7 * at as u64);
        for (change, actor, method) in recorded(&standing, act, local_date) {
            let event = ConsentEvent {
                seq: events.len() as i64 + 1,
                event_id: String::new(),
                contact: ContactId::new(42),
                change,
                actor,
                workstation: WorkstationId::new(1),
                screen: Screen::ContactRecord,
                method,
                evidence: Evidence::of(method),
                notice: String::new(),
                local_date,
                at: Moment::parse(&format!("{local_date}T10:00:00Z")).unwrap(),
                zone: "Europe/London".into(),
                clock_suspect: false,
                notes: String::new(),
            };
            standing.apply(&event);
            events.push(event);
        }
    }
    (events, standing)
}

/// Restrictions that somebody knows of.
pub fn some_facts() -> impl Strategy<Value = Facts> {
    let date = prop::option::of(Just(start()));
    let opt_in = prop::option::of(prop::sample::select(vec![OptIn::OutUser, OptIn::OutContact]));
    let list = prop::option::of(Just(Screening::Listed { list: PhoneList::Tps, listed: start() }));
    let died = prop::option::of(date.clone().prop_map(|on| Died { on }));
    let gone = (died, date.clone());
    let person = (any::<[bool; 6]>(), date.clone(), date.clone(), opt_in, list, gone);
    let mot = prop::option::of((0_u64..900).prop_map(|days| start() + Days::new(days)));
    let vehicle = (date, mot, prop::sample::select(Recall::ALL));
    (person, vehicle).prop_map(
        |((flags, stopped, requested, opt_in, list, gone), (keeper_changed, mot_until, recall))| {
            let [erased, duplicate, suppressed, bounced, untracked, vehicle] = flags;
            Facts {
                // Most contacts are neither gone nor doubled, or nothing else would be looked at.
                erased: erased && suppressed,
                died: gone.0.filter(|_| suppressed),
                gone_away: gone.1,
                duplicate: duplicate && suppressed,
                stopped,
                erasure_requested: requested,
                suppressed,
                opt_in,
                bounced,
                screening: list.unwrap_or_default(),
                untracked,
                no_service_contact: vehicle,
                keeper_changed,
                mot_until,
                recall,
            }
        },
    )
}

/// What is known once both are.
pub fn both(one: &Facts, other: &Facts) -> Facts {
    Facts {
        erased: one.erased || other.erased,
        died: one.died.or(other.died),
        gone_away: one.gone_away.or(other.gone_away),
        duplicate: one.duplicate || other.duplicate,
        stopped: one.stopped.or(other.stopped),
        erasure_requested: one.erasure_requested.or(other.erasure_requested),
        suppressed: one.suppressed || other.suppressed,
        opt_in: one.opt_in.or(other.opt_in),
        bounced: one.bounced || other.bounced,
        screening: if one.screening == Screening::Off { other.screening } else { one.screening },
        untracked: one.untracked || other.untracked,
        no_service_contact: one.no_service_contact || other.no_service_contact,
        keeper_changed: one.keeper_changed.or(other.keeper_changed),
        mot_until: one.mot_until.max(other.mot_until),
        // What is said of recalls restricts nothing: an outstanding one opens class A to its own news.
        recall: one.recall,
    }
}

/// Every question there is, on a day.
pub fn questions(today: NaiveDate) -> Vec<Question> {
    let parties = [Party::Us, Party::ThirdParty(None), Party::Manufacturer("Astra".into())];
    let mut all = Vec::new();
    for party in parties {
        for channel in Channel::ALL {
            for &class in MessageClass::ALL {
                all.push(Question { party: party.clone(), ..Question::new(channel, class, today) });
            }
        }
    }
    all
}

/// Every reminder about a vehicle, on a day.
pub fn reminders(today: NaiveDate) -> Vec<Question> {
    let kinds = ReminderKind::ALL.iter().flat_map(|kind| Channel::ALL.map(|channel| (*kind, channel)));
    let asked = kinds.map(|(kind, channel)| Question {
        reminder: Some(Reminder { kind, due: Some(today + Days::new(14)) }),
        ..Question::new(channel, MessageClass::ServiceFollowup, today)
    });
    asked.collect()
}
