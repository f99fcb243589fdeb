//! Who printed a document, when and where: the line every printed list carries.

/// The origin of a print-out, as text for its footer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Printed {
    /// The employee's name.
    pub by: String,
    /// The moment in the dealership's time zone, e.g. `21/11/2026 10:42`.
    pub at: String,
    /// The workstation's name.
    pub workstation: String,
}

impl Printed {
    /// `Printed 21/11/2026 10:42 by Maria Keane on SVC-02`, leaving out what is empty.
    pub(crate) fn line(&self) -> String {
        let mut line = String::from("Printed");
        for (word, value) in [("", &self.at), (" by", &self.by), (" on", &self.workstation)] {
            if !value.trim().is_empty() {
                line.push_str(word);
                line.push(' ');
                line.push_str(value.trim());
            }
        }
        line
    }
}
