//! The panel's counterpart of a contact's standing: words, colours and dates, nothing to decide.

mod cell;
mod row_state;
mod rows;

pub use cell::{CellAnswers, ConsentCell};
pub use row_state::RowState;
pub use rows::{ConsentRow, PartyKind, PartyView, VerdictView};
pub(super) use rows::{parties, party_views, rows};

use super::current::Current;
use super::decision_input::DecisionInput;
use super::describe;
use super::outcome::{ConsentOutcome, outcome};
use super::recorders::Recorders;
use super::running_out;
use crate::consent::settings::{
    COMPACT_FORM, ConsentSettings, DEFAULT_NOTICE, NOTES_REQUIRED, PROFILE, PURPOSES_SHOWN, REQUIRE_CONSENT,
    REVIEW_MODULES, THIRD_PARTIES_SHOWN,
};
use chrono::NaiveDate;
use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::consent::form::brand_tick;
use forecourt_domain::consent::parties::third_parties;
use forecourt_domain::consent::review::{FREE_DEFERRALS, Review};
use forecourt_domain::consent::standing::{Occasion, Periods};
use forecourt_domain::consent::stop::can_stop;
use forecourt_domain::consent::{Cell, ChannelMark, Form, Party, Shade, Standing, State, Ticks};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::uk_date;
use forecourt_store::{Tx, notice};
use serde::Serialize;
use ts_rs::TS;

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
    /// The modules that wait for it: `service`, `sales_enquiries`, `parts`. Elsewhere it is offered.
    pub modules: Vec<String>,
}

/// Five ticks; `null` is a grey tick over what is assumed.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ChannelTicks {
    pub email: Option<bool>,
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
    pub brand: String,
    /// May details be passed on?
    pub allowed: bool,
    /// The box over all its cells: grey where only some allow it.
    pub tick: Option<bool>,
    /// The state today.
    pub state: State,
    /// What the mark stands for.
    pub shade: Shade,
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
    /// Are answers recorded with the two ticks of the compact view (N-04)? Else in the matrix.
    pub compact_form: bool,
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
    /// What may be done by each channel, as lists and the record's heading show it.
    pub marks: Vec<ChannelMark>,
    /// Is there anything that *Stop all* would record?
    pub can_stop: bool,
    /// The last day of the oldest permission.
    pub reconsent_due: Option<String>,
    /// What to do about it; there once that day is as near as Settings call *about to expire*, or
    /// over.
    pub reconsent_text: Option<String>,
    /// Does what counts as run out do so only because the clock is in doubt?
    pub reconsent_doubt: bool,
    /// Nobody was ever asked.
    pub never_reviewed: bool,
    /// They died: nothing is asked, and only a No can be recorded (L-03).
    pub died: bool,
    /// Whether it is time to go through the preferences.
    pub review: ReviewView,
    /// The words shown to customers now.
    pub notice: NoticeView,
    /// Edit Marketing Consent as it opens.
    pub form: Form,
    /// What saving it untouched would do.
    pub outcome: ConsentOutcome,
}

/// Makes the view.
pub(super) fn consent_view(
    cx: &Cx<'_>,
    tx: &Tx<'_>,
    contact: ContactId,
    settings: &Settings,
) -> Result<ConsentView, Refusal> {
    let now = cx.now;
    let input =
        DecisionInput::about(tx, contact, settings, now)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let names = Names::load(tx)?;
    let standing = &input.standing;
    let (periods, today) = (input.rules.periods, input.today);
    let parties = parties(settings, standing);
    let last_obtained = standing.last_consent_given.as_ref().map(|last| obtained(last, &names));
    let died = input.circumstance.died.is_some();
    let current = Current { died, ..Current::of(standing.clone(), settings, contact, now) };
    let mut rows = rows(&input, &parties, &settings.channels(), settings, Some(&current.rules));
    let recorded = cx.memory::<Recorders>().of(tx, contact, standing.version)?;
    rows::add_recorders(&mut rows, &recorded, &names, settings);
    let form = current.opened();
    let ran_out = |day| standing.reconsent_due(periods).is_some_and(|end| end < day);
    Ok(ConsentView {
        contact_id: contact,
        version: standing.version,
        require_consent: settings.flag(&REQUIRE_CONSENT),
        profile: settings.text(&PROFILE).to_owned(),
        notes_required: settings.flag(&NOTES_REQUIRED),
        purposes_shown: settings.flag(&PURPOSES_SHOWN),
        third_parties_shown: settings.flag(&THIRD_PARTIES_SHOWN),
        compact_form: settings.flag(&COMPACT_FORM),
        parties: party_views(settings, &parties),
        compact: compact(standing, settings),
        manufacturer: manufacturers(settings, standing, periods, today),
        excluded: standing.excluded,
        excluded_by_customer: standing.excluded_by_customer,
        last_obtained_text: describe::last_given(standing.last_consent_given.as_ref(), &names),
        last_obtained,
        last_reviewed: standing.last_reviewed.as_ref().map(|last| reviewed(last, &names)),
        marks: rows.iter().map(|row| row.mark.clone()).collect(),
        can_stop: can_stop(standing, None, &current.rules),
        rows,
        reconsent_due: standing.reconsent_due(periods).map(|due| due.to_string()),
        reconsent_text: running_out::words(standing, periods, today, input.doubt).filter(|_| !died),
        reconsent_doubt: input.doubt.is_some_and(|doubt| ran_out(today) && !ran_out(doubt.clock)),
        never_reviewed: standing.last_reviewed.is_none(),
        review: review(standing, settings, today, died),
        died,
        notice: current_notice(tx)?,
        outcome: outcome(&form, &current, None)?,
        form,
    })
}

/// Nobody goes through the preferences of the dead (L-03).
fn review(standing: &Standing, settings: &Settings, today: NaiveDate, died: bool) -> ReviewView {
    let periods = settings.periods();
    let review = if died { Review::Fresh } else { Review::of(standing, periods, today) };
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
        modules: settings.list(&REVIEW_MODULES),
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
        let tick = brand_tick(standing, &brand);
        let shade = match (tick, state) {
            (Some(true), State::Expired) => Shade::Expired,
            (Some(true), _) => Shade::Given,
            (None, State::Assumed) => Shade::Assumed,
            (None, _) => Shade::Partly,
            (Some(false), state) => Shade::of_state(state),
        };
        ManufacturerConsent { brand, allowed, tick, state, shade }
    };
    settings.brands().into_iter().map(view).collect()
}

fn obtained(last: &Occasion, names: &Names) -> ObtainedView {
    ObtainedView {
        local: uk_date(last.date),
        date: last.date.to_string(),
        method: last.method.label(),
        by: describe::giver(last, names),
    }
}

fn reviewed(last: &Occasion, names: &Names) -> ReviewedView {
    let by = describe::by(last.actor, last.method, names);
    ReviewedView { local: uk_date(last.date), date: last.date.to_string(), by }
}

pub(super) fn current_notice(tx: &Tx<'_>) -> Result<NoticeView, Refusal> {
    let current = notice::current(tx)?;
    Ok(current.map_or_else(
        || NoticeView { id: String::new(), version: 0, text: DEFAULT_NOTICE.to_owned() },
        |notice| NoticeView { id: notice.hash, version: notice.version, text: notice.text },
    ))
}
