-- What is said many times is said once. Nothing that was recorded changes: what the ledger committed to
-- is put together from the parts, letter for letter.

-- First, so that what is made next finds room in the file.
DROP INDEX contact_by_name;
DROP INDEX contact_by_postcode;
DROP INDEX contact_by_change;
DROP INDEX contact_by_town;
DROP INDEX consent_standing_by_oldest;
DROP INDEX ledger_by_contact;
DROP INDEX ledger_by_action;

-- What an event did and how it was told, without whose it is, when and in which words: the events of one
-- import share a few dozen of these, and so do the saves of years at one counter. Nothing in it is about
-- a person; whose answers they were stands in the event, which goes with the contact.
CREATE TABLE consent_act (
    id INTEGER PRIMARY KEY,
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
    zone TEXT NOT NULL DEFAULT ''
) STRICT;

-- Until here the cells of an event were one text: those that moved, and behind them a line for each that
-- got back what it had before, with the dates of that one contact. These lines stay with the event.
INSERT INTO consent_act (cells, exclusion, reconfirmed, reviewed, deferred, basis, actor, workstation_id,
        screen, method, evidence, notice, zone)
    SELECT substr(cells, 1, instr(cells || char(10) || 'back ', char(10) || 'back ') - 1) AS moved, exclusion,
        reconfirmed, reviewed, deferred, basis, actor, workstation_id, screen, method, evidence, notice, zone
    FROM consent_event
    GROUP BY moved, exclusion, reconfirmed, reviewed, deferred, basis, actor, workstation_id, screen, method,
        evidence, notice, zone
    ORDER BY min(seq);
CREATE INDEX consent_act_by_cells ON consent_act (cells, actor, workstation_id);

-- When an event was recorded its line of the ledger says, which has the same number.
CREATE TABLE consent_said (
    seq INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL DEFAULT '',
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    act_id INTEGER NOT NULL REFERENCES consent_act (id),
    restored TEXT NOT NULL DEFAULT '',
    local_date TEXT NOT NULL DEFAULT '',
    clock_suspect INTEGER NOT NULL DEFAULT 0,
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO consent_said
    SELECT e.seq, e.event_id, e.contact_id, a.id,
        substr(e.cells, instr(e.cells || char(10) || 'back ', char(10) || 'back ')), e.local_date,
        e.clock_suspect, e.notes
    FROM consent_event e CROSS JOIN consent_act a
    WHERE a.cells = substr(e.cells, 1, instr(e.cells || char(10) || 'back ', char(10) || 'back ') - 1)
        AND a.actor = e.actor AND a.workstation_id = e.workstation_id AND a.exclusion = e.exclusion
        AND a.reconfirmed = e.reconfirmed AND a.reviewed = e.reviewed AND a.deferred = e.deferred
        AND a.basis = e.basis AND a.screen = e.screen AND a.method = e.method AND a.evidence = e.evidence
        AND a.notice = e.notice AND a.zone = e.zone
    ORDER BY e.seq;
DROP TABLE consent_event;
ALTER TABLE consent_said RENAME TO consent_event;
CREATE INDEX consent_event_by_contact ON consent_event (contact_id);

-- How often people had been deleted when the last sweep of their traces began: two numbers that only grow, so
-- that two programs that sweep at once settle no deletion twice.
INSERT INTO counter (name, value) VALUES ('swept', 0);

-- Search rows: lists read what they show from the contact.
CREATE TABLE search_row (
    term TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (term, contact_id)
) STRICT, WITHOUT ROWID;
INSERT INTO search_row SELECT term, contact_id FROM search_term ORDER BY term, contact_id;
DROP TABLE search_term;
ALTER TABLE search_row RENAME TO search_term;

-- By what an email address is compared: empty where that is the address as it stands.
CREATE TABLE email_row (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'home',
    address TEXT NOT NULL DEFAULT '',
    key TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO email_row
    SELECT contact_id, position, kind, address, CASE WHEN key = address THEN '' ELSE key END
    FROM contact_email ORDER BY contact_id, position;
DROP TABLE contact_email;
ALTER TABLE email_row RENAME TO contact_email;

-- Every index of SQLite ends in the number of the row by itself; where it is named as well, it is kept twice.
-- (One of PostgreSQL has to name it.)
CREATE INDEX contact_by_name ON contact (sort_name);
CREATE INDEX contact_by_postcode ON contact (sort_postcode);
CREATE INDEX contact_by_change ON contact (changed_at);
CREATE INDEX contact_by_town ON contact (coalesce(nullif(lower(main_town), ''), '~'));
CREATE INDEX consent_standing_by_oldest ON consent_standing (oldest) WHERE oldest <> '';
CREATE INDEX ledger_by_contact ON ledger (subject_id) WHERE subject_kind = 'contact';
CREATE INDEX ledger_by_action ON ledger (action) WHERE subject_kind <> 'contact';
