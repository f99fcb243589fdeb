//! A page of the sign-ins.

use super::list::{SignInEntry, SignIns, SignInsFilter};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// The sign-ins, newest first.
#[derive(Deserialize, TS)]
pub struct ListSignIns {
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListSignIns {
    const NAME: &'static str = "list_sign_ins";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::EMPLOYEES, tag::SESSION];
    type Reply = Page<SignInEntry>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<SignInEntry>, Refusal> {
        list_page::<SignIns>(cx, SignInsFilter {}, &self.at)
    }
}
