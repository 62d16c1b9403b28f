// 0006: what can happen to a client package after its sale: holds, moves to another one, cancelling, instalments, who else
// may use it, and what an insurer authorised. Rows are ended by a date of their own, never deleted.

export const clientPackageLife = `
ALTER TABLE practice ADD COLUMN mayReactivate INTEGER NOT NULL DEFAULT 1 CONSTRAINT practice_mayReactivate CHECK (mayReactivate IN (0, 1));
ALTER TABLE practice ADD COLUMN invoiceAlways INTEGER NOT NULL DEFAULT 0 CONSTRAINT practice_invoiceAlways CHECK (invoiceAlways IN (0, 1));
ALTER TABLE practice ADD COLUMN lowSessions INTEGER NOT NULL DEFAULT 2 CONSTRAINT practice_lowSessions CHECK (lowSessions BETWEEN 0 AND 99);
ALTER TABLE practice ADD COLUMN checkForUpdates INTEGER NOT NULL DEFAULT 0 CONSTRAINT practice_checkForUpdates CHECK (checkForUpdates IN (0, 1));
-- A language model for suggestions about packages; an empty address: none.
ALTER TABLE practice ADD COLUMN modelAddress TEXT NOT NULL DEFAULT '';
ALTER TABLE practice ADD COLUMN modelName TEXT NOT NULL DEFAULT '';
ALTER TABLE practice ADD COLUMN modelKey TEXT;
ALTER TABLE practice ADD COLUMN discountLimit INTEGER NOT NULL DEFAULT 20000 CONSTRAINT practice_discountLimit CHECK (discountLimit BETWEEN 0 AND 100000);
ALTER TABLE practice ADD COLUMN lowDays INTEGER NOT NULL DEFAULT 14 CONSTRAINT practice_lowDays CHECK (lowDays BETWEEN 0 AND 365);

ALTER TABLE clientPackages ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE clientPackages ADD COLUMN manualEndReason TEXT NOT NULL DEFAULT '';
ALTER TABLE clientPackages ADD COLUMN chargeReason TEXT NOT NULL DEFAULT ''; -- why it is not the list price

-- The end moves by the days held, both ends included. throughDay null: until further notice.
CREATE TABLE holds (
  id INTEGER PRIMARY KEY,
  clientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  fromDay TEXT NOT NULL,
  throughDay TEXT,
  reason TEXT NOT NULL,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL,
  liftedAt TEXT,                                    -- taken back whole, as if it had never been
  CONSTRAINT holds_period CHECK (throughDay IS NULL OR fromDay <= throughDay)
) STRICT;
CREATE INDEX holds_clientPackageId ON holds (clientPackageId);
CREATE TRIGGER holdsNeverOverlap BEFORE INSERT ON holds
  WHEN EXISTS (SELECT 1 FROM holds h WHERE h.clientPackageId = NEW.clientPackageId AND h.liftedAt IS NULL
    AND h.fromDay <= coalesce(NEW.throughDay, '9999-12-31') AND coalesce(h.throughDay, '9999-12-31') >= NEW.fromDay)
  BEGIN SELECT RAISE(ABORT, 'holds_overlap'); END;
CREATE TRIGGER holdsKeepTheirStart BEFORE UPDATE ON holds
  WHEN NEW.clientPackageId IS NOT OLD.clientPackageId OR NEW.fromDay IS NOT OLD.fromDay OR OLD.liftedAt IS NOT NULL
    OR coalesce(NEW.throughDay, '9999-12-31') > coalesce(OLD.throughDay, '9999-12-31')
  BEGIN SELECT RAISE(ABORT, 'holds_terms'); END;
CREATE TRIGGER holdsNeverGo BEFORE DELETE ON holds BEGIN SELECT RAISE(ABORT, 'holds_neverGo'); END;

-- Sessions that went from one client package to another. Of an upgrade no row arrives: their value lowers the new price.
CREATE TABLE transfers (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CONSTRAINT transfers_kind CHECK (kind IN ('transfer', 'upgrade', 'merge')),
  fromClientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  toClientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  valueMinor INTEGER NOT NULL CONSTRAINT transfers_value CHECK (valueMinor >= 0), -- of all that moved, the pot included
  potMinor INTEGER CONSTRAINT transfers_pot CHECK (potMinor BETWEEN 0 AND valueMinor), -- null: no unlimited item went along
  creditMinor INTEGER NOT NULL DEFAULT 0 CONSTRAINT transfers_credit CHECK (creditMinor BETWEEN 0 AND valueMinor), -- of it, what went to the account instead
  reason TEXT NOT NULL DEFAULT '',
  effectiveOn TEXT NOT NULL,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL,
  undoneAt TEXT,
  CONSTRAINT transfers_twoPackages CHECK (fromClientPackageId <> toClientPackageId)
) STRICT;
CREATE INDEX transfers_fromClientPackageId ON transfers (fromClientPackageId);
CREATE INDEX transfers_toClientPackageId ON transfers (toClientPackageId);
CREATE TRIGGER transfersAreUndoneOnce BEFORE UPDATE ON transfers
  WHEN OLD.undoneAt IS NOT NULL OR NEW.undoneAt IS NULL OR NEW.kind IS NOT OLD.kind OR NEW.valueMinor IS NOT OLD.valueMinor
    OR NEW.potMinor IS NOT OLD.potMinor OR NEW.creditMinor IS NOT OLD.creditMinor OR NEW.fromClientPackageId IS NOT OLD.fromClientPackageId OR NEW.toClientPackageId IS NOT OLD.toClientPackageId
  BEGIN SELECT RAISE(ABORT, 'transfers_terms'); END;
CREATE TRIGGER transfersNeverGo BEFORE DELETE ON transfers BEGIN SELECT RAISE(ABORT, 'transfers_neverGo'); END;
CREATE TABLE transferredSessions (
  transferId INTEGER NOT NULL REFERENCES transfers (id),
  fromSessionId INTEGER NOT NULL REFERENCES sessions (id),
  toSessionId INTEGER UNIQUE REFERENCES sessions (id),
  PRIMARY KEY (transferId, fromSessionId)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER transferredSessionsNeverChange BEFORE UPDATE ON transferredSessions BEGIN SELECT RAISE(ABORT, 'transfers_terms'); END;
CREATE TRIGGER transferredSessionsNeverGo BEFORE DELETE ON transferredSessions BEGIN SELECT RAISE(ABORT, 'transfers_neverGo'); END;

-- How a client package was cancelled and how the books ended. The refund itself is a payment below 0.
CREATE TABLE cancellations (
  id INTEGER PRIMARY KEY,
  clientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  cancelledOn TEXT NOT NULL,
  reason TEXT NOT NULL,
  way TEXT NOT NULL CONSTRAINT cancellations_way CHECK (way IN ('none', 'unusedShare', 'regularPrice', 'ownAmount')),
  books TEXT NOT NULL CONSTRAINT cancellations_books CHECK (books IN ('unchanged', 'settled', 'outstanding', 'billUsed')),
  refundMinor INTEGER NOT NULL CONSTRAINT cancellations_refund CHECK (refundMinor >= 0), -- with tax
  taxMinor INTEGER NOT NULL,                        -- the tax in it
  paymentId INTEGER REFERENCES payments (id),
  adjustmentLineId INTEGER REFERENCES invoiceLines (id), -- what lowered the invoice; reactivating adds its opposite
  lossMinor INTEGER NOT NULL CONSTRAINT cancellations_loss CHECK (lossMinor >= 0),
  paidMinor INTEGER NOT NULL,                       -- what had been paid, and what the way counted against it: the refund note
  countedMinor INTEGER NOT NULL,
  lapsedMinor INTEGER NOT NULL DEFAULT 0,           -- of it, what had expired
  movedMinor INTEGER NOT NULL DEFAULT 0,            -- of it, what is with another client package now
  broughtInMinor INTEGER NOT NULL DEFAULT 0,        -- of it, below 0, what value from another one covers
  usedCount INTEGER NOT NULL,                       -- sessions attended
  forfeitedCount INTEGER NOT NULL DEFAULT 0,
  pieceCount INTEGER NOT NULL DEFAULT 0,            -- products handed over
  visits TEXT NOT NULL CONSTRAINT cancellations_visits CHECK (visits IN ('keep', 'cancel')), -- future appointments
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL,
  reactivatedAt TEXT
) STRICT;
CREATE INDEX cancellations_clientPackageId ON cancellations (clientPackageId);
CREATE TRIGGER cancellationsAreUndoneOnce BEFORE UPDATE ON cancellations
  WHEN OLD.reactivatedAt IS NOT NULL OR NEW.reactivatedAt IS NULL OR NEW.clientPackageId IS NOT OLD.clientPackageId
    OR NEW.refundMinor IS NOT OLD.refundMinor OR NEW.books IS NOT OLD.books OR NEW.way IS NOT OLD.way
  BEGIN SELECT RAISE(ABORT, 'cancellations_terms'); END;
CREATE TRIGGER cancellationsNeverGo BEFORE DELETE ON cancellations BEGIN SELECT RAISE(ABORT, 'cancellations_neverGo'); END;

-- What of an invoice will not be paid any more: outside overdue and reminders; its total and tax stay.
CREATE TABLE losses (
  id INTEGER PRIMARY KEY,
  invoiceId INTEGER NOT NULL REFERENCES invoices (id),
  amountMinor INTEGER NOT NULL CONSTRAINT losses_amount CHECK (amountMinor <> 0), -- below 0: taken back
  reason TEXT NOT NULL,
  effectiveOn TEXT NOT NULL,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX losses_invoiceId ON losses (invoiceId);
CREATE TRIGGER lossesNeverChange BEFORE UPDATE ON losses BEGIN SELECT RAISE(ABORT, 'losses_appendOnly'); END;
CREATE TRIGGER lossesNeverGo BEFORE DELETE ON losses BEGIN SELECT RAISE(ABORT, 'losses_appendOnly'); END;

-- A dated plan of an invoice. Payments fill the oldest first, so what is paid of each is worked out. A plan is edited by a new one.
CREATE TABLE instalments (
  id INTEGER PRIMARY KEY,
  invoiceId INTEGER NOT NULL REFERENCES invoices (id),
  position INTEGER NOT NULL,
  dueOn TEXT NOT NULL,
  amountMinor INTEGER NOT NULL CONSTRAINT instalments_amount CHECK (amountMinor > 0),
  closedAt TEXT                                     -- replaced by a new plan, or its client package was cancelled
) STRICT;
CREATE INDEX instalments_invoiceId ON instalments (invoiceId);
CREATE INDEX instalments_dueOn ON instalments (dueOn) WHERE closedAt IS NULL;
CREATE TRIGGER instalmentsCloseOnce BEFORE UPDATE ON instalments
  WHEN OLD.closedAt IS NOT NULL OR NEW.closedAt IS NULL OR NEW.invoiceId IS NOT OLD.invoiceId OR NEW.dueOn IS NOT OLD.dueOn OR NEW.amountMinor IS NOT OLD.amountMinor
  BEGIN SELECT RAISE(ABORT, 'instalments_terms'); END;
CREATE TRIGGER instalmentsNeverGo BEFORE DELETE ON instalments BEGIN SELECT RAISE(ABORT, 'instalments_neverGo'); END;

-- One row each way: what the other is to the client, and what the other may do for the client or with the client's packages.
CREATE TABLE clientLinks (
  id INTEGER PRIMARY KEY,
  clientId INTEGER NOT NULL REFERENCES clients (id),
  otherId INTEGER NOT NULL REFERENCES clients (id),
  label TEXT NOT NULL CONSTRAINT clientLinks_label CHECK (label IN ('parent', 'child', 'partner', 'guardian', 'sibling', 'grandparent', 'other')),
  mayBook INTEGER NOT NULL CONSTRAINT clientLinks_mayBook CHECK (mayBook IN (0, 1)),
  mayFillForms INTEGER NOT NULL CONSTRAINT clientLinks_mayFillForms CHECK (mayFillForms IN (0, 1)),
  getsMessages INTEGER NOT NULL CONSTRAINT clientLinks_getsMessages CHECK (getsMessages IN (0, 1)),
  sharing TEXT NOT NULL CONSTRAINT clientLinks_sharing CHECK (sharing IN ('none', 'all', 'chosen')),
  cap INTEGER CONSTRAINT clientLinks_cap CHECK (cap > 0), -- for each package, when all are shared; null: no cap
  startedAt TEXT NOT NULL,
  endedAt TEXT,                                     -- unlinked, or replaced by a row with other terms
  CONSTRAINT clientLinks_twoClients CHECK (clientId <> otherId)
) STRICT;
CREATE UNIQUE INDEX clientLinks_pair ON clientLinks (clientId, otherId) WHERE endedAt IS NULL;
CREATE INDEX clientLinks_otherId ON clientLinks (otherId) WHERE endedAt IS NULL;
CREATE TRIGGER clientLinksEndOnce BEFORE UPDATE ON clientLinks
  WHEN OLD.endedAt IS NOT NULL OR NEW.endedAt IS NULL OR NEW.clientId IS NOT OLD.clientId OR NEW.otherId IS NOT OLD.otherId
    OR NEW.sharing IS NOT OLD.sharing OR NEW.cap IS NOT OLD.cap OR NEW.startedAt IS NOT OLD.startedAt
  BEGIN SELECT RAISE(ABORT, 'clientLinks_terms'); END;
CREATE TRIGGER clientLinksNeverGo BEFORE DELETE ON clientLinks BEGIN SELECT RAISE(ABORT, 'clientLinks_neverGo'); END;

-- A chosen client package that a linked client may use. cap = booked + used + forfeited at the most; null: no cap.
CREATE TABLE packageShares (
  id INTEGER PRIMARY KEY,
  clientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  clientId INTEGER NOT NULL REFERENCES clients (id),
  cap INTEGER CONSTRAINT packageShares_cap CHECK (cap > 0),
  startedAt TEXT NOT NULL,
  endedAt TEXT                                      -- shared no more, or replaced by a row with another cap
) STRICT;
CREATE UNIQUE INDEX packageShares_pair ON packageShares (clientPackageId, clientId) WHERE endedAt IS NULL;
CREATE INDEX packageShares_clientId ON packageShares (clientId) WHERE endedAt IS NULL;
CREATE TRIGGER packageSharesEndOnce BEFORE UPDATE ON packageShares
  WHEN OLD.endedAt IS NOT NULL OR NEW.endedAt IS NULL OR NEW.clientPackageId IS NOT OLD.clientPackageId OR NEW.clientId IS NOT OLD.clientId
    OR NEW.cap IS NOT OLD.cap OR NEW.startedAt IS NOT OLD.startedAt
  BEGIN SELECT RAISE(ABORT, 'packageShares_terms'); END;
CREATE TRIGGER packageSharesNeverGo BEFORE DELETE ON packageShares BEGIN SELECT RAISE(ABORT, 'packageShares_neverGo'); END;

-- Sessions that an insurer authorised: counts booked and used, warns, never blocks.
CREATE TABLE authorisations (
  id INTEGER PRIMARY KEY,
  clientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  insurer TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  sessions INTEGER NOT NULL CONSTRAINT authorisations_sessions CHECK (sessions BETWEEN 1 AND 999),
  fromDay TEXT NOT NULL,
  throughDay TEXT,
  endedAt TEXT,
  CONSTRAINT authorisations_period CHECK (throughDay IS NULL OR fromDay <= throughDay)
) STRICT;
CREATE INDEX authorisations_clientPackageId ON authorisations (clientPackageId);
CREATE TRIGGER authorisationsNeverGo BEFORE DELETE ON authorisations BEGIN SELECT RAISE(ABORT, 'authorisations_neverGo'); END;
`
