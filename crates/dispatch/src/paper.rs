//! What is recorded of a document beyond its report.

use crate::{Refusal, Writing};
use std::io::Write;

/// A document whose making is recorded beyond its report, in the same transactions: what it takes is
/// taken with the line that begins it, and what comes of it is kept with the line that ends it.
pub trait Paper {
    /// In the transaction in which the report begins, before there is a file.
    ///
    /// # Errors
    /// Then nothing begins.
    fn begin(&mut self, writing: &mut Writing<'_, '_>) -> Result<(), Refusal>;

    /// What the file is called; asked once it has begun.
    fn name(&self) -> String;

    /// Writes the document's bytes and answers how many rows it holds.
    ///
    /// # Errors
    /// Then no file is left.
    fn fill(&mut self, out: &mut dyn Write) -> Result<i64, Refusal>;

    /// In the transaction in which the report ends, once the file is whole.
    ///
    /// # Errors
    /// Then nothing of it is kept; the report is completed, for its file exists.
    fn end(&mut self, writing: &mut Writing<'_, '_>) -> Result<(), Refusal>;
}
