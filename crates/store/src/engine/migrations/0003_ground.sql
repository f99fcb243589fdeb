-- The ledger tells everything: a line carries the digests of the rows that were written with it, and
-- commits to them as to its payload. Lines of before have none.
ALTER TABLE ledger_payload ADD COLUMN witness TEXT NOT NULL DEFAULT '';
