-- The foundation. STRICT tables, NOT NULL with DEFAULT, ids never reused. Every column that can
-- hold personal data stands in personal.rs with its class; a test compares the two.

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE workstation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    machine TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    save_folder TEXT NOT NULL DEFAULT '',
    appearance TEXT NOT NULL DEFAULT 'auto',
    created_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE employee (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    password_hash TEXT NOT NULL DEFAULT '',
    rights TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    version INTEGER NOT NULL DEFAULT 1,
    wrong_passwords INTEGER NOT NULL DEFAULT 0,
    wrong_at TEXT NOT NULL DEFAULT '',
    last_sign_in TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT ''
) STRICT;

-- The main_ columns repeat the first address, phone, e-mail and vehicle: a list shows them from one
-- row, and every row it need not read under encryption is time.
CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 1,
    title TEXT NOT NULL DEFAULT '',
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    company TEXT NOT NULL DEFAULT '',
    date_of_birth TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    sort_name TEXT NOT NULL DEFAULT '',
    sort_postcode TEXT NOT NULL DEFAULT '',
    main_town TEXT NOT NULL DEFAULT '',
    main_postcode TEXT NOT NULL DEFAULT '',
    main_phone TEXT NOT NULL DEFAULT '',
    main_email TEXT NOT NULL DEFAULT '',
    main_registration TEXT NOT NULL DEFAULT '',
    last_purchase TEXT NOT NULL DEFAULT '',
    import_id INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_by_name ON contact (sort_name);
CREATE INDEX contact_by_postcode ON contact (sort_postcode);
CREATE INDEX contact_by_change ON contact (changed_at);
CREATE INDEX contact_by_import ON contact (import_id, version) WHERE import_id <> 0;

-- Numbers that are counted on, so that nobody has to count: how many contacts there are, the highest
-- number of an account reference, which is never given twice, and how often people were deleted since
-- the file was last written anew. Whoever adds contacts counts them, once for all.
CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO counter (name, value) VALUES ('contacts', 0), ('reference', 0), ('traces', 0);
CREATE TRIGGER contact_removed AFTER DELETE ON contact
BEGIN
    UPDATE counter SET value = value - 1 WHERE name = 'contacts';
END;

CREATE TABLE contact_address (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'home',
    line1 TEXT NOT NULL DEFAULT '',
    line2 TEXT NOT NULL DEFAULT '',
    line3 TEXT NOT NULL DEFAULT '',
    town TEXT NOT NULL DEFAULT '',
    county TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_phone (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'mobile',
    typed TEXT NOT NULL DEFAULT '',
    e164 TEXT NOT NULL DEFAULT '',
    extension TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_email (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'home',
    address TEXT NOT NULL DEFAULT '',
    key TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_vehicle (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    registration TEXT NOT NULL DEFAULT '',
    make TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

-- One row a way of finding a contact. The first letter of a term is its kind, so that one range
-- answers one kind of question. The reference stands here too: a search that shows references
-- reads nothing but the range.
CREATE TABLE search_term (
    term TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (term, contact_id)
) STRICT, WITHOUT ROWID;

-- The append-only, hash-chained log. Holds no personal data itself.
CREATE TABLE ledger (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL DEFAULT '',
    subject_kind TEXT NOT NULL DEFAULT '',
    subject_id INTEGER NOT NULL DEFAULT 0,
    commitment BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX ledger_by_contact ON ledger (subject_id, seq) WHERE subject_kind = 'contact';
CREATE INDEX ledger_by_action ON ledger (action, seq) WHERE subject_kind <> 'contact';

-- The latest time the ledger ever saw. A clock that is put back does not take it along, so that no
-- consent that ran out becomes valid again.
CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    latest TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO clock (id, latest) VALUES (1, '');

-- What a line committed to. Erasure deletes the row; the chain still verifies.
-- An empty payload means that the row of consent_event with this seq is what was committed to.
CREATE TABLE ledger_payload (
    seq INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    payload TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE consent_event (
    seq INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL DEFAULT '',
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    cells TEXT NOT NULL DEFAULT '',
    exclusion INTEGER NOT NULL DEFAULT -1,
    reconfirmed INTEGER NOT NULL DEFAULT 0,
    reviewed INTEGER NOT NULL DEFAULT 0,
    deferred INTEGER NOT NULL DEFAULT 0,
    basis TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    workstation_id INTEGER NOT NULL DEFAULT 0,
    screen TEXT NOT NULL DEFAULT '',
    method TEXT NOT NULL DEFAULT '',
    evidence INTEGER NOT NULL DEFAULT 1,
    notice TEXT NOT NULL DEFAULT '',
    local_date TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL DEFAULT '',
    clock_suspect INTEGER NOT NULL DEFAULT 0,
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consent_event_by_contact ON consent_event (contact_id, seq);

-- The projection of consent_event: what a contact allows now.
CREATE TABLE consent_standing (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
    version INTEGER NOT NULL DEFAULT 0,
    excluded INTEGER NOT NULL DEFAULT 0,
    cells TEXT NOT NULL DEFAULT '',
    given_on TEXT NOT NULL DEFAULT '',
    given_method TEXT NOT NULL DEFAULT '',
    given_actor TEXT NOT NULL DEFAULT '',
    reviewed_on TEXT NOT NULL DEFAULT '',
    reviewed_method TEXT NOT NULL DEFAULT '',
    reviewed_actor TEXT NOT NULL DEFAULT '',
    deferrals INTEGER NOT NULL DEFAULT 0,
    oldest TEXT NOT NULL DEFAULT ''
) STRICT;
-- The date of the oldest permission, empty where there is none: who is to be asked again is one
-- range of it, whatever the period in the settings.
CREATE INDEX consent_standing_by_oldest ON consent_standing (oldest, contact_id) WHERE oldest <> '';

-- What was handed to a contact as proof of what they allowed, by the number printed on it.
CREATE TABLE consent_receipt (
    number TEXT NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    seq INTEGER NOT NULL,
    at TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    form TEXT NOT NULL DEFAULT 'pdf'
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_receipt_by_contact ON consent_receipt (contact_id);

-- The exact words shown to customers, stored once by hash.
CREATE TABLE notice (
    hash TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    language TEXT NOT NULL DEFAULT 'en',
    text TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    rows INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL DEFAULT 0,
    first_contact INTEGER NOT NULL DEFAULT 0,
    last_contact INTEGER NOT NULL DEFAULT 0,
    last_seq INTEGER NOT NULL DEFAULT 0,
    undone_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE capture_form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL DEFAULT 0,
    notice TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX capture_form_by_contact ON capture_form (contact_id) WHERE contact_id <> 0;

-- How many form numbers a day has given out.
CREATE TABLE form_counter (
    day TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Only the hash of a portal token is kept: who reads this table cannot open a link.
CREATE TABLE portal_link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    token_hash TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT '',
    expires_at TEXT NOT NULL DEFAULT '',
    customer_asked INTEGER NOT NULL DEFAULT 0,
    replaced_by INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX portal_link_by_contact ON portal_link (contact_id);

CREATE TABLE report_audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL DEFAULT '',
    report TEXT NOT NULL DEFAULT '',
    criteria TEXT NOT NULL DEFAULT '',
    method TEXT NOT NULL DEFAULT '',
    employee_id INTEGER NOT NULL DEFAULT 0,
    workstation_id INTEGER NOT NULL DEFAULT 0,
    contact_id INTEGER NOT NULL DEFAULT 0,
    rows INTEGER NOT NULL DEFAULT 0,
    hash TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'started',
    finished_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX report_audit_by_employee ON report_audit (employee_id, id);
CREATE INDEX report_audit_by_method ON report_audit (method, id);
CREATE INDEX report_audit_by_both ON report_audit (employee_id, method, id);
CREATE INDEX report_audit_by_contact ON report_audit (contact_id) WHERE contact_id <> 0;

CREATE TABLE erasure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_name TEXT NOT NULL DEFAULT '',
    contact_id INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL DEFAULT '',
    employee TEXT NOT NULL DEFAULT '',
    workstation TEXT NOT NULL DEFAULT '',
    mode TEXT NOT NULL DEFAULT 'full',
    rows_removed TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX erasure_by_workstation ON erasure (workstation, id);
