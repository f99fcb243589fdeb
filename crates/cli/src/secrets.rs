//! Passwords and recovery keys: from a file or the terminal, never from an argument, which every
//! program on the computer can read.

use crate::print::Ending;
use std::env;
use std::fs;
use zeroize::Zeroizing;

/// Names the file with the password.
const PASSWORD_FILE: &str = "FORECOURT_PASSWORD_FILE";
/// Names the file with the recovery key.
pub const RECOVERY_KEY_FILE: &str = "FORECOURT_RECOVERY_KEY_FILE";

/// The password of whoever calls.
pub fn password(login: &str) -> Result<Zeroizing<String>, Ending> {
    if let Some(text) = from_file(PASSWORD_FILE)? {
        return Ok(text);
    }
    rpassword::prompt_password(format!("Password of {login}: ")).map(Zeroizing::new).map_err(|_| {
        Ending::Fault(format!("There is no terminal to ask for a password; set {PASSWORD_FILE}."))
    })
}

/// The recovery key, where a file with it is named.
pub fn recovery_key() -> Result<Option<Zeroizing<String>>, Ending> {
    from_file(RECOVERY_KEY_FILE)
}

fn from_file(variable: &str) -> Result<Option<Zeroizing<String>>, Ending> {
    let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) else { return Ok(None) };
    let text = fs::read_to_string(path).map_err(|error| {
        Ending::Fault(format!("The file named by {variable} cannot be read: {}.", error.kind()))
    })?;
    let text = Zeroizing::new(text);
    // An editor of Windows marks the beginning of a file, and nobody typed that.
    let typed = text.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    Ok(Some(Zeroizing::new(typed.to_owned())))
}
