-- What the answer at the counter needs.

-- GDPR Erasure: why somebody was erased, and under which reference papers name them. Both go with the
-- name when it is masked.
ALTER TABLE erasure ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE erasure ADD COLUMN reference TEXT NOT NULL DEFAULT '';

-- Drafts: what somebody typed into a form and has not saved, until it is saved or given up. Of whom the
-- form is, so that it goes with them; 0 where it is about nobody that is kept.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    employee_id INTEGER NOT NULL DEFAULT 0,
    form TEXT NOT NULL DEFAULT '',
    contact_id INTEGER NOT NULL DEFAULT 0,
    typed TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT '',
    UNIQUE (employee_id, form)
) STRICT;
CREATE INDEX draft_of_contact ON draft (contact_id, id) WHERE contact_id <> 0;
CREATE INDEX draft_by_age ON draft (at);
-- The list: by town, whoever has none last.
CREATE INDEX contact_by_town ON contact (coalesce(nullif(lower(main_town), ''), '~'), id);
