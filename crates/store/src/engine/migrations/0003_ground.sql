-- The ground holds: what an erasure left, what a crash left, and where exports lie.

-- Erasures: when the last copies on the disk went; empty while some may be left. Where no traces are
-- due, those of every erasure went with the erasure.
ALTER TABLE erasure ADD COLUMN swept_at TEXT NOT NULL DEFAULT '';
UPDATE erasure SET swept_at = at WHERE (SELECT value FROM counter WHERE name = 'traces') = 0;
CREATE INDEX erasure_unswept ON erasure (id) WHERE swept_at = '';
-- Is the name masked in the log itself? What was masked stays so, whatever the setting says later.
ALTER TABLE erasure ADD COLUMN masked INTEGER NOT NULL DEFAULT 0;
CREATE INDEX erasure_named ON erasure (id) WHERE masked = 0;

-- Report Audit: which running program began a line, so that those of a program that is gone can be
-- closed; which lines are open; and which line a file belongs to, by its hash.
ALTER TABLE report_audit ADD COLUMN run TEXT NOT NULL DEFAULT '';
CREATE INDEX report_audit_open ON report_audit (id) WHERE status = 'started';
CREATE INDEX report_audit_by_hash ON report_audit (hash, id) WHERE hash <> '';
