//! The registry of personal columns (V-01): one list that erasure, access export and tests read.
//! A test fails when a table holds a column that stands neither here nor in [`IMPERSONAL`].

/// What a personal column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Needed for operations, such as the name on an invoice.
    Essential,
    /// Personal, kept by consent or legitimate interest.
    Personal,
    /// To be sealed and shown masked (V-32).
    Sensitive,
    /// Says again what other columns hold, for lists, comparisons and searches. Goes with them; an
    /// access export, which has those columns, leaves it out.
    Derived,
}

/// One table with a contact's data.
#[derive(Debug, Clone, Copy)]
pub struct PersonalTable {
    /// Its name in the database.
    pub table: &'static str,
    /// The column that names the contact.
    pub contact_key: &'static str,
    /// What staff call a row of it, in lists of what an erasure removes.
    pub words: &'static str,
    /// Its personal columns.
    pub columns: &'static [(&'static str, Class)],
    /// Does an erasure delete its rows? Else they hold no personal column and stay.
    pub erased: bool,
}

use Class::{Derived, Essential, Personal};

/// The table that is keyed by what is looked for: no index leads from a contact to its rows, so
/// they are found by working out the contact's terms again ([`crate::search`]).
pub const SEARCH_TERM: &str = "search_term";

/// Every table with a contact's data, in the order in which an erasure may delete.
pub const TABLES: &[PersonalTable] = &[
    PersonalTable {
        table: SEARCH_TERM,
        contact_key: "contact_id",
        words: "search entries",
        columns: &[("term", Derived), ("reference", Derived)],
        erased: true,
    },
    PersonalTable {
        table: "portal_link",
        contact_key: "contact_id",
        words: "consent portal links",
        columns: &[("address", Personal), ("token_hash", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "consent_receipt",
        contact_key: "contact_id",
        words: "consent receipts",
        columns: &[("number", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "capture_form",
        contact_key: "contact_id",
        words: "data capture form numbers",
        columns: &[("number", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "consent_event",
        contact_key: "contact_id",
        words: "consent records",
        columns: &[("cells", Personal), ("notes", Personal), ("event_id", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "consent_standing",
        contact_key: "contact_id",
        words: "consent standing",
        columns: &[("cells", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "contact_vehicle",
        contact_key: "contact_id",
        words: "vehicles",
        columns: &[("registration", Personal), ("make", Personal), ("model", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "contact_email",
        contact_key: "contact_id",
        words: "e-mail addresses",
        columns: &[("kind", Personal), ("address", Essential), ("key", Derived)],
        erased: true,
    },
    PersonalTable {
        table: "contact_phone",
        contact_key: "contact_id",
        words: "phone numbers",
        columns: &[("kind", Personal), ("typed", Essential), ("e164", Essential), ("extension", Personal)],
        erased: true,
    },
    PersonalTable {
        table: "contact_address",
        contact_key: "contact_id",
        words: "addresses",
        columns: &[
            ("kind", Personal),
            ("line1", Essential),
            ("line2", Essential),
            ("line3", Essential),
            ("town", Essential),
            ("county", Essential),
            ("postcode", Essential),
            ("country", Essential),
        ],
        erased: true,
    },
    PersonalTable {
        table: "contact",
        contact_key: "id",
        words: "contact record",
        columns: &[
            ("reference", Essential),
            ("title", Essential),
            ("first_name", Essential),
            ("last_name", Essential),
            ("company", Essential),
            ("date_of_birth", Personal),
            ("notes", Personal),
            ("sort_name", Derived),
            ("sort_postcode", Derived),
            ("main_town", Derived),
            ("main_postcode", Derived),
            ("main_phone", Derived),
            ("main_email", Derived),
            ("main_registration", Derived),
            ("last_purchase", Personal),
        ],
        erased: true,
    },
    PersonalTable {
        table: "report_audit",
        contact_key: "contact_id",
        words: "report audit lines",
        columns: &[],
        erased: false,
    },
    PersonalTable {
        table: "erasure",
        contact_key: "contact_id",
        words: "erasure log lines",
        columns: &[("account_name", Personal)],
        erased: false,
    },
];

/// Text and blob columns that hold no contact's data: codes, times, hashes, staff and settings.
pub const IMPERSONAL: &[&str] = &[
    "capture_form.actor",
    "capture_form.at",
    "capture_form.notice",
    "clock.latest",
    "consent_event.actor",
    "consent_event.at",
    "consent_event.basis",
    "consent_event.local_date",
    "consent_event.method",
    "consent_event.notice",
    "consent_event.screen",
    "consent_event.zone",
    "consent_receipt.actor",
    "consent_receipt.at",
    "consent_receipt.form",
    "consent_standing.given_actor",
    "consent_standing.given_method",
    "consent_standing.given_on",
    "consent_standing.oldest",
    "consent_standing.reviewed_actor",
    "consent_standing.reviewed_method",
    "consent_standing.reviewed_on",
    "contact.changed_at",
    "contact.changed_by",
    "contact.created_at",
    "counter.name",
    "employee.created_at",
    "employee.last_sign_in",
    "employee.login",
    "employee.name",
    "employee.password_hash",
    "employee.rights",
    "employee.wrong_at",
    "erasure.at",
    "erasure.employee",
    "erasure.mode",
    "erasure.rows_removed",
    "erasure.workstation",
    "form_counter.day",
    "import_batch.actor",
    "import_batch.at",
    "import_batch.file_name",
    "import_batch.undone_at",
    "ledger.action",
    "ledger.actor",
    "ledger.at",
    "ledger.commitment",
    "ledger.hash",
    "ledger.subject_kind",
    // Erased by the number of the contact's lines, not by a column of its own.
    "ledger_payload.payload",
    "ledger_payload.salt",
    "notice.created_at",
    "notice.hash",
    "notice.language",
    "notice.text",
    "portal_link.at",
    "portal_link.expires_at",
    "report_audit.at",
    "report_audit.criteria",
    "report_audit.finished_at",
    "report_audit.hash",
    "report_audit.method",
    "report_audit.report",
    "report_audit.status",
    "setting.key",
    "setting.value",
    "workstation.appearance",
    "workstation.created_at",
    "workstation.machine",
    "workstation.name",
    "workstation.save_folder",
];
