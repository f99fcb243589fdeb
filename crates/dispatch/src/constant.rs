//! A limit or a closed list that the screens go by as well: printed for them, so that nobody writes it
//! down twice.

use std::fmt::Write as _;
use ts_rs::{Config, TS};

/// One of them, as it is declared in TypeScript.
pub struct Constant {
    /// The type that has to be imported for it.
    of: Option<String>,
    text: String,
}

impl Constant {
    /// A number.
    #[must_use]
    pub fn limit(name: &str, number: usize, about: &str) -> Self {
        Self { of: None, text: format!("/** {about} */\nexport const {name} = {number};\n") }
    }

    /// Every word of `T`, which is nothing but words.
    #[must_use]
    pub fn union<T: TS>(name: &str, about: &str) -> Self {
        let declared = T::decl(&Config::new());
        Self::words::<T>(name, declared.split('"').skip(1).step_by(2), about)
    }

    /// Some words of `T`, in this order.
    #[must_use]
    pub fn words<'w, T: TS>(name: &str, words: impl IntoIterator<Item = &'w str>, about: &str) -> Self {
        let of = T::name(&Config::new());
        let words: Vec<String> = words.into_iter().map(|word| format!("{word:?}")).collect();
        let text = format!(
            "/** {about} */\nexport const {name} = [{}] as const satisfies readonly {of}[];\n",
            words.join(", ")
        );
        Self { of: ours::<T>(of), text }
    }

    /// Words of `T` with the words for people.
    #[must_use]
    pub fn labels<'w, T: TS>(
        name: &str,
        labels: impl IntoIterator<Item = (&'w str, &'w str)>,
        about: &str,
    ) -> Self {
        let of = T::name(&Config::new());
        let mut text = format!("/** {about} */\nexport const {name} = {{\n");
        for (word, label) in labels {
            let _ = writeln!(text, "  {word}: {label:?},");
        }
        let _ = writeln!(text, "}} as const satisfies Record<{of}, string>;");
        Self { of: ours::<T>(of), text }
    }
}

/// The name of a type that has a file of its own.
fn ours<T: TS>(name: String) -> Option<String> {
    T::output_path().map(|_| name)
}

/// The file of all of them.
pub(crate) fn printed(constants: &[Constant], heading: &str) -> String {
    let mut types: Vec<&str> = constants.iter().filter_map(|one| one.of.as_deref()).collect();
    types.sort_unstable();
    types.dedup();
    let mut text = format!("{heading}import type {{ {} }} from \"./types\";\n", types.join(", "));
    for constant in constants {
        text.push('\n');
        text.push_str(&constant.text);
    }
    text
}
