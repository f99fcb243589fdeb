//! A line of the ledger: one enum a noun, tagged `action`, with its content under `content`.
//!
//! The ledger keeps action and content apart, and what was written stays readable for ever: a
//! variant may gain fields with a default, and never lose or rename one.

use crate::Refusal;
use crate::description::Description;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A noun's ledger lines. Implemented by an enum with
/// `#[serde(tag = "action", content = "content")]` and a `rename` for each variant's action.
pub trait Line: Serialize + DeserializeOwned {
    /// The action of every variant.
    const ACTIONS: &'static [&'static str];

    /// The line in a contact's history; `None` for one that is never about a contact.
    fn describe(&self) -> Option<Description>;
}

/// The lines of a noun as the registry sees them.
#[derive(Clone, Copy)]
pub struct Lines {
    pub actions: &'static [&'static str],
    /// As [`Line::describe`]; `None`, too, for content that is not as it was ever written.
    pub describe: fn(action: &str, content: &Value) -> Option<Description>,
}

/// The lines that an enum declares.
#[must_use]
pub const fn lines<L: Line>() -> Lines {
    Lines { actions: L::ACTIONS, describe: |action, content| read::<L>(action, content)?.describe() }
}

/// The action of a line, and its content as it is kept.
///
/// # Errors
/// Only for an enum that is not tagged as [`Line`] asks.
pub fn split(line: &impl Line) -> Result<(String, Value), Refusal> {
    let whole = serde_json::to_value(line).map_err(|error| Refusal::unexpected(&error))?;
    let Value::Object(mut whole) = whole else { return Err(Refusal::unexpected(&"a line is no object")) };
    match (whole.remove("action"), whole.remove("content")) {
        (Some(Value::String(action)), Some(content)) => Ok((action, content)),
        _ => Err(Refusal::unexpected(&"a line has neither action nor content")),
    }
}

/// The line that was kept as `action` and `content`, if it is one of these.
#[must_use]
pub fn read<L: Line>(action: &str, content: &Value) -> Option<L> {
    serde_json::from_value(json!({ "action": action, "content": content })).ok()
}

/// As [`read`], from the content as the ledger hands it out.
#[must_use]
pub fn read_text<L: Line>(action: &str, payload: &str) -> Option<L> {
    read(action, &serde_json::from_str(payload).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description::PRINTS;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "action", content = "content")]
    enum Kettle {
        #[serde(rename = "kettle.boiled")]
        Boiled { litres: u8 },
        #[serde(rename = "kettle.emptied")]
        Emptied {},
    }

    impl Line for Kettle {
        const ACTIONS: &'static [&'static str] = &["kettle.boiled", "kettle.emptied"];

        fn describe(&self) -> Option<Description> {
            matches!(self, Self::Boiled { .. }).then(|| Description::new(PRINTS, "Boiled"))
        }
    }

    #[test]
    fn a_line_is_kept_as_action_and_content_and_read_back() {
        let (action, content) = split(&Kettle::Boiled { litres: 2 }).unwrap();
        assert_eq!((action.as_str(), &content), ("kettle.boiled", &json!({ "litres": 2 })));
        assert_eq!(read(&action, &content), Some(Kettle::Boiled { litres: 2 }));
        assert_eq!(read_text(&action, "{\"litres\":2}"), Some(Kettle::Boiled { litres: 2 }));
        let (action, content) = split(&Kettle::Emptied {}).unwrap();
        assert_eq!(content, json!({}), "nothing to say is an empty content");
        assert_eq!(read(&action, &content), Some(Kettle::Emptied {}));
        assert_eq!(read::<Kettle>("kettle.sold", &json!({})), None);
    }

    #[test]
    fn the_registry_asks_by_action_and_content() {
        let lines = lines::<Kettle>();
        assert_eq!(lines.actions.len(), 2);
        let described = (lines.describe)("kettle.boiled", &json!({ "litres": 2 }));
        assert_eq!(described, Some(Description::new(PRINTS, "Boiled")));
        assert_eq!((lines.describe)("kettle.emptied", &json!({})), None);
        assert_eq!((lines.describe)("kettle.boiled", &json!({ "litres": "many" })), None);
    }
}
