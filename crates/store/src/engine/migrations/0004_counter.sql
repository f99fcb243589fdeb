-- What the answer at the counter needs.

-- The list: by town, whoever has none last.
CREATE INDEX contact_by_town ON contact (coalesce(nullif(lower(main_town), ''), '~'), id);
