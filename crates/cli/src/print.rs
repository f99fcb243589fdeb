//! What is said at the end, to people or as one JSON document.

use forecourt_dispatch::{Code, Refusal};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ends when it does not answer.
#[derive(Debug)]
pub enum Ending {
    /// The application refused; exit code 2.
    Refused(Refusal),
    /// Something is wrong with the call or the computer; exit code 1.
    Fault(String),
    /// A fault after, or of, printing the answer: stdout has its document or takes none. Exit code 1.
    Unheard(String),
}

impl From<Refusal> for Ending {
    fn from(mut refusal: Refusal) -> Self {
        if refusal.code == Code::Unexpected {
            return Self::Fault(refusal.message);
        }
        // The window has a screen for these; here one has to be told where to go.
        match refusal.code {
            Code::PasswordDue => refusal.message.push_str(" Here: call change_own_password."),
            Code::ReleaseNeeded => refusal.message.push_str(" They do that in the window."),
            _ => {}
        }
        Self::Refused(refusal)
    }
}

/// What a command answers.
#[derive(Debug)]
pub struct Answer {
    /// As JSON.
    pub json: Value,
    /// For people, one line each.
    pub lines: Vec<String>,
}

impl Answer {
    /// An answer of one sentence.
    pub fn saying(json: Value, words: impl Into<String>) -> Self {
        Self { json, lines: vec![words.into()] }
    }

    /// An answer that was printed already.
    pub fn nothing() -> Self {
        Self { json: Value::Null, lines: Vec::new() }
    }
}

impl Answer {
    fn text(&self, as_json: bool) -> String {
        if as_json && !self.json.is_null() {
            format!("{}\n", self.json)
        } else {
            self.lines.iter().map(|line| format!("{line}\n")).collect()
        }
    }
}

/// Prints an answer that is worth nothing unless somebody has it: a closed pipe is a failure, too.
pub fn hand_over(answer: &Answer, as_json: bool) -> io::Result<()> {
    let mut to = io::stdout();
    to.write_all(answer.text(as_json).as_bytes()).and_then(|()| to.flush())
}

/// Prints an answer.
pub fn answer(answer: &Answer, as_json: bool) -> ExitCode {
    match put(&mut io::stdout(), &answer.text(as_json)) {
        Ok(()) => ExitCode::SUCCESS,
        // A recovery key that went nowhere must not look like one that was printed.
        Err(error) => {
            let words = format!("The answer could not be printed: {}.\n", error.kind());
            let _ = put(&mut io::stderr(), &words);
            ExitCode::FAILURE
        }
    }
}

/// Prints a refusal.
pub fn refusal(refusal: &Refusal, as_json: bool) -> ExitCode {
    if as_json {
        let text = format!("{}\n", serde_json::to_value(refusal).unwrap_or_default());
        let _ = put(&mut io::stdout(), &text);
    } else {
        let mut text = format!("{}\n", refusal.message);
        for (field, words) in &refusal.fields {
            if *words != refusal.message {
                text.push_str(&format!("  {field}: {words}\n"));
            }
        }
        let _ = put(&mut io::stderr(), &text);
    }
    ExitCode::from(2)
}

/// Prints a fault.
pub fn fault(words: &str, as_json: bool) -> ExitCode {
    let _ = if as_json {
        put(&mut io::stdout(), &format!("{}\n", json!({ "code": "fault", "message": words })))
    } else {
        put(&mut io::stderr(), &format!("{words}\n"))
    };
    ExitCode::FAILURE
}

/// Says a fault on stderr alone.
pub fn unheard(words: &str) -> ExitCode {
    let _ = put(&mut io::stderr(), &format!("{words}\n"));
    ExitCode::FAILURE
}

/// Prints what is wrong with the arguments, or the help that was asked for. Wrong arguments are a
/// fault: exit code 2 says that the application refused.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    // They could not be parsed, so nobody else can say whether JSON was asked for.
    let as_json = std::env::args_os().any(|argument| argument == "--json");
    fault(error.render().to_string().trim_end(), as_json)
}

/// Writes all of `text`. A closed pipe is the reader's business.
pub fn put(to: &mut impl Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
