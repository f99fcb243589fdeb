//! *Stop* on the panel: a customer's "no more texts" in one stroke, whatever was recorded before.

use super::current::Current;
use super::saved::record_and_show;
use super::view::ConsentView;
use super::{check_screen, refused};
use crate::consent::ConsentDraft;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::stop::{decide_stop, stop_note};
use forecourt_domain::consent::{Channel, Method, Screen};
use forecourt_domain::ids::ContactId;
use forecourt_domain::uptime::Uptime;
use serde::Deserialize;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Records a No for everything by one channel, or by all.
#[derive(Deserialize, TS)]
pub struct StopChannel {
    pub contact_id: ContactId,
    /// The version that was on the screen.
    pub version: i64,
    /// By what means; every channel when absent.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// How the customer said so.
    pub method: Method,
    /// Where it was said (D-11).
    pub screen: Screen,
}

/// The last stop at a desk, which may take it back at once. It goes with the session.
#[derive(Default)]
pub(super) struct LastStop(Mutex<Option<Stopped>>);

/// Whose it was, the version it made, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stopped {
    pub contact: ContactId,
    pub version: i64,
    pub at: Uptime,
}

impl LastStop {
    pub fn remember(&self, stopped: Stopped) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(stopped);
    }

    pub fn get(&self) -> Option<Stopped> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Command for StopChannel {
    const NAME: &'static str = "stop_channel";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::CONTACTS, tag::HISTORY];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        check_screen(self.screen)?;
        let view = cx.write(|writing| {
            let current = Current::read_at(writing.tx, self.contact_id, self.version, cx.now)?;
            let change = decide_stop(&current.standing, self.channel, self.method, &current.rules)
                .map_err(|refusal| refused(&refusal))?;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: self.method,
                notes: stop_note(self.channel, self.method),
                date: None,
                // Nobody read any words out: the customer said it by themselves.
                notice: Some(String::new()),
                evidence: None,
            };
            record_and_show(cx, writing, current, draft)
        })?;
        let stopped = Stopped { contact: self.contact_id, version: view.version, at: cx.uptime };
        cx.memory::<LastStop>().remember(stopped);
        Ok(view)
    }
}
