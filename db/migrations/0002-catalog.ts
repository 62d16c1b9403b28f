// 0002: what the practice offers: categories, taxes, services, products, and packages of them.
// Nothing here is ever deleted: inactive = not offered, deletedAt = hidden and restorable.

export const catalog = `
CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT categories_name CHECK (length(trim(name)) > 0),
  nameKey TEXT NOT NULL,                            -- lower case by Unicode, made by the app: SQLite folds ASCII only
  position INTEGER NOT NULL,
  deletedAt TEXT
) STRICT;
CREATE UNIQUE INDEX categories_nameKey ON categories (nameKey) WHERE deletedAt IS NULL;

CREATE TABLE taxes (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT taxes_name CHECK (length(trim(name)) > 0),
  rate INTEGER NOT NULL CONSTRAINT taxes_rate CHECK (rate BETWEEN 0 AND 100000), -- thousandths of a percent
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT taxes_active CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE services (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CONSTRAINT services_name CHECK (length(trim(name)) > 0),
  nameKey TEXT NOT NULL,
  durationMinutes INTEGER NOT NULL CONSTRAINT services_duration CHECK (durationMinutes BETWEEN 5 AND 720),
  breakMinutes INTEGER NOT NULL DEFAULT 0 CONSTRAINT services_break CHECK (breakMinutes BETWEEN 0 AND 240),
  priceMinor INTEGER NOT NULL CONSTRAINT services_price CHECK (priceMinor >= 0),
  categoryId INTEGER REFERENCES categories (id),
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT services_active CHECK (active IN (0, 1)),
  public INTEGER NOT NULL DEFAULT 1 CONSTRAINT services_public CHECK (public IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX services_nameKey ON services (nameKey);

CREATE TABLE serviceTaxes (
  serviceId INTEGER NOT NULL REFERENCES services (id),
  taxId INTEGER NOT NULL REFERENCES taxes (id),
  PRIMARY KEY (serviceId, taxId)
) STRICT, WITHOUT ROWID;
CREATE TABLE servicePractitioners (
  serviceId INTEGER NOT NULL REFERENCES services (id),
  staffId INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (serviceId, staffId)
) STRICT, WITHOUT ROWID;

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT products_name CHECK (length(trim(name)) > 0),
  nameKey TEXT NOT NULL,
  priceMinor INTEGER NOT NULL CONSTRAINT products_price CHECK (priceMinor >= 0),
  categoryId INTEGER REFERENCES categories (id),
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT products_active CHECK (active IN (0, 1)),
  stock INTEGER NOT NULL DEFAULT 0                  -- may go below 0: handing over warns and never blocks
) STRICT;
CREATE UNIQUE INDEX products_nameKey ON products (nameKey);
CREATE TABLE productTaxes (
  productId INTEGER NOT NULL REFERENCES products (id),
  taxId INTEGER NOT NULL REFERENCES taxes (id),
  PRIMARY KEY (productId, taxId)
) STRICT, WITHOUT ROWID;

CREATE TABLE packages (
  id INTEGER PRIMARY KEY,
  firstVersionId INTEGER REFERENCES packages (id),  -- null: this is the first version
  version INTEGER NOT NULL DEFAULT 1,
  supersededAt TEXT,
  name TEXT NOT NULL CONSTRAINT packages_name CHECK (length(trim(name)) > 0),
  nameKey TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  categoryId INTEGER REFERENCES categories (id),
  position INTEGER NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT packages_active CHECK (active IN (0, 1)),
  deletedAt TEXT,
  currency TEXT NOT NULL,
  priceMinor INTEGER NOT NULL CONSTRAINT packages_price CHECK (priceMinor >= 0),
  paymentStyle TEXT NOT NULL CONSTRAINT packages_paymentStyle CHECK (paymentStyle IN ('upfront', 'eachAppointment', 'instalments')),
  validFrom TEXT,
  expiryKind TEXT NOT NULL,
  expiryCount INTEGER,
  expiryUnit TEXT,
  expiryDate TEXT,
  noShowRule TEXT CONSTRAINT packages_noShowRule CHECK (noShowRule IN ('return', 'forfeit', 'ask')), -- null: the practice's
  lateCancelRule TEXT CONSTRAINT packages_lateCancelRule CHECK (lateCancelRule IN ('return', 'forfeit', 'ask')),
  createdOn TEXT NOT NULL,
  CONSTRAINT packages_expiry CHECK (CASE expiryKind
    WHEN 'never' THEN expiryCount IS NULL AND expiryUnit IS NULL AND expiryDate IS NULL
    WHEN 'onDate' THEN expiryCount IS NULL AND expiryUnit IS NULL AND expiryDate IS NOT NULL
    WHEN 'afterPurchase' THEN expiryCount > 0 AND expiryUnit IN ('days', 'weeks', 'months') AND expiryDate IS NULL
    WHEN 'afterFirstUse' THEN expiryCount > 0 AND expiryUnit IN ('days', 'weeks', 'months') AND expiryDate IS NULL
    ELSE 0 END)
) STRICT;
CREATE UNIQUE INDEX packages_nameKey ON packages (nameKey) WHERE deletedAt IS NULL AND supersededAt IS NULL;

CREATE TABLE packageTaxes (
  packageId INTEGER NOT NULL REFERENCES packages (id),
  taxId INTEGER NOT NULL REFERENCES taxes (id),
  PRIMARY KEY (packageId, taxId)
) STRICT, WITHOUT ROWID;

CREATE TABLE packageItems (
  id INTEGER PRIMARY KEY,
  packageId INTEGER NOT NULL REFERENCES packages (id),
  position INTEGER NOT NULL,
  productId INTEGER REFERENCES products (id),       -- null: services, in packageItemServices
  quantity INTEGER CONSTRAINT packageItems_quantity CHECK (quantity BETWEEN 1 AND 999), -- null: unlimited
  itemPriceMinor INTEGER NOT NULL CONSTRAINT packageItems_price CHECK (itemPriceMinor >= 0),
  CONSTRAINT packageItems_productIsLimited CHECK (productId IS NULL OR quantity IS NOT NULL)
) STRICT;
CREATE INDEX packageItems_packageId ON packageItems (packageId);
CREATE TABLE packageItemServices (
  packageItemId INTEGER NOT NULL REFERENCES packageItems (id),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  feeMinor INTEGER CONSTRAINT packageItemServices_fee CHECK (feeMinor >= 0), -- the agreed fee, when paid each appointment
  PRIMARY KEY (packageItemId, serviceId)
) STRICT, WITHOUT ROWID;
`
