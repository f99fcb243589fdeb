//! The cells of panel and grid: every permission in words, with its date, its ground, and who
//! recorded it.

use crate::consent::asking::Asking;
use crate::consent::settings::{CONTACT_LOCK, ConsentSettings, THIRD_PARTIES_SHOWN};
use chrono::NaiveDate;
use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::decide::Verdict;
use forecourt_domain::consent::edit::{manufacturers, third_parties};
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Channel, ConsentEvent, Method, Party, Purpose, Standing, State,
};
use forecourt_domain::time::uk_date;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// One cell on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentCell {
    /// `us/email/service_followup`.
    pub subject: String,
    /// `us`, `third_party`, `third_party:<name>` or `manufacturer:<brand>`.
    pub party: String,
    /// What for.
    pub purpose: Purpose,
    /// Its state today.
    pub state: State,
    /// The state in a word; `Expiring` when it runs out within the days that Settings call *about
    /// to expire*.
    pub words: &'static str,
    /// Since when, `14/12/2025`.
    pub since_local: Option<String>,
    /// On what ground.
    pub basis: Option<Basis>,
    /// Who recorded it and when: `Maria Keane, 21/11/2026 10:42`. Absent for what was never asked,
    /// and in the as-at view, which lists the events themselves.
    pub recorded: Option<String>,
    /// Carried over from another system (N-19).
    pub carried: bool,
    /// Taken back or refused by the contact personally: giving it again takes a note at least.
    pub by_customer: bool,
    /// Staff cannot give it again: the contact took it back personally, and the profile locks that
    /// (G6).
    pub locked: bool,
}

/// One channel on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentRow {
    /// Which.
    pub channel: Channel,
    /// Its name.
    pub label: &'static str,
    /// Us, third parties, and each brand's manufacturer, two purposes each.
    pub cells: Vec<ConsentCell>,
    /// May we send service messages?
    pub service: Verdict,
    /// May we send general marketing?
    pub general: Verdict,
}

/// A column of the full grid.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartyView {
    /// As in [`ConsentCell::party`].
    pub party: String,
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
    let listed = |party: &Party| match party {
        Party::ThirdParty(Some(name)) => named.contains(name),
        Party::ThirdParty(None) => named.is_empty(),
        Party::Manufacturer(brand) => brands.contains(brand),
        Party::Us => true,
    };
    let view =
        |party: &Party| PartyView { party: party.to_string(), label: party.label(), listed: listed(party) };
    parties.iter().map(view).collect()
}

/// The rows of panel and grid.
pub(in crate::consent) fn rows(asking: &Asking, parties: &[Party], channels: &[Channel]) -> Vec<ConsentRow> {
    let row = |channel: &Channel| ConsentRow {
        channel: *channel,
        label: channel.label(),
        cells: parties
            .iter()
            .flat_map(|party| Purpose::ALL.map(|purpose| Cell::new(party.clone(), *channel, purpose)))
            .map(|cell| cell_view(&asking.standing, &cell, asking.rules.periods, asking.today))
            .collect(),
        service: asking.own(*channel, Purpose::ServiceFollowup).verdict,
        general: asking.own(*channel, Purpose::GeneralMarketing).verdict,
    };
    channels.iter().map(row).collect()
}

fn cell_view(standing: &Standing, cell: &Cell, periods: Periods, today: NaiveDate) -> ConsentCell {
    let stored = standing.cells.get(cell);
    let state = standing.effective(cell, periods, today);
    let by_customer = stored.is_some_and(|stored| stored.by_customer && !stored.state.is_permission());
    ConsentCell {
        subject: cell.to_string(),
        party: cell.party.to_string(),
        purpose: cell.purpose,
        state,
        words: if standing.is_expiring(cell, periods, today) { "Expiring" } else { state.label() },
        since_local: stored.map(|stored| uk_date(stored.since)),
        basis: stored.and_then(|stored| stored.basis),
        recorded: None,
        carried: stored.is_some_and(|stored| stored.carried),
        by_customer,
        locked: by_customer,
    }
}

/// Adds to the cells who recorded them, from the contact's events, oldest first, and whether the
/// profile locks what the contact took back.
pub(super) fn tell(rows: &mut [ConsentRow], events: &[ConsentEvent], names: &Names, settings: &Settings) {
    let lock = settings.flag(&CONTACT_LOCK);
    let mut behind: BTreeMap<String, (&ConsentEvent, State)> = BTreeMap::new();
    for event in events {
        for step in &event.change.cells {
            behind.insert(step.cell.to_string(), (event, step.to));
        }
        if event.change.reconfirmed {
            for (last, _) in behind.values_mut().filter(|(_, state)| *state == State::Granted) {
                *last = event;
            }
        }
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.locked &= lock;
        cell.recorded =
            behind.get(&cell.subject).filter(|(_, state)| *state != State::Unset).map(|(event, _)| {
                let who = match (event.actor, event.method) {
                    (Actor::Customer, Method::Portal) => "the customer on the portal".into(),
                    (Actor::Customer, _) => "the customer".into(),
                    (actor, _) => names.actor(actor),
                };
                format!("{who}, {}", event.at.wall_text(settings.zone))
            });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_domain::consent::{Change, Evidence, Screen, Transition};
    use forecourt_domain::ids::{ContactId, WorkstationId};
    use forecourt_domain::time::{DEFAULT_ZONE, Moment};
    use serde_json::json;

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

    fn told(events: &[ConsentEvent], contact_lock: bool) -> ConsentCell {
        let mut standing = Standing::default();
        events.iter().for_each(|event| standing.apply(event));
        let cell = Cell::us(Channel::Email, Purpose::GeneralMarketing);
        let today = "2026-11-21".parse().unwrap();
        let mut rows = [ConsentRow {
            channel: Channel::Email,
            label: "Email",
            cells: vec![cell_view(&standing, &cell, Periods::default(), today)],
            service: Verdict::Block,
            general: Verdict::Block,
        }];
        let mut settings = Settings::default();
        settings.put(CONTACT_LOCK.key(), json!(contact_lock));
        tell(&mut rows, events, &Names::default(), &settings);
        rows[0].cells[0].clone()
    }

    #[test]
    fn what_the_customer_took_back_names_the_customer_and_is_locked_as_the_profile_says() {
        let events = [
            event("2026-11-20T09:00:00Z", Actor::System, Method::Import, State::Granted),
            event("2026-11-21T14:02:00Z", Actor::Customer, Method::Portal, State::Withdrawn),
        ];
        let cell = told(&events, true);
        assert_eq!(cell.recorded.as_deref(), Some("the customer on the portal, 21/11/2026 14:02"));
        assert!(cell.locked && cell.by_customer);
        let cell = told(&events, false);
        assert!(!cell.locked && cell.by_customer, "the Dragon profile asks for a note instead (G6)");
    }

    #[test]
    fn what_was_reset_or_never_asked_names_nobody() {
        let given = event("2026-11-20T09:00:00Z", Actor::System, Method::Import, State::Granted);
        let reset = event("2026-11-21T09:00:00Z", Actor::System, Method::BulkReset, State::Unset);
        assert_eq!(told(&[given, reset], true).recorded, None);
        assert_eq!(told(&[], true).recorded, None);
    }
}
