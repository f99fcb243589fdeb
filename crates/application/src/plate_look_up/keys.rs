//! The keys of the registers: in this computer's keychain and nowhere else. What is told of one is that it is kept.

use super::register::Register;
use forecourt_dispatch::plates::{DvsaKeys, PlateKeys};
use forecourt_dispatch::ports::KeychainProblem;
use forecourt_dispatch::{Code, Cx, OwnLine, Refusal};
use forecourt_store::ledger::Subject;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The names under which the history of the settings shows them.
pub(crate) const DVLA_KEY: &str = "plate_look_up.dvla_key";
pub(crate) const DVSA_KEYS: &str = "plate_look_up.dvsa_keys";

/// Characters of a key.
const LONGEST: usize = 200;

/// How the three of DVSA stand in their one entry.
#[derive(Serialize, Deserialize)]
struct Kept {
    client_id: String,
    client_secret: String,
    api_key: String,
}

const fn name(register: Register) -> &'static str {
    match register {
        Register::Dvla => DVLA_KEY,
        Register::Dvsa => DVSA_KEYS,
    }
}

fn entry(cx: &Cx<'_>, register: Register) -> Result<String, Refusal> {
    let what = match register {
        Register::Dvla => "dvla-key",
        Register::Dvsa => "dvsa-keys",
    };
    Ok(cx.book()?.entry(what))
}

/// Is something kept for a register?
pub(super) fn is_kept(cx: &Cx<'_>, register: Register) -> Result<Result<bool, KeychainProblem>, Refusal> {
    Ok(cx.keychain().get(&entry(cx, register)?).map(|text| text.is_some()))
}

/// All that is kept. A keychain that does not answer keeps nothing.
pub(super) fn all(cx: &Cx<'_>) -> Result<PlateKeys, Refusal> {
    // A locked one takes its time to say so: it is asked once.
    let Ok(dvla) = cx.keychain().get(&entry(cx, Register::Dvla)?) else { return Ok(PlateKeys::default()) };
    let dvsa = cx.keychain().get(&entry(cx, Register::Dvsa)?).ok().flatten();
    let dvsa = dvsa.and_then(|text| serde_json::from_str::<Kept>(&text).ok()).map(|kept| DvsaKeys {
        client_id: Zeroizing::new(kept.client_id),
        client_secret: Zeroizing::new(kept.client_secret),
        api_key: Zeroizing::new(kept.api_key),
    });
    Ok(PlateKeys { dvla, dvsa })
}

/// The three of DVSA in one text.
pub(super) fn joined(
    client_id: String,
    client_secret: String,
    api_key: String,
) -> Result<Zeroizing<String>, Refusal> {
    let kept = Kept { client_id, client_secret, api_key };
    serde_json::to_string(&kept).map(Zeroizing::new).map_err(|error| Refusal::unexpected(&error))
}

/// A key as it was typed or pasted.
pub(super) fn check(field: &str, typed: &str) -> Result<String, Refusal> {
    let key = typed.trim();
    if key.is_empty() {
        return Err(Refusal::invalid(field, "Type the key as you were sent it."));
    }
    if key.len() > LONGEST || !key.chars().all(|c| c.is_ascii_graphic()) {
        let words = "A key has letters, digits and signs without a space, 200 at the most.";
        return Err(Refusal::invalid(field, words));
    }
    Ok(key.to_owned())
}

/// Keeps a key, or removes it, with a line that says no more than that. The keychain is asked first, outside the
/// transaction; where the line cannot be written, it is put back.
pub(super) fn put(cx: &Cx<'_>, register: Register, text: Option<&str>) -> Result<(), Refusal> {
    let entry = entry(cx, register)?;
    let before = cx.keychain().get(&entry).map_err(refusal)?;
    let is_as_before = before.as_ref().map(|kept| kept.as_str()) == text;
    if is_as_before {
        return Ok(());
    }
    set(cx, &entry, text)?;
    let line = OwnLine::SettingChanged {
        setting: name(register).into(),
        old: told(before.is_some(), "kept").into(),
        new: told(text.is_some(), if before.is_some() { "replaced" } else { "kept" }).into(),
        reason: String::new(),
    };
    let written = cx.write(|writing| writing.record(Subject::None, &line));
    if written.is_err() {
        let _ = set(cx, &entry, before.as_ref().map(|kept| kept.as_str()));
    }
    written.map(drop)
}

fn set(cx: &Cx<'_>, entry: &str, text: Option<&str>) -> Result<(), Refusal> {
    match text {
        Some(text) => cx.keychain().set(entry, text),
        None => cx.keychain().remove(entry),
    }
    .map_err(refusal)
}

fn told(is_kept: bool, how: &str) -> String {
    if is_kept { format!("{how} on this computer") } else { "none on this computer".into() }
}

/// Why the keychain keeps nothing, in words.
pub(super) const fn words(problem: KeychainProblem) -> &'static str {
    match problem {
        KeychainProblem::Locked => {
            "The keychain of this computer is locked, so keys are neither kept nor used. Unlock it, then try again."
        }
        KeychainProblem::Absent => "This computer has no keychain, and keys are kept nowhere else.",
        KeychainProblem::Failed => {
            "The keychain of this computer failed, so keys are neither kept nor used. Sign in to the computer again, then try again."
        }
    }
}

fn refusal(problem: KeychainProblem) -> Refusal {
    Refusal::new(Code::Invalid, words(problem))
}
