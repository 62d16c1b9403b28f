// 0005: client packages and the session ledger. An entry is accepted only if its fromState is the session's state,
// so the last session can't be taken twice, whoever asks. Entries never change; a session changes only by an entry.

export const sessions = `
CREATE TABLE clientPackages (
  id INTEGER PRIMARY KEY,
  clientId INTEGER NOT NULL REFERENCES clients (id),
  packageId INTEGER NOT NULL REFERENCES packages (id),
  name TEXT NOT NULL,
  paymentStyle TEXT NOT NULL CONSTRAINT clientPackages_paymentStyle CHECK (paymentStyle IN ('upfront', 'eachAppointment', 'instalments')),
  currency TEXT NOT NULL,
  priceMinor INTEGER NOT NULL CONSTRAINT clientPackages_price CHECK (priceMinor >= 0),
  chargeMinor INTEGER NOT NULL CONSTRAINT clientPackages_charge CHECK (chargeMinor >= 0),
  broughtInMinor INTEGER NOT NULL DEFAULT 0 CONSTRAINT clientPackages_broughtIn CHECK (broughtInMinor >= 0),
  discountRate INTEGER NOT NULL DEFAULT 0 CONSTRAINT clientPackages_discountRate CHECK (discountRate BETWEEN 0 AND 100000), -- of the fees, when paid each appointment
  purchasedOn TEXT NOT NULL,
  validFrom TEXT,
  expiryKind TEXT NOT NULL CONSTRAINT clientPackages_expiryKind CHECK (expiryKind IN ('never', 'onDate', 'afterPurchase', 'afterFirstUse')),
  expiryCount INTEGER,
  expiryUnit TEXT,
  expiryDate TEXT,
  manualEnd TEXT,                                   -- set by hand; wins until cleared
  noShowRule TEXT CONSTRAINT clientPackages_noShowRule CHECK (noShowRule IN ('return', 'forfeit', 'ask')),
  lateCancelRule TEXT CONSTRAINT clientPackages_lateCancelRule CHECK (lateCancelRule IN ('return', 'forfeit', 'ask')),
  cancelledOn TEXT,
  cancelReason TEXT,
  soldBy INTEGER NOT NULL REFERENCES staff (id),
  CONSTRAINT clientPackages_cancelled CHECK ((cancelledOn IS NULL) = (cancelReason IS NULL))
) STRICT;
CREATE INDEX clientPackages_clientId ON clientPackages (clientId);
CREATE INDEX clientPackages_packageId ON clientPackages (packageId);
CREATE TRIGGER clientPackagesKeepTheirTerms BEFORE UPDATE ON clientPackages
  WHEN NEW.clientId IS NOT OLD.clientId OR NEW.paymentStyle IS NOT OLD.paymentStyle OR NEW.currency IS NOT OLD.currency
    OR NEW.purchasedOn IS NOT OLD.purchasedOn OR NEW.soldBy IS NOT OLD.soldBy
  BEGIN SELECT RAISE(ABORT, 'clientPackages_terms'); END;
CREATE TRIGGER clientPackagesNeverGo BEFORE DELETE ON clientPackages BEGIN SELECT RAISE(ABORT, 'clientPackages_neverGo'); END;

CREATE TABLE clientPackageItems (
  id INTEGER PRIMARY KEY,
  clientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  position INTEGER NOT NULL,
  productId INTEGER REFERENCES products (id),
  quantity INTEGER CONSTRAINT clientPackageItems_quantity CHECK (quantity BETWEEN 1 AND 999),
  itemPriceMinor INTEGER NOT NULL CONSTRAINT clientPackageItems_price CHECK (itemPriceMinor >= 0),
  CONSTRAINT clientPackageItems_productIsLimited CHECK (productId IS NULL OR quantity IS NOT NULL)
) STRICT;
CREATE INDEX clientPackageItems_clientPackageId ON clientPackageItems (clientPackageId);
CREATE TABLE clientPackageItemServices (
  clientPackageItemId INTEGER NOT NULL REFERENCES clientPackageItems (id),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  feeMinor INTEGER CONSTRAINT clientPackageItemServices_fee CHECK (feeMinor >= 0),
  PRIMARY KEY (clientPackageItemId, serviceId)
) STRICT, WITHOUT ROWID;

-- The pot of a client package's unlimited items. What is left = Σ amountMinor − Σ value of the unlimited items' sessions.
CREATE TABLE potEntries (
  id INTEGER PRIMARY KEY,
  clientPackageId INTEGER NOT NULL REFERENCES clientPackages (id),
  move TEXT NOT NULL,
  amountMinor INTEGER NOT NULL,                     -- grant and what reopens it above 0, what closes it below 0; another charge either way
  effectiveOn TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  at TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  CONSTRAINT potEntries_move CHECK (move IN ('grant', 'reinstate', 'reactivate', 'moveIn') AND amountMinor >= 0 OR move IN ('expire', 'cancel', 'moveOut') AND amountMinor <= 0 OR move = 'revalue')
) STRICT;
CREATE INDEX potEntries_clientPackageId ON potEntries (clientPackageId);
CREATE TRIGGER potEntriesNeverChange BEFORE UPDATE ON potEntries BEGIN SELECT RAISE(ABORT, 'sessionEntries_appendOnly'); END;
CREATE TRIGGER potEntriesNeverGo BEFORE DELETE ON potEntries BEGIN SELECT RAISE(ABORT, 'sessionEntries_appendOnly'); END;

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  clientPackageItemId INTEGER NOT NULL REFERENCES clientPackageItems (id),
  number INTEGER NOT NULL CONSTRAINT sessions_number CHECK (number > 0),
  state TEXT,                                       -- null only between the insert and its first entry
  valueMinor INTEGER CONSTRAINT sessions_value CHECK (valueMinor >= 0),
  appointmentId INTEGER REFERENCES appointments (id),
  lastEntryId INTEGER,
  UNIQUE (clientPackageItemId, number)
) STRICT;
CREATE UNIQUE INDEX sessions_appointmentId ON sessions (appointmentId) WHERE appointmentId IS NOT NULL;

CREATE TABLE sessionEntries (
  id INTEGER PRIMARY KEY,
  sessionId INTEGER NOT NULL REFERENCES sessions (id),
  move TEXT NOT NULL,
  fromState TEXT,
  toState TEXT NOT NULL,
  appointmentId INTEGER REFERENCES appointments (id), -- the appointment that holds the session after this entry
  valueMinor INTEGER NOT NULL CONSTRAINT sessionEntries_value CHECK (valueMinor >= 0), -- the session's value after this entry
  effectiveOn TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),            -- null: the daily opening
  at TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  CONSTRAINT sessionEntries_move CHECK (move || ':' || coalesce(fromState, '') || '>' || toState IN (
    'grant:>available', 'adjustPlus:>available', 'book:available>booked', 'book:>booked',
    'return:booked>available', 'return:booked>withdrawn', 'use:booked>used', 'undoUse:used>booked',
    'handOver:available>used', 'undoHandOver:used>available',
    'forfeit:booked>forfeited', 'undoForfeit:forfeited>booked', 'waive:forfeited>available', 'waive:forfeited>withdrawn',
    'expire:available>expired', 'reinstate:expired>available', 'cancel:available>cancelled', 'reactivate:cancelled>available',
    'transfer:available>transferred', 'undoTransfer:transferred>available', 'undoTransfer:available>withdrawn',
    'adjustMinus:available>withdrawn', 'restore:withdrawn>available',
    'revalue:available>available', 'revalue:booked>booked')),
  CONSTRAINT sessionEntries_holder CHECK (CASE WHEN toState IN ('booked', 'forfeited') OR (toState = 'used' AND move <> 'handOver')
    THEN appointmentId IS NOT NULL ELSE appointmentId IS NULL END)
) STRICT;
CREATE INDEX sessionEntries_sessionId ON sessionEntries (sessionId);
CREATE INDEX sessionEntries_effectiveOn ON sessionEntries (effectiveOn);

CREATE TRIGGER sessionEntryFollowsState BEFORE INSERT ON sessionEntries
  WHEN (SELECT state FROM sessions WHERE id = NEW.sessionId) IS NOT NEW.fromState
  BEGIN SELECT RAISE(ABORT, 'sessionEntries_fromState'); END;
CREATE TRIGGER sessionEntryKeepsValue BEFORE INSERT ON sessionEntries
  WHEN NEW.fromState IS NOT NULL AND NEW.move <> 'revalue' AND NEW.toState <> 'withdrawn'
    AND NEW.valueMinor IS NOT (SELECT valueMinor FROM sessions WHERE id = NEW.sessionId)
  BEGIN SELECT RAISE(ABORT, 'sessionEntries_value'); END;
CREATE TRIGGER sessionEntryKeepsHolder BEFORE INSERT ON sessionEntries
  WHEN NEW.fromState IN ('booked', 'used', 'forfeited') AND NEW.appointmentId IS NOT NULL
    AND NEW.appointmentId IS NOT (SELECT appointmentId FROM sessions WHERE id = NEW.sessionId)
  BEGIN SELECT RAISE(ABORT, 'sessionEntries_holder'); END;
CREATE TRIGGER sessionEntryInOrder BEFORE INSERT ON sessionEntries
  WHEN NEW.effectiveOn < (SELECT max(effectiveOn) FROM sessionEntries WHERE sessionId = NEW.sessionId)
  BEGIN SELECT RAISE(ABORT, 'sessionEntries_effectiveOn'); END;
CREATE TRIGGER sessionEntryMovesSession AFTER INSERT ON sessionEntries
  BEGIN UPDATE sessions SET state = NEW.toState, appointmentId = NEW.appointmentId, valueMinor = NEW.valueMinor, lastEntryId = NEW.id
    WHERE id = NEW.sessionId; END;
CREATE TRIGGER sessionEntriesNeverChange BEFORE UPDATE ON sessionEntries BEGIN SELECT RAISE(ABORT, 'sessionEntries_appendOnly'); END;
CREATE TRIGGER sessionEntriesNeverGo BEFORE DELETE ON sessionEntries BEGIN SELECT RAISE(ABORT, 'sessionEntries_appendOnly'); END;

CREATE TRIGGER sessionOnlyByEntry BEFORE UPDATE ON sessions
  WHEN NEW.id IS NOT OLD.id OR NEW.clientPackageItemId IS NOT OLD.clientPackageItemId OR NEW.number IS NOT OLD.number
    OR NOT EXISTS (SELECT 1 FROM sessionEntries e WHERE e.id = NEW.lastEntryId AND e.sessionId = NEW.id AND e.toState IS NEW.state
      AND e.appointmentId IS NEW.appointmentId AND e.valueMinor IS NEW.valueMinor
      AND e.id = (SELECT max(id) FROM sessionEntries WHERE sessionId = NEW.id))
  BEGIN SELECT RAISE(ABORT, 'sessions_onlyByEntry'); END;
CREATE TRIGGER sessionStartsEmpty BEFORE INSERT ON sessions
  WHEN NEW.state IS NOT NULL OR NEW.appointmentId IS NOT NULL OR NEW.valueMinor IS NOT NULL OR NEW.lastEntryId IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'sessions_onlyByEntry'); END;
CREATE TRIGGER sessionsNeverGo BEFORE DELETE ON sessions BEGIN SELECT RAISE(ABORT, 'sessionEntries_appendOnly'); END;
`
