//! The desktop locks its screen or goes to sleep: the product locks with it (S8).
//!
//! The system's session service (logind) says so on the system's message bus. Where there is
//! none, the idle lock has to do.

use crate::ipc::MAIN;
use crate::shell::Shell;
use std::collections::HashMap;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};
use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::message::Type;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{MatchRule, Message};

const SERVICE: &str = "org.freedesktop.login1";

/// A service that does not answer in this time is taken not to know our session.
const ANSWER: Duration = Duration::from_secs(5);

/// Listens on a thread of its own, for as long as the program runs.
pub fn watch(handle: AppHandle, shell: Arc<Shell>) {
    thread::spawn(move || {
        if let Err(error) = listen(&handle, &shell) {
            tracing::info!(%error, "the system does not say when it locks or sleeps");
        }
    });
}

fn listen(handle: &AppHandle, shell: &Shell) -> zbus::Result<()> {
    let system = connection::Builder::system()?.method_timeout(ANSWER).build()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(SERVICE)?.build();
    let signals = MessageIterator::for_match_rule(rule, &system, None)?;
    let own = own_session(&system);
    for signal in signals {
        let signal = signal?;
        if asks_for_lock(&signal, own.as_ref()) && shell.lock() {
            // The page forgets what it shows by being read anew; it finds itself locked.
            if let Some(window) = handle.get_webview_window(MAIN) {
                let _ = window.reload();
            }
        }
    }
    Ok(())
}

/// Our session on this computer: that of our process, else the one with the person's display.
fn own_session(system: &Connection) -> Option<OwnedObjectPath> {
    let at = |path: &'static str, interface: &'static str| Proxy::new(system, SERVICE, path, interface);
    let manager = at("/org/freedesktop/login1", "org.freedesktop.login1.Manager").ok()?;
    if let Ok(session) = manager.call("GetSessionByPID", &(std::process::id(),)) {
        return Some(session);
    }
    // Asked plainly: what keeps a copy of the properties waits for it without a limit.
    let user = at("/org/freedesktop/login1/user/self", "org.freedesktop.DBus.Properties").ok()?;
    let display: OwnedValue = user.call("Get", &("org.freedesktop.login1.User", "Display")).ok()?;
    let (_, session): (String, OwnedObjectPath) = display.try_into().ok()?;
    Some(session)
}

/// Does the signal mean that nobody is to see the screen now? Another person's session on the
/// same computer does not concern us; when ours is not known, every session does.
fn asks_for_lock(signal: &Message, own: Option<&OwnedObjectPath>) -> bool {
    let header = signal.header();
    let word = |name: Option<&str>| name.unwrap_or_default().to_owned();
    let (interface, member) =
        (word(header.interface().map(|name| name.as_str())), word(header.member().map(|name| name.as_str())));
    let ours = || own.is_none_or(|own| header.path().is_some_and(|path| path.as_str() == own.as_str()));
    match (interface.as_str(), member.as_str()) {
        ("org.freedesktop.login1.Manager", "PrepareForSleep") => {
            signal.body().deserialize::<bool>().unwrap_or(false)
        }
        ("org.freedesktop.login1.Session", "Lock") => ours(),
        ("org.freedesktop.DBus.Properties", "PropertiesChanged") => ours() && is_locked_hint(signal),
        _ => false,
    }
}

fn is_locked_hint(signal: &Message) -> bool {
    let body = signal.body();
    let Ok((_, changed, _)) = body.deserialize::<(&str, HashMap<&str, Value<'_>>, Vec<&str>)>() else {
        return false;
    };
    matches!(changed.get("LockedHint"), Some(Value::Bool(true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "/org/freedesktop/login1/session/_32";

    macro_rules! signal {
        ($path:expr, $interface:expr, $member:expr, $body:expr) => {
            Message::signal($path, $interface, $member).unwrap().build($body).unwrap()
        };
    }

    #[test]
    fn s8_sleep_and_our_own_lock_lock_and_nothing_else_does() {
        let own = OwnedObjectPath::try_from(OWN).unwrap();
        let other = "/org/freedesktop/login1/session/_33";
        let manager = "org.freedesktop.login1.Manager";
        let session = "org.freedesktop.login1.Session";
        let asks = |message: &Message| asks_for_lock(message, Some(&own));
        let root = "/org/freedesktop/login1";
        assert!(asks(&signal!(root, manager, "PrepareForSleep", &true)));
        assert!(!asks(&signal!(root, manager, "PrepareForSleep", &false)), "waking up");
        assert!(asks(&signal!(OWN, session, "Lock", &())));
        assert!(!asks(&signal!(other, session, "Lock", &())), "somebody else's desk");
        assert!(asks_for_lock(&signal!(other, session, "Lock", &()), None), "when in doubt");
        assert!(!asks(&signal!(OWN, session, "Unlock", &())));
        let hint = |path: &str, name: &str, value: bool| {
            let changed = HashMap::from([(name, Value::Bool(value))]);
            let body = (session, changed, Vec::<&str>::new());
            signal!(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", &body)
        };
        assert!(asks(&hint(OWN, "LockedHint", true)));
        assert!(!asks(&hint(OWN, "LockedHint", false)));
        assert!(!asks(&hint(OWN, "Active", true)));
        assert!(!asks(&hint(other, "LockedHint", true)));
    }
}
