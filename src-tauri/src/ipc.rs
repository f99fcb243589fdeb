//! The one command the page may call. It brings a name and an input; who is signed in is known
//! here and never in what the page sends.

use crate::shell::Shell;
use crate::trace::Mark;
use forecourt_dispatch::{Code, Refusal};
use serde_json::Value;
use std::sync::Arc;
use tauri::ipc::Response;
use tauri::{State, WebviewWindow};

/// The window that is served.
pub const MAIN: &str = "main";

/// The page's way to report what it has painted; not a command of the application.
const MARK_PAINTED: &str = "mark_painted";

/// The answer to it.
const NOTHING: &str = "{}";

/// Runs the command `name` of the application, off the thread that draws. Its answer goes to the page as the
/// text that it is.
///
/// # Errors
/// The application's refusal, as it is.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    shell: State<'_, Arc<Shell>>,
    name: String,
    input: Value,
) -> Result<Response, Refusal> {
    admit(window.label())?;
    if name == MARK_PAINTED {
        painted(&shell, &input);
        return Ok(Response::new(NOTHING.to_owned()));
    }
    let shell = Arc::clone(&shell);
    let ran = tauri::async_runtime::spawn_blocking(move || {
        if !is_quiet(&name) {
            shell.note_work();
        }
        let answer = shell.call(&name, input);
        shell.trace.mark(Mark::FirstAnswer);
        if leaves(&name) && answer.is_ok() {
            shell.remember_head();
        }
        if opens(&name) && answer.is_ok() {
            shell.check_pages();
        }
        answer
    });
    ran.await.unwrap_or_else(|error| Err(Refusal::unexpected(&error))).map(Response::new)
}

/// Commands go to the one window there is; a page that got another open is refused.
fn admit(label: &str) -> Result<(), Refusal> {
    if label == MAIN {
        return Ok(());
    }
    tracing::warn!("a command from another window was refused");
    Err(Refusal::new(Code::Denied, "This window may not do that."))
}

fn painted(shell: &Shell, input: &Value) {
    shell.first_screen.come();
    if let Some(mark) = input.get("what").and_then(Value::as_str).and_then(Mark::from_page) {
        shell.trace.mark(mark);
    }
}

/// What a page asks by itself, again and again: no sign of work.
fn is_quiet(name: &str) -> bool {
    matches!(name, "show_startup" | "show_session" | "touch" | "follow_job")
}

/// Commands after which nobody may come back today.
fn leaves(name: &str) -> bool {
    matches!(name, "lock" | "sign_out")
}

/// Commands after which another file may be open than before.
fn opens(name: &str) -> bool {
    matches!(name, "retry_unlock" | "unlock_with_recovery_key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_only_the_main_window_is_served() {
        assert!(admit("main").is_ok());
        for other in ["", "Main", "main2", "main ", "popup"] {
            assert_eq!(admit(other).unwrap_err().code, Code::Denied, "{other:?}");
        }
    }
}
