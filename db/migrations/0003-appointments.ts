// 0003: clients and their appointments. Two appointments of one practitioner never overlap, breaks included,
// unless that practitioner allows it: held here, whoever asks. Uses FTS5, which only SQLite has.

const OVERLAP = `SELECT 1 FROM appointments other
  WHERE other.practitionerId = NEW.practitionerId AND other.id IS NOT NEW.id AND other.takesSlot = 1
    AND other.startsAt < NEW.busyUntil AND other.busyUntil > NEW.startsAt
    AND other.startsAt > NEW.slotFloor
    AND NOT (SELECT allowsOverlap FROM staff WHERE id = NEW.practitionerId)`

export const appointments = `
CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  givenName TEXT NOT NULL DEFAULT '',
  familyName TEXT NOT NULL DEFAULT '',
  birthDate TEXT,
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  country TEXT,                                     -- null: the practice's
  insurer TEXT NOT NULL DEFAULT '',
  insurerNumber TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT '',                 -- folded family and given name, made by the app: SQLite sorts Ł behind Z
  createdOn TEXT NOT NULL,
  deletedAt TEXT,
  CONSTRAINT clients_country CHECK (length(country) = 2),
  CONSTRAINT clients_name CHECK (length(trim(givenName || familyName)) > 0)
) STRICT;
CREATE INDEX clients_sortKey ON clients (sortKey, id);
-- Folded words (see shared/search-text.ts), kept by the app in the same transaction. rowid = clients.id.
CREATE VIRTUAL TABLE clientWords USING fts5 (words, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE appointments (
  id INTEGER PRIMARY KEY,
  clientId INTEGER NOT NULL REFERENCES clients (id),
  practitionerId INTEGER NOT NULL REFERENCES staff (id),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  startsAt TEXT NOT NULL,
  endsAt TEXT NOT NULL,
  busyUntil TEXT NOT NULL,                          -- the end with the break after it
  slotFloor TEXT NOT NULL,                          -- 24 h before startsAt: no slot is longer, so a search for overlaps is short
  status TEXT NOT NULL CONSTRAINT appointments_status CHECK (status IN ('booked', 'confirmed', 'arrived', 'inSession', 'completed',
    'cancelled', 'cancelledByPractice', 'lateCancelled', 'noShow')),
  takesSlot INTEGER NOT NULL GENERATED ALWAYS AS
    (deletedAt IS NULL AND status IN ('booked', 'confirmed', 'arrived', 'inSession', 'completed')) STORED,
  regularPriceMinor INTEGER NOT NULL CONSTRAINT appointments_price CHECK (regularPriceMinor >= 0), -- the catalogue's on the day of booking
  note TEXT NOT NULL DEFAULT '',
  createdAt TEXT NOT NULL,
  deletedAt TEXT,
  CONSTRAINT appointments_period CHECK (startsAt < endsAt AND endsAt <= busyUntil AND slotFloor < startsAt)
) STRICT;
CREATE INDEX appointments_slots ON appointments (practitionerId, startsAt) WHERE takesSlot = 1;
CREATE INDEX appointments_startsAt ON appointments (startsAt);
CREATE INDEX appointments_clientId ON appointments (clientId, startsAt);
CREATE TRIGGER appointmentsNoOverlapInsert BEFORE INSERT ON appointments
  WHEN NEW.deletedAt IS NULL AND NEW.status IN ('booked', 'confirmed', 'arrived', 'inSession', 'completed') AND EXISTS (${OVERLAP})
  BEGIN SELECT RAISE(ABORT, 'appointments_noOverlap'); END;
CREATE TRIGGER appointmentsNoOverlapUpdate BEFORE UPDATE OF practitionerId, startsAt, busyUntil, status, deletedAt ON appointments
  WHEN NEW.deletedAt IS NULL AND NEW.status IN ('booked', 'confirmed', 'arrived', 'inSession', 'completed') AND EXISTS (${OVERLAP})
  BEGIN SELECT RAISE(ABORT, 'appointments_noOverlap'); END;
CREATE TRIGGER appointmentsNeverGo BEFORE DELETE ON appointments BEGIN SELECT RAISE(ABORT, 'appointments_neverGo'); END;
`
