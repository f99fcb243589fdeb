//! How the program ended and what it said.

use serde_json::{Deserializer, Value};
use std::process::{Child, Command};

pub struct Said {
    pub code: i32,
    pub out: Vec<u8>,
    pub err: String,
}

impl Said {
    /// Runs a program to its end.
    pub fn by(command: &mut Command) -> Self {
        Self::from(command.output().unwrap())
    }

    /// Waits for a program's end.
    pub fn of(child: Child) -> Self {
        Self::from(child.wait_with_output().unwrap())
    }

    fn from(output: std::process::Output) -> Self {
        let err = String::from_utf8(output.stderr).unwrap();
        Self { code: output.status.code().expect("not ended by a signal"), out: output.stdout, err }
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    /// The one JSON document of stdout, and nothing beside it.
    #[track_caller]
    pub fn document(&self) -> Value {
        let text = self.text();
        let documents: Vec<Value> =
            Deserializer::from_str(text).into_iter().collect::<Result<_, _>>().unwrap_or_default();
        assert_eq!(documents.len(), 1, "not one JSON document: {text:?}; stderr: {}", self.err);
        assert!(text.ends_with('\n') && !text.trim_end().contains('\n'), "not one line: {text:?}");
        documents.into_iter().next().unwrap()
    }

    /// Done, with its answer.
    #[track_caller]
    pub fn done(&self) -> Value {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.text());
        self.document()
    }

    /// Ended so, whatever else it says.
    #[track_caller]
    pub fn code_is(&self, code: i32) {
        assert_eq!(self.code, code, "{}{}", self.text(), self.err);
    }

    /// Refused with this code.
    #[track_caller]
    pub fn refused(&self, code: &str) -> Value {
        assert_eq!((self.code, self.err.as_str()), (2, ""), "{}", self.text());
        let refusal = self.document();
        assert_eq!(refusal["code"], code, "{refusal}");
        assert!(refusal["message"].as_str().is_some_and(|words| !words.is_empty()), "{refusal}");
        refusal
    }

    /// Whatever it was that went wrong, in words.
    #[track_caller]
    pub fn fault_or_refusal(&self) -> String {
        assert_ne!(self.code, 0, "{}", self.text());
        self.document()["message"].as_str().unwrap().to_owned()
    }

    /// A fault, with its words.
    #[track_caller]
    pub fn fault(&self) -> String {
        assert_eq!((self.code, self.err.as_str()), (1, ""), "{}", self.text());
        let fault = self.document();
        assert_eq!(fault["code"], "fault", "{fault}");
        fault["message"].as_str().unwrap().to_owned()
    }
}
