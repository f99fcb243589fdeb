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
