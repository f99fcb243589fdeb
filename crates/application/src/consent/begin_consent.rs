//! What a contact who is not on file yet starts from, and what recording answers with it would do: the
//! form for a new contact asks on the same page (N-01).

use super::current::Current;
use super::decision_input::DecisionInput;
use super::outcome::{ConsentOutcome, outcome};
use super::settings::{ConsentSettings, PURPOSES_SHOWN, REQUIRE_CONSENT};
use super::view::{ConsentRow, NoticeView, PartyView, current_notice, parties, party_views, rows};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::edit::assumed_at_creation;
use forecourt_domain::consent::{Actor, Form, Method, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks with what a new contact begins. Nothing is recorded.
#[derive(Deserialize, TS)]
pub struct BeginConsent {
    /// The form as it stands on the screen; as it opens when absent.
    #[serde(default)]
    #[ts(optional)]
    pub form: Option<Form>,
}

/// The matrix before anybody answered, and what saving the form would record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentBeginning {
    /// Channel by channel, as many as the profile shows.
    pub rows: Vec<ConsentRow>,
    /// Whom the cells of a row are about, in their order.
    pub parties: Vec<PartyView>,
    /// Are the two kinds of message told apart?
    pub purposes_shown: bool,
    /// Nobody is excluded before they are on file.
    pub excluded: bool,
    /// The words shown to customers now.
    pub notice: NoticeView,
    /// The form as it opens.
    pub form: Form,
    /// What recording the form would do.
    pub outcome: ConsentOutcome,
}

impl Command for BeginConsent {
    const NAME: &'static str = "begin_consent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = ConsentBeginning;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentBeginning, Refusal> {
        cx.read(|tx| {
            let settings = Settings::load(tx)?;
            let standing = standing_of_new(&settings, cx.now);
            let input = DecisionInput::of_nobody(standing.clone(), &settings, cx.now);
            let parties = parties(&settings, &standing);
            let current = Current::of(standing, &settings, ContactId::new(0), cx.now);
            let opened = current.opened();
            Ok(ConsentBeginning {
                rows: rows(&input, &parties, &settings.channels(), &settings, None),
                parties: party_views(&settings, &parties),
                purposes_shown: settings.flag(&PURPOSES_SHOWN),
                excluded: false,
                notice: current_notice(tx)?,
                outcome: outcome(self.form.as_ref().unwrap_or(&opened), &current, None)?,
                form: opened,
            })
        })
    }
}

/// What stands once the contact is on file: nothing, or what D-02 assumes.
fn standing_of_new(settings: &Settings, now: Moment) -> Standing {
    let mut standing = Standing::default();
    if !settings.flag(&REQUIRE_CONSENT) {
        standing.apply_change(&assumed_at_creation(), Actor::System, Method::InPerson, settings.today(now));
    }
    standing
}
