//! Trying the keys that are kept.

use super::keys;
use super::register::{Register, RegisterView};
use forecourt_dispatch::plates::NotLookedUp;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The plate that DVLA publishes for trying: no customer's leaves for a test.
const ON_TRIAL: &str = "AA19AAA";

/// Asks the registers about a plate that is nobody's.
#[derive(Deserialize, TS)]
pub struct TestPlateLookUp {}

/// What came of it. A register that knows no such plate has accepted the key.
#[derive(Debug, Serialize, TS)]
pub struct TestedView {
    pub registers: Vec<RegisterView>,
}

impl Command for TestPlateLookUp {
    const NAME: &'static str = "test_plate_look_up";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    type Reply = TestedView;

    fn run(self, cx: &Cx<'_>) -> Result<TestedView, Refusal> {
        let answers = cx.plates().look_up(ON_TRIAL, &keys::all(cx)?);
        let tested = |register, problem: Option<NotLookedUp>| {
            RegisterView::new(register, problem.filter(|why| *why != NotLookedUp::NotFound))
        };
        Ok(TestedView {
            registers: vec![
                tested(Register::Dvla, answers.dvla.err()),
                tested(Register::Dvsa, answers.dvsa.err()),
            ],
        })
    }
}
