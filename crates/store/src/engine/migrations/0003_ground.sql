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
