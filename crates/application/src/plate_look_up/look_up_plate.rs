//! What a plate is on.

use super::facts::PlateFacts;
use super::keys;
use super::register::{Register, RegisterView, not_looked_up};
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::plate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of the longest plate there is.
const LONGEST: usize = 8;

/// Asks the registers about a plate. Changes nothing: what is taken over is saved with the vehicle.
#[derive(Deserialize, TS)]
pub struct LookUpPlate {
    /// As it was typed.
    pub registration: String,
}

/// What the registers say.
#[derive(Debug, Serialize, TS)]
pub struct LookedUpView {
    /// The plate as it is written.
    pub registration: String,
    pub facts: PlateFacts,
    /// What came of asking each; empty where none was asked.
    pub registers: Vec<RegisterView>,
    /// Why there are no facts at all, in a sentence.
    pub not_looked_up: Option<String>,
}

impl Command for LookUpPlate {
    const NAME: &'static str = "look_up_plate";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = LookedUpView;

    fn run(self, cx: &Cx<'_>) -> Result<LookedUpView, Refusal> {
        let (registration, key) = (plate::format(&self.registration), plate::key(&self.registration));
        // Of what is no plate nothing leaves.
        if !(1..=LONGEST).contains(&key.len()) || !key.chars().all(|c| c.is_ascii_alphanumeric()) {
            let words = "Not looked up: this is no registration that a vehicle can bear.";
            let (facts, registers) = (PlateFacts::default(), Vec::new());
            return Ok(LookedUpView { registration, facts, registers, not_looked_up: Some(words.into()) });
        }
        let answers = cx.plates().look_up(&key, &keys::all(cx)?);
        let problems = [answers.dvla.as_ref().err().copied(), answers.dvsa.as_ref().err().copied()];
        let registers: Vec<_> =
            Register::ALL.into_iter().zip(problems).map(|(one, why)| RegisterView::new(one, why)).collect();
        let not_looked_up = not_looked_up(&registers);
        Ok(LookedUpView { registration, facts: answers.into(), registers, not_looked_up })
    }
}
