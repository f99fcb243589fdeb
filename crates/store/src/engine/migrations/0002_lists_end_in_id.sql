-- The order of a list ends in the number of its rows, and so does the index it walks along. An index
-- of SQLite ends in the number by itself; one of PostgreSQL does not, and sorts the whole list.

DROP INDEX contact_by_name;
CREATE INDEX contact_by_name ON contact (sort_name, id);
DROP INDEX contact_by_postcode;
CREATE INDEX contact_by_postcode ON contact (sort_postcode, id);
DROP INDEX contact_by_change;
CREATE INDEX contact_by_change ON contact (changed_at, id);

DROP INDEX consent_receipt_by_contact;
CREATE INDEX consent_receipt_by_contact ON consent_receipt (contact_id, at, number);
DROP INDEX capture_form_by_contact;
CREATE INDEX capture_form_by_contact ON capture_form (contact_id, id) WHERE contact_id <> 0;
DROP INDEX portal_link_by_contact;
CREATE INDEX portal_link_by_contact ON portal_link (contact_id, id);
DROP INDEX report_audit_by_contact;
CREATE INDEX report_audit_by_contact ON report_audit (contact_id, id) WHERE contact_id <> 0;
