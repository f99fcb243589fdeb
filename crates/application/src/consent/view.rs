//! The panel's counterpart of a contact's standing: words, colours and dates, nothing to decide.

use super::asking::Asking;
use super::running_out;
use crate::Refusal;
use crate::settings::{self, Settings};
use crate::who::Names;
use chrono::NaiveDate;
use forecourt_domain::consent::decide::Verdict;
use forecourt_domain::consent::edit::third_parties;
use forecourt_domain::consent::review::{FREE_DEFERRALS, Review};
use forecourt_domain::consent::standing::{Occasion, Periods};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Channel, Method, Party, Purpose, Standing, State, Ticks,
};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::{Tx, notice};
use serde::Serialize;
use ts_rs::TS;

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
    /// Carried over from another system (N-19).
    pub carried: bool,
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

/// The review of the preferences (N-14, N-15).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewView {
    /// Has it to be done now?
    pub due: bool,
    /// Why, in words; empty while it is not.
    pub text: String,
    /// How often it was put off since the last one.
    pub deferrals: u32,
    /// Does putting it off once more take a reason?
    pub reason_needed: bool,
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
    pub profile: String,
    /// Does a note have to be written when permission is taken away (D-07)?
    pub notes_required: bool,
    /// Are service and general messages shown apart?
    pub purposes_shown: bool,
    /// Are third parties shown?
    pub third_parties_shown: bool,
    /// Channel by channel, as many as the profile shows.
    pub rows: Vec<ConsentRow>,
    /// Whom the cells of a row are about, in their order.
    pub parties: Vec<PartyView>,
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
    /// Whether it is time to go through the preferences.
    pub review: ReviewView,
    /// The words shown to customers now.
    pub notice: NoticeView,
}

/// Makes the view.
pub(super) fn consent_view(tx: &Tx<'_>, contact: ContactId, now: Moment) -> Result<ConsentView, Refusal> {
    let settings = Settings::load(tx)?;
    let asking = Asking::about(tx, contact, &settings, now)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let names = Names::load(tx)?;
    let standing = &asking.standing;
    let (periods, today) = (asking.rules.periods, asking.today);
    let parties = parties(&settings, standing);
    let last_obtained = standing.last_consent_given.as_ref().map(|last| obtained(last, &names));
    Ok(ConsentView {
        contact_id: contact,
        version: standing.version,
        require_consent: settings.flag(settings::REQUIRE_CONSENT),
        profile: settings.text(settings::PROFILE).to_owned(),
        notes_required: settings.flag(settings::NOTES_REQUIRED),
        purposes_shown: settings.flag(settings::PURPOSES_SHOWN),
        third_parties_shown: settings.flag(settings::THIRD_PARTIES_SHOWN),
        rows: rows(&asking, &parties, &settings.channels()),
        parties: party_views(&settings, &parties),
        compact: compact(standing, &settings),
        manufacturer: manufacturers(&settings, standing, periods, today),
        excluded: standing.excluded,
        excluded_by_customer: standing.excluded_by_customer,
        last_obtained_text: match &last_obtained {
            Some(last) => format!("{}, {}, {}", last.local, last.method, last.by),
            None => "Never recorded".into(),
        },
        last_obtained,
        last_reviewed: standing.last_reviewed.as_ref().map(|last| reviewed(last, &names)),
        reconsent_due: standing.reconsent_due(periods).map(|due| due.to_string()),
        reconsent_text: running_out::words(standing, periods, today),
        never_reviewed: standing.last_reviewed.is_none(),
        review: review(standing, periods, today),
        notice: current_notice(tx)?,
    })
}

/// Whom consent is about at this dealership: itself, third parties, the brands' manufacturers.
pub(super) fn parties(settings: &Settings, standing: &Standing) -> Vec<Party> {
    let mut parties = vec![Party::Us];
    if settings.flag(settings::THIRD_PARTIES_SHOWN) {
        parties.extend(third_parties(&settings.third_parties(), standing));
    }
    parties.extend(settings.brands().into_iter().map(Party::Manufacturer));
    parties
}

pub(super) fn party_views(settings: &Settings, parties: &[Party]) -> Vec<PartyView> {
    let named = settings.third_parties();
    let listed = |party: &Party| match party {
        Party::ThirdParty(Some(name)) => named.contains(name),
        Party::ThirdParty(None) => named.is_empty(),
        _ => true,
    };
    let view =
        |party: &Party| PartyView { party: party.to_string(), label: party.label(), listed: listed(party) };
    parties.iter().map(view).collect()
}

/// The rows of panel and grid.
pub(super) fn rows(asking: &Asking, parties: &[Party], channels: &[Channel]) -> Vec<ConsentRow> {
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

fn review(standing: &Standing, periods: Periods, today: NaiveDate) -> ReviewView {
    let review = Review::of(standing, periods, today);
    let months = periods.review_months;
    let unit = if months == 1 { "month" } else { "months" };
    ReviewView {
        due: review.is_forced(),
        text: match review {
            Review::Fresh => String::new(),
            Review::Never => "These preferences were never gone through with the customer.".into(),
            Review::Overdue(last) => {
                format!("Last gone through on {}, over {months} {unit} ago.", uk_date(last))
            }
        },
        deferrals: standing.deferrals,
        reason_needed: standing.deferrals >= FREE_DEFERRALS,
    }
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
        carried: stored.is_some_and(|stored| stored.carried),
        locked: stored.is_some_and(|stored| stored.by_customer && !stored.state.is_permission()),
    }
}

fn compact(standing: &Standing, settings: &Settings) -> CompactConsent {
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
    let (third_party, third_party_exact) =
        Ticks::showing_all(standing, &third_parties(&settings.third_parties(), standing));
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
