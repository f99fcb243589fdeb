//! The panel's counterpart of a contact's standing: words, colours and dates, nothing to decide.

use super::running_out;
use super::why::Asking;
use crate::Refusal;
use crate::settings::{self, Settings};
use crate::who::Names;
use chrono::NaiveDate;
use forecourt_domain::consent::standing::{Occasion, Periods};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Channel, Method, Party, Purpose, Standing, State, Ticks,
};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::{Tx, consent, notice, reach};
use serde::Serialize;
use ts_rs::TS;

/// Which product's rules apply (SPEC 2.6).
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Forecourt's own.
    Forecourt,
}

/// One cell on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentCell {
    /// `us/email/service_followup`.
    pub subject: String,
    /// `us`, `third_party` or `manufacturer:<brand>`.
    pub party: String,
    /// What for.
    pub purpose: Purpose,
    /// Its state today.
    pub state: State,
    /// The state in a word; `Expiring` when it runs out within 30 days.
    pub words: &'static str,
    /// Since when, `14/12/2025`.
    pub since_local: Option<String>,
    /// On what ground.
    pub basis: Option<Basis>,
    /// Taken back by the contact: staff cannot tick it again.
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
    /// Why we may or may not, in plain words.
    pub why: Vec<String>,
}

/// Five ticks; `null` is a grey tick over what is assumed.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ChannelTicks {
    /// Email.
    pub email: Option<bool>,
    /// SMS.
    pub sms: Option<bool>,
    /// Letter.
    pub post: Option<bool>,
    /// Telephone.
    pub phone: Option<bool>,
    /// Social Media.
    pub social: Option<bool>,
}

/// The ticks of one party.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct CompactParty {
    /// By channel.
    pub channels: ChannelTicks,
    /// Service Follow Up.
    pub service: Option<bool>,
    /// General Dealer Marketing Messages.
    pub general: Option<bool>,
}

/// The compact view (N-04).
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct CompactConsent {
    /// The dealership's own ticks.
    pub us: CompactParty,
    /// Third parties' ticks.
    pub third_party: CompactParty,
    /// Do the ticks say exactly what the cells say?
    pub exact: bool,
}

/// One brand's manufacturer (D-09).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ManufacturerConsent {
    /// The brand.
    pub brand: String,
    /// May details be passed on?
    pub allowed: bool,
    /// The state today.
    pub state: State,
}

/// When consent was last given.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ObtainedView {
    /// `14/12/2025`.
    pub local: String,
    /// `2025-12-14`.
    pub date: String,
    /// `in person`.
    pub method: &'static str,
    /// Who recorded it.
    pub by: String,
}

/// When the preferences were last looked at.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewedView {
    /// `02/06/2026`.
    pub local: String,
    /// `2026-06-02`.
    pub date: String,
    /// Who looked.
    pub by: String,
}

/// The words shown to customers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoticeView {
    /// The hash under which they are kept.
    pub id: String,
    /// Counts wordings.
    pub version: i64,
    /// The words.
    pub text: String,
}

/// What a contact allows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentView {
    /// Whose.
    pub contact_id: ContactId,
    /// Send it back with a save.
    pub version: i64,
    /// D-01.
    pub require_consent: bool,
    /// Which product's rules apply.
    pub profile: Profile,
    /// Channel by channel.
    pub rows: Vec<ConsentRow>,
    /// As ticks.
    pub compact: CompactConsent,
    /// Brand by brand; empty unless the dealer is franchised.
    pub manufacturer: Vec<ManufacturerConsent>,
    /// D-08.
    pub excluded: bool,
    /// Was the exclusion the contact's own act? Then staff cannot lift it.
    pub excluded_by_customer: bool,
    /// D-06; absent for never.
    pub last_obtained: Option<ObtainedView>,
    /// The same in words; `Never recorded` (D-13).
    pub last_obtained_text: String,
    /// N-14.
    pub last_reviewed: Option<ReviewedView>,
    /// The last day of the oldest permission.
    pub reconsent_due: Option<String>,
    /// What to do about it, once that day is near or over.
    pub reconsent_text: Option<String>,
    /// Nobody was ever asked.
    pub never_reviewed: bool,
    /// The words shown to customers now.
    pub notice: NoticeView,
}

/// Makes the view.
pub(super) fn consent_view(tx: &Tx<'_>, contact: ContactId, now: Moment) -> Result<ConsentView, Refusal> {
    let reach = reach::of(tx, contact)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let standing = consent::standing(tx, contact)?;
    let settings = Settings::load(tx)?;
    let (today, periods) = (now.civil_date(settings.zone), settings.periods());
    let names = Names::load(tx)?;
    let asking = Asking { standing: &standing, periods, reach, today };
    let mut parties = vec![Party::Us, Party::ThirdParty(None)];
    parties.extend(settings.brands().into_iter().map(Party::Manufacturer));
    let rows = Channel::ALL
        .into_iter()
        .map(|channel| ConsentRow {
            channel,
            label: channel.label(),
            cells: parties
                .iter()
                .flat_map(|party| Purpose::ALL.map(|purpose| Cell::new(party.clone(), channel, purpose)))
                .map(|cell| cell_view(&standing, &cell, periods, today))
                .collect(),
            why: asking.why(channel),
        })
        .collect();
    let last_obtained = standing.last_consent_given.as_ref().map(|last| obtained(last, &names));
    Ok(ConsentView {
        contact_id: contact,
        version: standing.version,
        require_consent: settings.flag(settings::REQUIRE_CONSENT),
        profile: Profile::Forecourt,
        rows,
        compact: compact(&standing),
        manufacturer: manufacturers(&settings, &standing, periods, today),
        excluded: standing.excluded,
        excluded_by_customer: standing.excluded_by_customer,
        last_obtained_text: match &last_obtained {
            Some(last) => format!("{}, {}, {}", last.local, last.method, last.by),
            None => "Never recorded".into(),
        },
        last_obtained,
        last_reviewed: standing.last_reviewed.as_ref().map(|last| reviewed(last, &names)),
        reconsent_due: standing.reconsent_due(periods).map(|due| due.to_string()),
        reconsent_text: running_out::words(&standing, periods, today),
        never_reviewed: standing.last_reviewed.is_none(),
        notice: current_notice(tx)?,
    })
}

fn cell_view(standing: &Standing, cell: &Cell, periods: Periods, today: NaiveDate) -> ConsentCell {
    let stored = standing.cells.get(cell);
    let state = standing.effective(cell, periods, today);
    ConsentCell {
        subject: cell.to_string(),
        party: cell.party.to_string(),
        purpose: cell.purpose,
        state,
        words: if standing.is_expiring(cell, periods, today) { "Expiring" } else { state.label() },
        since_local: stored.map(|stored| uk_date(stored.since)),
        basis: stored.and_then(|stored| stored.basis),
        locked: stored.is_some_and(|stored| stored.by_customer && !stored.state.is_permission()),
    }
}

fn compact(standing: &Standing) -> CompactConsent {
    let party = |ticks: Ticks| CompactParty {
        channels: ChannelTicks {
            email: ticks.email,
            sms: ticks.sms,
            post: ticks.post,
            phone: ticks.phone,
            social: ticks.social,
        },
        service: ticks.service,
        general: ticks.general,
    };
    let (us, us_exact) = Ticks::showing(standing, &Party::Us);
    let (third_party, third_party_exact) = Ticks::showing(standing, &Party::ThirdParty(None));
    CompactConsent { us: party(us), third_party: party(third_party), exact: us_exact && third_party_exact }
}

fn manufacturers(
    settings: &Settings,
    standing: &Standing,
    periods: Periods,
    today: NaiveDate,
) -> Vec<ManufacturerConsent> {
    let view = |brand: String| {
        let party = Party::Manufacturer(brand.clone());
        let allowed = Cell::of(&party).all(|cell| standing.state(&cell) == State::Granted);
        // One tick moves all ten cells; where an import left them apart, the strictest shows.
        let strictness = |state: &State| match state {
            State::Granted => 0,
            State::Assumed => 1,
            State::Expired => 2,
            State::Unset => 3,
            State::Refused => 4,
            State::Withdrawn => 5,
        };
        let state = Cell::of(&party)
            .map(|cell| standing.effective(&cell, periods, today))
            .max_by_key(strictness)
            .unwrap_or(State::Unset);
        ManufacturerConsent { brand, allowed, state }
    };
    settings.brands().into_iter().map(view).collect()
}

fn obtained(last: &Occasion, names: &Names) -> ObtainedView {
    ObtainedView {
        local: uk_date(last.date),
        date: last.date.to_string(),
        method: last.method.label(),
        by: match last.actor {
            Actor::Customer => "the customer".into(),
            actor => names.actor(actor),
        },
    }
}

fn reviewed(last: &Occasion, names: &Names) -> ReviewedView {
    let by = match (last.actor, last.method) {
        (Actor::Customer, Method::Portal) => "the customer on the portal".into(),
        (Actor::Customer, _) => "the customer".into(),
        (actor, _) => names.actor(actor),
    };
    ReviewedView { local: uk_date(last.date), date: last.date.to_string(), by }
}

fn current_notice(tx: &Tx<'_>) -> Result<NoticeView, Refusal> {
    let kept = notice::current(tx)?;
    Ok(kept.map_or_else(
        || NoticeView { id: String::new(), version: 0, text: settings::DEFAULT_NOTICE.to_owned() },
        |notice| NoticeView { id: notice.hash, version: notice.version, text: notice.text },
    ))
}
