-- What the ground needs that holds.

-- Waits after wrong passwords count by the time since the computer was started, which no clock moves.
-- A wait that was begun by the clock has neither: it starts anew once, and ends.
ALTER TABLE employee ADD COLUMN wrong_boot TEXT NOT NULL DEFAULT '';
ALTER TABLE employee ADD COLUMN wrong_uptime INTEGER NOT NULL DEFAULT 0;

-- Why a print or export failed, where the disk is not the reason: rights that went stop what runs.
ALTER TABLE report_audit ADD COLUMN why TEXT NOT NULL DEFAULT '';

-- The ledger tells everything: a line carries the digests of the rows that were written with it, and
-- commits to them as to its payload. Lines of before have none.
ALTER TABLE ledger_payload ADD COLUMN witness TEXT NOT NULL DEFAULT '';

-- How many people's data left with a print or an export, whether that was more than anybody may take
-- out without the right, who released it, and the time that no clock can put back, by which it counts.
ALTER TABLE report_audit ADD COLUMN people INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_audit ADD COLUMN bulk INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_audit ADD COLUMN released_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_audit ADD COLUMN counted_at TEXT NOT NULL DEFAULT '';
CREATE INDEX report_audit_by_count ON report_audit (employee_id, counted_at) WHERE people <> 0;

-- A password that somebody else set has to be changed by its owner; and the last line of the ledger up
-- to which an employee has read what others changed of their rights and password.
ALTER TABLE employee ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0;
ALTER TABLE employee ADD COLUMN told_seq INTEGER NOT NULL DEFAULT 0;
-- What was changed before nobody was told of, and is no news any more.
UPDATE employee SET told_seq = (SELECT coalesce(max(seq), 0) FROM ledger);

-- Erasures: when the last copies on the disk went; empty while some may be left. Where no traces are
-- due, those of every erasure went with the erasure.
ALTER TABLE erasure ADD COLUMN swept_at TEXT NOT NULL DEFAULT '';
UPDATE erasure SET swept_at = at WHERE (SELECT value FROM counter WHERE name = 'traces') = 0;
CREATE INDEX erasure_unswept ON erasure (id) WHERE swept_at = '';
-- Is the name masked in the log itself? What was masked stays so, whatever the setting says later.
ALTER TABLE erasure ADD COLUMN masked INTEGER NOT NULL DEFAULT 0;
CREATE INDEX erasure_named ON erasure (id) WHERE masked = 0;
-- Part of the digest that the ledger has of a line; it goes with the name, which nobody then finds again
-- by trying names.
ALTER TABLE erasure ADD COLUMN salt TEXT NOT NULL DEFAULT '';
UPDATE erasure SET salt = lower(hex(randomblob(16)));

-- Report Audit: which running program began a line, so that those of a program that is gone can be
-- closed; which lines are open; and which line a file belongs to, by its hash.
ALTER TABLE report_audit ADD COLUMN run TEXT NOT NULL DEFAULT '';
CREATE INDEX report_audit_open ON report_audit (id) WHERE status = 'started';
CREATE INDEX report_audit_by_hash ON report_audit (hash, id) WHERE hash <> '';
