// 0001: the practice, its staff, and what can't be added later: the audit chain and the replies.
// Audit lines and sign-in attempts only grow; a payload may be erased by law, its hash stays.

export const practice = `
CREATE TABLE practice (
  id INTEGER PRIMARY KEY CONSTRAINT practice_single CHECK (id = 1),
  name TEXT NOT NULL CONSTRAINT practice_name CHECK (length(trim(name)) > 0),
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  registration TEXT NOT NULL DEFAULT '',           -- tax or company registration, printed on every document
  country TEXT NOT NULL,
  currency TEXT NOT NULL CONSTRAINT practice_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  pricesIncludeTax INTEGER NOT NULL CONSTRAINT practice_pricesIncludeTax CHECK (pricesIncludeTax IN (0, 1)),
  paper TEXT NOT NULL DEFAULT 'A4' CONSTRAINT practice_paper CHECK (paper IN ('A4', 'LETTER')),
  clientWord TEXT NOT NULL DEFAULT 'client' CONSTRAINT practice_clientWord CHECK (clientWord IN ('client', 'patient', 'guest')),
  noShowRule TEXT NOT NULL DEFAULT 'return' CONSTRAINT practice_noShowRule CHECK (noShowRule IN ('return', 'forfeit', 'ask')),
  lateCancelRule TEXT NOT NULL DEFAULT 'return' CONSTRAINT practice_lateCancelRule CHECK (lateCancelRule IN ('return', 'forfeit', 'ask')),
  lateCancelHours INTEGER NOT NULL DEFAULT 24 CONSTRAINT practice_lateCancelHours CHECK (lateCancelHours BETWEEN 0 AND 336),
  lockMinutes INTEGER NOT NULL DEFAULT 10 CONSTRAINT practice_lockMinutes CHECK (lockMinutes BETWEEN 1 AND 240),
  dueDays INTEGER NOT NULL DEFAULT 0 CONSTRAINT practice_dueDays CHECK (dueDays BETWEEN 0 AND 365),
  firstInvoiceNumber INTEGER NOT NULL DEFAULT 1001 CONSTRAINT practice_firstInvoiceNumber CHECK (firstInvoiceNumber > 0),
  packageChoice TEXT NOT NULL DEFAULT 'preselect' CONSTRAINT practice_packageChoice CHECK (packageChoice IN ('preselect', 'ask', 'never')),
  useBeforePaid TEXT NOT NULL DEFAULT 'warn' CONSTRAINT practice_useBeforePaid CHECK (useBeforePaid IN ('warn', 'paidShare', 'no')),
  isSample INTEGER NOT NULL DEFAULT 0 CONSTRAINT practice_isSample CHECK (isSample IN (0, 1)),
  openedOn TEXT                                     -- the last day whose daily opening was written
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT staff_name CHECK (length(trim(name)) > 0),
  role TEXT NOT NULL CONSTRAINT staff_role CHECK (role IN ('owner', 'administrator', 'receptionist', 'practitioner')),
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT staff_active CHECK (active IN (0, 1)),
  isPractitioner INTEGER NOT NULL CONSTRAINT staff_isPractitioner CHECK (isPractitioner IN (0, 1)),
  specialty TEXT NOT NULL DEFAULT '',
  allowsOverlap INTEGER NOT NULL DEFAULT 0 CONSTRAINT staff_allowsOverlap CHECK (allowsOverlap IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0,
  passwordHash TEXT,
  pinHash TEXT
) STRICT;

CREATE TABLE practitionerNumbers (
  id INTEGER PRIMARY KEY,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  issuer TEXT NOT NULL,
  number TEXT NOT NULL CONSTRAINT practitionerNumbers_number CHECK (length(trim(number)) > 0),
  validFrom TEXT,
  validThrough TEXT,
  CONSTRAINT practitionerNumbers_period CHECK (validFrom IS NULL OR validThrough IS NULL OR validFrom <= validThrough)
) STRICT;
CREATE INDEX practitionerNumbers_staffId ON practitionerNumbers (staffId);

CREATE TABLE workingHours (
  id INTEGER PRIMARY KEY,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  weekday INTEGER NOT NULL CONSTRAINT workingHours_weekday CHECK (weekday BETWEEN 1 AND 7),
  fromTime TEXT NOT NULL,
  toTime TEXT NOT NULL,
  CONSTRAINT workingHours_period CHECK (fromTime < toTime)
) STRICT;
CREATE INDEX workingHours_staffId ON workingHours (staffId, weekday);

CREATE TABLE signInAttempts (
  id INTEGER PRIMARY KEY,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL,
  means TEXT NOT NULL CONSTRAINT signInAttempts_means CHECK (means IN ('password', 'pin')),
  succeeded INTEGER NOT NULL CONSTRAINT signInAttempts_succeeded CHECK (succeeded IN (0, 1))
) STRICT;
CREATE INDEX signInAttempts_staffId ON signInAttempts (staffId, id);
CREATE TRIGGER signInAttemptsNeverChange BEFORE UPDATE ON signInAttempts BEGIN SELECT RAISE(ABORT, 'signInAttempts_appendOnly'); END;
CREATE TRIGGER signInAttemptsNeverGo BEFORE DELETE ON signInAttempts BEGIN SELECT RAISE(ABORT, 'signInAttempts_appendOnly'); END;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),            -- null: the system, or nobody signed in yet
  procedure TEXT NOT NULL,
  reason TEXT,
  payload TEXT,                                     -- JSON of the changes; null once erased
  salt TEXT NOT NULL,
  payloadHash TEXT NOT NULL,                        -- sha256(salt ‖ payload)
  hash TEXT NOT NULL                                -- sha256(previous hash ‖ who, when, what, why ‖ payloadHash)
) STRICT;
CREATE TRIGGER auditNeverChanges BEFORE UPDATE ON audit
  WHEN NEW.payload IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.staffId IS NOT OLD.staffId
    OR NEW.procedure IS NOT OLD.procedure OR NEW.reason IS NOT OLD.reason OR NEW.salt IS NOT OLD.salt
    OR NEW.payloadHash IS NOT OLD.payloadHash OR NEW.hash IS NOT OLD.hash
  BEGIN SELECT RAISE(ABORT, 'audit_appendOnly'); END;
CREATE TRIGGER auditNeverGoes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit_appendOnly'); END;

CREATE TABLE auditRecords (
  auditId INTEGER NOT NULL REFERENCES audit (id),
  record TEXT NOT NULL,                             -- the table's name
  recordId INTEGER NOT NULL,
  PRIMARY KEY (record, recordId, auditId)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER auditRecordsNeverChange BEFORE UPDATE ON auditRecords BEGIN SELECT RAISE(ABORT, 'audit_appendOnly'); END;
CREATE TRIGGER auditRecordsNeverGo BEFORE DELETE ON auditRecords BEGIN SELECT RAISE(ABORT, 'audit_appendOnly'); END;

CREATE TABLE replies (
  key TEXT PRIMARY KEY,
  inputHash TEXT NOT NULL,
  staffId INTEGER,
  output TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX replies_at ON replies (at);

CREATE TABLE backups (
  id INTEGER PRIMARY KEY,
  fileName TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  verifiedAt TEXT NOT NULL
) STRICT;
`
