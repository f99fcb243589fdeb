-- What the answer at the counter needs.

-- GDPR Erasure: why somebody was erased, and under which reference papers name them. Both go with the
-- name when it is masked.
ALTER TABLE erasure ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE erasure ADD COLUMN reference TEXT NOT NULL DEFAULT '';
