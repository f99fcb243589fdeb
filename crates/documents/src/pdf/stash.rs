//! Small objects waiting to be packed together.

use pdf_writer::Ref;

/// Objects of one stream, as they will stand in it.
#[derive(Default)]
pub(super) struct Stash {
    /// Each object's number and where it begins.
    pub index: String,
    pub body: String,
    pub count: u16,
    pub ids: Vec<i32>,
}

impl Stash {
    pub(super) fn add(&mut self, id: Ref, body: &str) {
        self.index.push_str(&format!("{} {} ", id.get(), self.body.len()));
        self.body.push_str(body);
        self.body.push(' ');
        self.count += 1;
        self.ids.push(id.get());
    }
}
