-- Vehicles, service and parts. Estimates, loan cars, stock and the cash desk come later and find their places:
-- a resource of the workshop has a kind, a line of a job says where it came from, an invoice its series.

-- A vehicle of its own, whoever keeps it. The plate stands as it is written and as it is compared; no two
-- vehicles bear the same one at a time. What it bore before stands in vehicle_plate. The number of its body
-- also stands back to front, because people read out its end. When its MOT was due before it was passed the
-- last time stands beside the new day: a reminder of that one is dropped.
CREATE TABLE vehicle (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    registration TEXT NOT NULL DEFAULT '',
    plate TEXT NOT NULL DEFAULT '',
    plate_since TEXT NOT NULL DEFAULT '',
    vin TEXT NOT NULL DEFAULT '',
    vin_back TEXT NOT NULL DEFAULT '',
    make TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL DEFAULT '',
    fuel TEXT NOT NULL DEFAULT '',
    first_registered TEXT NOT NULL DEFAULT '',
    mot_due TEXT NOT NULL DEFAULT '',
    mot_was_due TEXT NOT NULL DEFAULT '',
    service_due TEXT NOT NULL DEFAULT '',
    last_v5c TEXT NOT NULL DEFAULT '',
    recall TEXT NOT NULL DEFAULT '',
    recall_on TEXT NOT NULL DEFAULT '',
    no_service_contact INTEGER NOT NULL DEFAULT 0,
    looked_up_at TEXT NOT NULL DEFAULT '',
    import_id INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX vehicle_by_plate ON vehicle (plate) WHERE plate <> '';
CREATE UNIQUE INDEX vehicle_by_vin ON vehicle (vin) WHERE vin <> '';
CREATE INDEX vehicle_by_vin_back ON vehicle (vin_back) WHERE vin_back <> '';
-- The orders of the list, those that say nothing there last.
CREATE INDEX vehicle_in_order_of_plate ON vehicle (coalesce(nullif(plate, ''), '~'), id);
CREATE INDEX vehicle_in_order_of_make ON vehicle (coalesce(nullif(lower(make), ''), '~'), id);
CREATE INDEX vehicle_in_order_of_mot_due ON vehicle (coalesce(nullif(mot_due, ''), '~'), id);
CREATE INDEX vehicle_in_order_of_service_due ON vehicle (coalesce(nullif(service_due, ''), '~'), id);
CREATE INDEX vehicle_by_import ON vehicle (import_id) WHERE import_id <> 0;

-- Who keeps a vehicle, and who did: until is empty while they do. The place is among the contact's vehicles.
-- Confirmed is the last day on which somebody said here that it is theirs.
CREATE TABLE vehicle_keeper (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    confirmed_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX vehicle_keeper_by_vehicle ON vehicle_keeper (vehicle_id);

-- Plates that a vehicle bore before (cherished transfer).
CREATE TABLE vehicle_plate (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
    registration TEXT NOT NULL DEFAULT '',
    plate TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX vehicle_plate_by_vehicle ON vehicle_plate (vehicle_id);
CREATE INDEX vehicle_plate_by_plate ON vehicle_plate (plate);

-- What the mileage was, when, and who says so: typed, booking, job_card or mot.
CREATE TABLE vehicle_mileage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
    read_on TEXT NOT NULL DEFAULT '',
    miles INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT 'typed'
) STRICT;
CREATE INDEX vehicle_mileage_by_vehicle ON vehicle_mileage (vehicle_id, read_on);

-- The vehicles that contacts had in their own list. Where several name the same plate, the vehicle is one and
-- the others keep it too; make and model are those of whoever says most.
INSERT INTO vehicle (registration, plate, make, model, import_id)
    SELECT registration, plate, make, model, import_id FROM (
        SELECT v.registration, plate_key(v.registration) AS plate, v.make, v.model, c.import_id, v.contact_id,
            v.position, row_number() OVER (PARTITION BY plate_key(v.registration)
                ORDER BY length(v.make) + length(v.model) DESC, v.contact_id, v.position) AS place
        FROM contact_vehicle v JOIN contact c ON c.id = v.contact_id
        WHERE plate_key(v.registration) <> '') WHERE place = 1 ORDER BY contact_id, position;
CREATE TABLE vehicle_of_contact (
    contact_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    vehicle_id INTEGER NOT NULL,
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO vehicle_of_contact
    SELECT c.contact_id, c.position, v.id FROM contact_vehicle c
    JOIN vehicle v ON v.plate = plate_key(c.registration) AND v.plate <> '';
-- One without a plate is a vehicle of its own.
INSERT INTO vehicle_of_contact
    SELECT contact_id, position, (SELECT coalesce(max(id), 0) FROM vehicle)
        + row_number() OVER (ORDER BY contact_id, position)
    FROM contact_vehicle WHERE plate_key(registration) = '';
INSERT INTO vehicle (id, registration, make, model, import_id)
    SELECT o.vehicle_id, v.registration, v.make, v.model, c.import_id FROM contact_vehicle v
    JOIN vehicle_of_contact o ON o.contact_id = v.contact_id AND o.position = v.position
    JOIN contact c ON c.id = v.contact_id
    WHERE plate_key(v.registration) = '' ORDER BY o.vehicle_id;
INSERT INTO vehicle_keeper (contact_id, position, vehicle_id)
    SELECT contact_id, min(position), vehicle_id FROM vehicle_of_contact
    GROUP BY contact_id, vehicle_id ORDER BY contact_id, min(position);
DROP TABLE vehicle_of_contact;
DROP TABLE contact_vehicle;
-- How many vehicles there are, so that nobody has to count.
INSERT INTO counter (name, value) SELECT 'vehicles', count(*) FROM vehicle;

-- What befell a contact (L-03): died, as told by whom; gone away, until there is a new address. Few have a row.
CREATE TABLE contact_circumstance (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
    died_on TEXT NOT NULL DEFAULT '',
    told_by TEXT NOT NULL DEFAULT '',
    told_at TEXT NOT NULL DEFAULT '',
    gone_away_on TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_circumstance_died ON contact_circumstance (contact_id) WHERE told_at <> '';

-- Why a contact has no email address, number or postal address (L-04): none, not_said, or placeholder with what
-- was typed in its place, which is on the list to be put right.
CREATE TABLE contact_gap (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    typed TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_gap_by_contact ON contact_gap (contact_id);
CREATE INDEX contact_gap_to_fix ON contact_gap (id) WHERE why = 'placeholder';
CREATE INDEX contact_gap_to_fix_of ON contact_gap (contact_id) WHERE why = 'placeholder';

-- What the diary is divided among: technicians and ramps; a loan car is one too. Minutes of work a day, from
-- Monday to Sunday.
CREATE TABLE workshop_resource (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT 'technician',
    name TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    minutes TEXT NOT NULL DEFAULT '480 480 480 480 480 0 0',
    active INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A booking of the workshop. Status: booked, arrived, missed, cancelled. Starts at so many minutes from midnight.
-- A vehicle that has no record yet is known by its plate alone.
CREATE TABLE booking (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    vehicle_id INTEGER NOT NULL DEFAULT 0,
    registration TEXT NOT NULL DEFAULT '',
    resource_id INTEGER NOT NULL DEFAULT 0,
    day TEXT NOT NULL DEFAULT '',
    starts INTEGER NOT NULL DEFAULT 0,
    minutes INTEGER NOT NULL DEFAULT 0,
    work TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'booked',
    reason TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX booking_by_day ON booking (day, starts);
CREATE INDEX booking_by_contact ON booking (contact_id, day, starts);
CREATE INDEX booking_by_vehicle ON booking (vehicle_id) WHERE vehicle_id <> 0;

-- A job card (the Service Record). Status: booked, arrived, in_work, ready, invoiced, collected, cancelled.
CREATE TABLE job_card (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    number TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    vehicle_id INTEGER NOT NULL DEFAULT 0,
    booking_id INTEGER NOT NULL DEFAULT 0,
    resource_id INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL DEFAULT 'booked',
    mileage INTEGER NOT NULL DEFAULT 0,
    work TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    opened_on TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL DEFAULT '',
    ready_at TEXT NOT NULL DEFAULT '',
    collected_at TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT '',
    registration TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX job_card_by_status ON job_card (status, id);
CREATE INDEX job_card_open ON job_card (due_on, id) WHERE status NOT IN ('collected', 'cancelled');
CREATE INDEX job_card_open_by_resource ON job_card (resource_id, due_on, id)
    WHERE status NOT IN ('collected', 'cancelled') AND resource_id <> 0;
CREATE INDEX job_card_by_resource ON job_card (resource_id, id) WHERE resource_id <> 0;
CREATE INDEX job_card_by_contact ON job_card (contact_id);
CREATE INDEX job_card_by_vehicle ON job_card (vehicle_id) WHERE vehicle_id <> 0;
CREATE INDEX job_card_by_booking ON job_card (booking_id) WHERE booking_id <> 0;

-- A line of a job card: labour, part or other. Quantities in hundredths, money in whole pence without VAT.
CREATE TABLE job_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_card_id INTEGER NOT NULL REFERENCES job_card (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'labour',
    part_id INTEGER NOT NULL DEFAULT 0,
    resource_id INTEGER NOT NULL DEFAULT 0,
    description TEXT NOT NULL DEFAULT '',
    quantity INTEGER NOT NULL DEFAULT 0,
    unit_price INTEGER NOT NULL DEFAULT 0,
    vat_rate TEXT NOT NULL DEFAULT 'standard'
) STRICT;
CREATE INDEX job_line_by_card ON job_line (job_card_id, position);
CREATE INDEX job_line_by_part ON job_line (part_id) WHERE part_id <> 0;

-- Parts: what lies on the shelf, in hundredths, and how few are few.
CREATE TABLE part (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    number TEXT NOT NULL DEFAULT '',
    number_key TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    description_key TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    unit_price INTEGER NOT NULL DEFAULT 0,
    vat_rate TEXT NOT NULL DEFAULT 'standard',
    in_stock INTEGER NOT NULL DEFAULT 0,
    low_stock INTEGER NOT NULL DEFAULT 0,
    is_low INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1,
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX part_by_description ON part (description_key, id);
CREATE INDEX part_low ON part (number_key) WHERE is_low <> 0;
CREATE INDEX part_low_by_description ON part (description_key, id) WHERE is_low <> 0;

-- The words of the descriptions, by which parts are found.
CREATE TABLE part_word (
    word TEXT NOT NULL,
    part_id INTEGER NOT NULL REFERENCES part (id),
    PRIMARY KEY (word, part_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_word_by_part ON part_word (part_id, word);

-- What came to the shelf and left it: received, counted, sold, returned.
CREATE TABLE part_movement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    part_id INTEGER NOT NULL REFERENCES part (id),
    kind TEXT NOT NULL DEFAULT '',
    quantity INTEGER NOT NULL DEFAULT 0,
    stock_after INTEGER NOT NULL DEFAULT 0,
    invoice_id INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX part_movement_by_part ON part_movement (part_id);

-- The numbers of documents: the next of each series. Taken in the transaction that posts the document, so that
-- none is left out.
CREATE TABLE invoice_series (
    series TEXT NOT NULL PRIMARY KEY,
    next INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO invoice_series (series) VALUES ('VS'), ('SI'), ('PI'), ('CN');

-- Invoices and credit notes. A draft has no number; what is posted never changes and keeps the name and the
-- address it was posted with. Kind: service, parts, sales, credit_note. A credit note belongs to the department of
-- what it credits: service, parts, sales. Status: draft, posted.
CREATE TABLE invoice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT 'service',
    department TEXT NOT NULL DEFAULT 'service',
    status TEXT NOT NULL DEFAULT 'draft',
    number TEXT NOT NULL DEFAULT '',
    contact_id INTEGER NOT NULL DEFAULT 0,
    vehicle_id INTEGER NOT NULL DEFAULT 0,
    job_card_id INTEGER NOT NULL DEFAULT 0,
    credits_id INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    registration TEXT NOT NULL DEFAULT '',
    vehicle TEXT NOT NULL DEFAULT '',
    mileage INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    net INTEGER NOT NULL DEFAULT 0,
    vat INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    posted_on TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL DEFAULT '',
    posted_at TEXT NOT NULL DEFAULT '',
    posted_by TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX invoice_by_number ON invoice (number) WHERE number <> '';
-- A draft was posted at no time, so that drafts stand in the order in which they were made.
CREATE INDEX invoice_by_department ON invoice (department, status, posted_at, id);
CREATE INDEX invoice_by_kind ON invoice (kind, status, posted_at, id);
CREATE INDEX invoice_by_contact ON invoice (contact_id, id) WHERE contact_id <> 0;
CREATE INDEX invoice_by_vehicle ON invoice (vehicle_id, id) WHERE vehicle_id <> 0;
CREATE INDEX invoice_by_job_card ON invoice (job_card_id) WHERE job_card_id <> 0;
CREATE INDEX invoice_by_credited ON invoice (credits_id) WHERE credits_id <> 0;

-- Lines of an invoice: quantity in hundredths, money in whole pence without VAT, percent in hundredths. A line of
-- a credit note names its part where that goes back to the shelf.
CREATE TABLE invoice_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    invoice_id INTEGER NOT NULL REFERENCES invoice (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'other',
    part_id INTEGER NOT NULL DEFAULT 0,
    part_number TEXT NOT NULL DEFAULT '',
    credits_line_id INTEGER NOT NULL DEFAULT 0,
    description TEXT NOT NULL DEFAULT '',
    quantity INTEGER NOT NULL DEFAULT 0,
    unit_price INTEGER NOT NULL DEFAULT 0,
    net INTEGER NOT NULL DEFAULT 0,
    vat_rate TEXT NOT NULL DEFAULT 'standard',
    vat_percent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX invoice_line_by_invoice ON invoice_line (invoice_id, position);

-- VAT of a posted invoice, per rate over the sum of its lines.
CREATE TABLE invoice_vat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    invoice_id INTEGER NOT NULL REFERENCES invoice (id),
    vat_rate TEXT NOT NULL DEFAULT 'standard',
    vat_percent INTEGER NOT NULL DEFAULT 0,
    net INTEGER NOT NULL DEFAULT 0,
    vat INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX invoice_vat_by_invoice ON invoice_vat (invoice_id);

-- Whatever asks for it: what is posted stays as it is, and nothing takes its place or comes to it. (A row that takes
-- the place of another is deleted without a trigger that tells of it.)
CREATE TRIGGER invoice_posted_stays BEFORE UPDATE ON invoice WHEN OLD.status = 'posted' OR EXISTS (
    SELECT 1 FROM invoice WHERE status = 'posted' AND id <> OLD.id
        AND (id = NEW.id OR (number = NEW.number AND number <> '')))
BEGIN SELECT RAISE(ABORT, 'a posted invoice never changes'); END;
CREATE TRIGGER invoice_posted_is_kept BEFORE DELETE ON invoice WHEN OLD.status = 'posted'
BEGIN SELECT RAISE(ABORT, 'a posted invoice is kept'); END;
CREATE TRIGGER invoice_posted_is_not_replaced BEFORE INSERT ON invoice WHEN EXISTS (
    SELECT 1 FROM invoice WHERE status = 'posted' AND (id = NEW.id OR (number = NEW.number AND number <> '')))
BEGIN SELECT RAISE(ABORT, 'a posted invoice is kept'); END;
CREATE TRIGGER invoice_line_stays BEFORE UPDATE ON invoice_line WHEN EXISTS (
    SELECT 1 FROM invoice WHERE id IN (OLD.invoice_id, NEW.invoice_id) AND status = 'posted') OR EXISTS (
    SELECT 1 FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id WHERE l.id = NEW.id AND i.status = 'posted')
BEGIN SELECT RAISE(ABORT, 'a posted invoice never changes'); END;
CREATE TRIGGER invoice_line_is_kept BEFORE DELETE ON invoice_line
    WHEN (SELECT status FROM invoice WHERE id = OLD.invoice_id) = 'posted'
BEGIN SELECT RAISE(ABORT, 'a posted invoice is kept'); END;
CREATE TRIGGER invoice_line_none_added BEFORE INSERT ON invoice_line WHEN EXISTS (
    SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND status = 'posted') OR EXISTS (
    SELECT 1 FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id WHERE l.id = NEW.id AND i.status = 'posted')
BEGIN SELECT RAISE(ABORT, 'a posted invoice never changes'); END;
CREATE TRIGGER invoice_vat_stays BEFORE UPDATE ON invoice_vat WHEN EXISTS (
    SELECT 1 FROM invoice WHERE id IN (OLD.invoice_id, NEW.invoice_id) AND status = 'posted') OR EXISTS (
    SELECT 1 FROM invoice_vat l JOIN invoice i ON i.id = l.invoice_id WHERE l.id = NEW.id AND i.status = 'posted')
BEGIN SELECT RAISE(ABORT, 'a posted invoice never changes'); END;
CREATE TRIGGER invoice_vat_is_kept BEFORE DELETE ON invoice_vat
    WHEN (SELECT status FROM invoice WHERE id = OLD.invoice_id) = 'posted'
BEGIN SELECT RAISE(ABORT, 'a posted invoice is kept'); END;
CREATE TRIGGER invoice_vat_none_added BEFORE INSERT ON invoice_vat WHEN EXISTS (
    SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND status = 'posted') OR EXISTS (
    SELECT 1 FROM invoice_vat l JOIN invoice i ON i.id = l.invoice_id WHERE l.id = NEW.id AND i.status = 'posted')
BEGIN SELECT RAISE(ABORT, 'a posted invoice never changes'); END;

-- The last number that was given to a job card.
INSERT INTO counter (name, value) VALUES ('job_cards', 0);
