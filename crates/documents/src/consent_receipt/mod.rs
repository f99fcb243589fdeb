//! The consent receipt (M-04): what a contact allows and does not, on a page to keep and as JSON-LD
//! for computers (SPEC 4.2). Both are made of the same statement.

mod json_ld;
mod paper;

pub use json_ld::json_ld;
pub use paper::print_receipt;

use crate::consent_table::ChoiceTable;
use crate::printed::Printed;
use forecourt_domain::consent::{Basis, Channel, Purpose};

/// The dealership, as the receipt names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReceiptDealership {
    pub name: String,
    /// Street, town and postcode.
    pub address: Vec<String>,
    /// Telephone. May be empty, as the rest.
    pub phone: String,
    pub email: String,
    pub website: String,
    /// The privacy policy's address.
    pub privacy_policy_url: String,
}

/// What kind of party a record is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PartyKind {
    /// The dealership itself.
    #[default]
    Dealership,
    ThirdParty,
    /// The manufacturer of a brand.
    Manufacturer,
}

/// The state of a consent; the names are DPV's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ConsentState {
    Given,
    /// Given before, and affirmed or given again.
    Renewed,
    /// Asked, said no.
    Refused,
    /// Taken back.
    Withdrawn,
    /// Older than the dealership keeps to it.
    Expired,
    /// Never asked, or allowed on another ground than consent.
    #[default]
    Unknown,
}

/// What one record is about: a kind of message and the means for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub purpose: Purpose,
    /// In the order in which they are named.
    pub channels: Vec<Channel>,
}

/// One act and what it decided for one party.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReceiptRecord {
    /// The number of the act, with a suffix where one act decided more than one thing.
    pub id: String,
    /// Whose messages.
    pub party: String,
    /// What kind of party that is.
    pub kind: PartyKind,
    pub state: ConsentState,
    /// On what ground; consent when nothing else was recorded.
    pub basis: Option<Basis>,
    /// What for and by what means.
    pub uses: Vec<Use>,
    /// When, as UTC text. For what was never asked, when the receipt was made.
    pub at: String,
    /// Did the contact act, not the dealership?
    pub by_contact: bool,
    /// How the answer came, in words.
    pub method: String,
    /// For how many months it holds; 0 until it is withdrawn.
    pub months: u32,
    /// Which of the notices were shown; empty for none.
    pub notice: String,
    /// The whole record as one sentence for people; empty for what was never asked.
    pub sentence: String,
}

/// Words that had been shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReceiptNotice {
    /// Under which records name it.
    pub id: String,
    /// Counts wordings.
    pub version: i64,
    /// `en`.
    pub language: String,
    /// The words.
    pub text: String,
}

/// What a receipt says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConsentReceipt {
    /// `R-7K2M-Q9XD-4F`.
    pub number: String,
    /// When it was made, as UTC text.
    pub created: String,
    /// The same on the dealership's wall, `21/11/2026 10:42`.
    pub created_local: String,
    /// Who gives it.
    pub dealership: ReceiptDealership,
    /// The contact's name as called.
    pub contact_name: String,
    /// The account reference: by this the records know the contact.
    pub contact_reference: String,
    /// Excluded from all marketing: whatever else is said, nothing is sent.
    pub excluded: bool,
    /// What is allowed and what is not.
    pub choices: ChoiceTable,
    /// Words under the table for what it cannot say in one; may be empty.
    pub remarks: Vec<String>,
    pub records: Vec<ReceiptRecord>,
    /// The exact words shown, in the order of their versions.
    pub notices: Vec<ReceiptNotice>,
    /// How to withdraw.
    pub withdraw: String,
    pub ledger_head: String,
    /// Who made it, when and where.
    pub printed: Printed,
}
