// 0004: invoices and payments. A number is given once, without gaps; a published line never changes, only an adjustment
// may join it. Payments and their allocations only grow: a client's account credit is what was paid and not allocated.

export const invoices = `
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  number INTEGER UNIQUE,
  kind TEXT NOT NULL CONSTRAINT invoices_kind CHECK (kind IN ('sale', 'appointment')),
  status TEXT NOT NULL CONSTRAINT invoices_status CHECK (status IN ('draft', 'published', 'void', 'discarded')),
  clientId INTEGER NOT NULL REFERENCES clients (id),           -- who pays
  payerChosen INTEGER NOT NULL DEFAULT 0 CONSTRAINT invoices_payerChosen CHECK (payerChosen IN (0, 1)), -- by hand: kept when a draft is written anew
  treatedClientId INTEGER NOT NULL REFERENCES clients (id),
  appointmentId INTEGER REFERENCES appointments (id),
  relatedInvoiceId INTEGER REFERENCES invoices (id),           -- an appointment's invoice names the package's
  replacesInvoiceId INTEGER UNIQUE REFERENCES invoices (id),   -- billed to somebody else: the one before is void
  currency TEXT NOT NULL,
  pricesIncludeTax INTEGER NOT NULL CONSTRAINT invoices_pricesIncludeTax CHECK (pricesIncludeTax IN (0, 1)),
  publishedOn TEXT,
  dueOn TEXT,
  createdAt TEXT NOT NULL,
  CONSTRAINT invoices_numberWhenPublished CHECK ((status IN ('published', 'void')) = (number IS NOT NULL)),
  CONSTRAINT invoices_dateWhenPublished CHECK ((number IS NULL) = (publishedOn IS NULL) AND (number IS NULL) = (dueOn IS NULL)),
  CONSTRAINT invoices_ofAppointment CHECK ((kind = 'appointment') = (appointmentId IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX invoices_oneDraft ON invoices (appointmentId) WHERE status = 'draft';
CREATE INDEX invoices_appointmentId ON invoices (appointmentId);
CREATE INDEX invoices_clientId ON invoices (clientId);
CREATE INDEX invoices_treatedClientId ON invoices (treatedClientId);
CREATE TRIGGER invoicesGapless BEFORE UPDATE OF number ON invoices
  WHEN NEW.number IS NOT OLD.number AND (OLD.number IS NOT NULL OR NEW.number IS NOT
    coalesce((SELECT max(number) + 1 FROM invoices), (SELECT firstInvoiceNumber FROM practice)))
  BEGIN SELECT RAISE(ABORT, 'invoices_gapless'); END;
CREATE TRIGGER invoicesStartUnnumbered BEFORE INSERT ON invoices WHEN NEW.number IS NOT NULL OR NEW.status <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'invoices_startAsDraft'); END;
CREATE TRIGGER invoicesStayPublished BEFORE UPDATE ON invoices
  WHEN OLD.status <> 'draft' AND NOT (OLD.status = 'published' AND NEW.status IN ('published', 'void'))
    OR OLD.number IS NOT NULL AND (NEW.clientId IS NOT OLD.clientId OR NEW.treatedClientId IS NOT OLD.treatedClientId
      OR NEW.appointmentId IS NOT OLD.appointmentId OR NEW.currency IS NOT OLD.currency OR NEW.kind IS NOT OLD.kind
      OR NEW.pricesIncludeTax IS NOT OLD.pricesIncludeTax OR NEW.publishedOn IS NOT OLD.publishedOn OR NEW.relatedInvoiceId IS NOT OLD.relatedInvoiceId
      OR NEW.payerChosen IS NOT OLD.payerChosen OR NEW.replacesInvoiceId IS NOT OLD.replacesInvoiceId)
  BEGIN SELECT RAISE(ABORT, 'invoices_neverChange'); END;
CREATE TRIGGER invoicesNeverGo BEFORE DELETE ON invoices BEGIN SELECT RAISE(ABORT, 'invoices_neverGo'); END;

CREATE TABLE invoiceLines (
  id INTEGER PRIMARY KEY,
  invoiceId INTEGER NOT NULL REFERENCES invoices (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CONSTRAINT invoiceLines_kind CHECK (kind IN ('package', 'service', 'covered', 'fee', 'product', 'moved', 'adjustment')),
  description TEXT NOT NULL,                                   -- frozen words, as printed
  quantity INTEGER NOT NULL CONSTRAINT invoiceLines_quantity CHECK (quantity > 0),
  unitPriceMinor INTEGER NOT NULL,
  discountMinor INTEGER NOT NULL DEFAULT 0,
  discountReason TEXT NOT NULL DEFAULT '',
  amountMinor INTEGER NOT NULL,                                -- after discount; net or gross as the invoice's pricesIncludeTax says
  clientPackageId INTEGER,                                     -- the package sold or used; its table comes with 0005
  adjustmentReason TEXT,
  CONSTRAINT invoiceLines_amount CHECK (amountMinor = quantity * unitPriceMinor - discountMinor),
  CONSTRAINT invoiceLines_adjustmentReason CHECK ((kind = 'adjustment') = (adjustmentReason IS NOT NULL)),
  CONSTRAINT invoiceLines_notNegative CHECK (kind IN ('moved', 'adjustment') OR (unitPriceMinor >= 0 AND discountMinor >= 0 AND amountMinor >= 0))
) STRICT;
CREATE INDEX invoiceLines_invoiceId ON invoiceLines (invoiceId);
CREATE INDEX invoiceLines_clientPackageId ON invoiceLines (clientPackageId) WHERE clientPackageId IS NOT NULL;
CREATE TRIGGER invoiceLinesJoinDraft BEFORE INSERT ON invoiceLines
  WHEN (SELECT status FROM invoices WHERE id = NEW.invoiceId) IS NOT iif(NEW.kind = 'adjustment', 'published', 'draft')
  BEGIN SELECT RAISE(ABORT, 'invoiceLines_published'); END;
CREATE TRIGGER invoiceLinesNeverChange BEFORE UPDATE ON invoiceLines BEGIN SELECT RAISE(ABORT, 'invoiceLines_published'); END;
CREATE TRIGGER invoiceLinesLeaveDraft BEFORE DELETE ON invoiceLines
  WHEN (SELECT status FROM invoices WHERE id = OLD.invoiceId) <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'invoiceLines_published'); END;

CREATE TABLE invoiceLineTaxes (
  invoiceLineId INTEGER NOT NULL REFERENCES invoiceLines (id) ON DELETE CASCADE,
  taxId INTEGER NOT NULL REFERENCES taxes (id),
  name TEXT NOT NULL,
  rate INTEGER NOT NULL,
  taxMinor INTEGER NOT NULL,
  PRIMARY KEY (invoiceLineId, taxId)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER invoiceLineTaxesJoinOnce BEFORE INSERT ON invoiceLineTaxes
  WHEN (SELECT i.status <> 'draft' AND (l.kind <> 'adjustment' OR i.status <> 'published') FROM invoiceLines l JOIN invoices i ON i.id = l.invoiceId WHERE l.id = NEW.invoiceLineId)
  BEGIN SELECT RAISE(ABORT, 'invoiceLines_published'); END;
CREATE TRIGGER invoiceLineTaxesNeverChange BEFORE UPDATE ON invoiceLineTaxes BEGIN SELECT RAISE(ABORT, 'invoiceLines_published'); END;
CREATE TRIGGER invoiceLineTaxesLeaveDraft BEFORE DELETE ON invoiceLineTaxes
  WHEN (SELECT i.status <> 'draft' FROM invoiceLines l JOIN invoices i ON i.id = l.invoiceId WHERE l.id = OLD.invoiceLineId)
  BEGIN SELECT RAISE(ABORT, 'invoiceLines_published'); END;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  clientId INTEGER NOT NULL REFERENCES clients (id),
  method TEXT NOT NULL CONSTRAINT payments_method CHECK (method IN ('cash', 'card', 'transfer', 'cheque', 'other')),
  amountMinor INTEGER NOT NULL CONSTRAINT payments_amount CHECK (amountMinor <> 0), -- below 0: money given back
  currency TEXT NOT NULL,
  tenderedMinor INTEGER,                                       -- cash handed over, before change
  state TEXT NOT NULL CONSTRAINT payments_state CHECK (state IN ('pending', 'cleared', 'failed')),
  receivedOn TEXT NOT NULL,
  reversesPaymentId INTEGER UNIQUE REFERENCES payments (id),
  reason TEXT NOT NULL DEFAULT '',
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX payments_clientId ON payments (clientId);
CREATE INDEX payments_receivedOn ON payments (receivedOn);
CREATE TRIGGER paymentsNeverChange BEFORE UPDATE ON payments
  WHEN OLD.state <> 'pending' OR NEW.clientId IS NOT OLD.clientId OR NEW.method IS NOT OLD.method OR NEW.amountMinor IS NOT OLD.amountMinor
    OR NEW.currency IS NOT OLD.currency OR NEW.receivedOn IS NOT OLD.receivedOn OR NEW.staffId IS NOT OLD.staffId OR NEW.at IS NOT OLD.at
  BEGIN SELECT RAISE(ABORT, 'payments_appendOnly'); END;
CREATE TRIGGER paymentsNeverGo BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments_appendOnly'); END;

CREATE TABLE paymentAllocations (
  id INTEGER PRIMARY KEY,
  paymentId INTEGER NOT NULL REFERENCES payments (id),
  invoiceId INTEGER NOT NULL REFERENCES invoices (id),
  amountMinor INTEGER NOT NULL CONSTRAINT paymentAllocations_amount CHECK (amountMinor <> 0),
  staffId INTEGER NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL,
  effectiveOn TEXT NOT NULL
) STRICT;
CREATE INDEX paymentAllocations_paymentId ON paymentAllocations (paymentId);
CREATE INDEX paymentAllocations_invoiceId ON paymentAllocations (invoiceId);
CREATE TRIGGER paymentAllocationsOfThePayer BEFORE INSERT ON paymentAllocations
  WHEN (SELECT clientId FROM payments WHERE id = NEW.paymentId) IS NOT (SELECT clientId FROM invoices WHERE id = NEW.invoiceId)
  BEGIN SELECT RAISE(ABORT, 'paymentAllocations_ofThePayer'); END;
CREATE TRIGGER paymentAllocationsNeverChange BEFORE UPDATE ON paymentAllocations BEGIN SELECT RAISE(ABORT, 'payments_appendOnly'); END;
CREATE TRIGGER paymentAllocationsNeverGo BEFORE DELETE ON paymentAllocations BEGIN SELECT RAISE(ABORT, 'payments_appendOnly'); END;
`
