// 0007: the rest of a package's terms: how its price is split, instalments, frequency, where it is offered, how each item
// is delivered, and what may be booked on it by paying the difference. A client package holds its own copy of all of it.

const ITEM_COLUMNS = [
  `ADD COLUMN delivery TEXT NOT NULL DEFAULT 'inPerson' CHECK (delivery IN ('inPerson', 'online'));`,
  `ADD COLUMN medium TEXT CHECK (medium IN ('audio', 'phone', 'video'));`, // of online delivery
  `ADD COLUMN durationMinutes INTEGER CHECK (durationMinutes BETWEEN 5 AND 720);`, // null: the service's
  `ADD COLUMN breakMinutes INTEGER CHECK (breakMinutes BETWEEN 0 AND 240);`, // inside the slot; null: the service's
  `ADD COLUMN endsBy TEXT NOT NULL DEFAULT 'clock' CHECK (endsBy IN ('clock', 'practitioner'));`,
  `ADD COLUMN ending TEXT NOT NULL DEFAULT 'fullTime' CHECK (ending IN ('exactEnd', 'fullTime'));`,
]

const TERM_COLUMNS = [
  `ADD COLUMN frequencyCount INTEGER CHECK (frequencyCount BETWEEN 1 AND 99);`, // a suggestion: "2 a week"
  `ADD COLUMN frequencyUnit TEXT CHECK (frequencyUnit IN ('week', 'month'));`,
]

const alter = (table: string, columns: readonly string[]): string => columns.map((c) => `ALTER TABLE ${table} ${c.trim()}`).join('\n')

export const packageTerms = `
${alter('packages', TERM_COLUMNS)}
ALTER TABLE packages ADD COLUMN country TEXT;       -- ISO 3166; offered to clients of that country; null: everywhere
ALTER TABLE packages ADD COLUMN priceCredits INTEGER CHECK (priceCredits > 0);
ALTER TABLE packages ADD COLUMN selfService INTEGER NOT NULL DEFAULT 0 CHECK (selfService IN (0, 1));
ALTER TABLE packages ADD COLUMN split TEXT NOT NULL DEFAULT 'listPrice' CHECK (split IN ('listPrice', 'equal', 'byHand'));
ALTER TABLE packages ADD COLUMN instalmentCount INTEGER CHECK (instalmentCount BETWEEN 2 AND 60);
ALTER TABLE packages ADD COLUMN instalmentEvery INTEGER CHECK (instalmentEvery BETWEEN 1 AND 365);
ALTER TABLE packages ADD COLUMN instalmentUnit TEXT CHECK (instalmentUnit IN ('days', 'weeks', 'months'));
ALTER TABLE packages ADD COLUMN instalmentFirstAfter INTEGER CHECK (instalmentFirstAfter BETWEEN 0 AND 3650); -- days after the sale
${alter('packageItems', ITEM_COLUMNS)}
-- The values of a limited item's sessions when the price is split by hand: the weights of every sale.
CREATE TABLE packageItemValues (
  packageItemId INTEGER NOT NULL REFERENCES packageItems (id),
  number INTEGER NOT NULL CHECK (number > 0),
  valueMinor INTEGER NOT NULL CHECK (valueMinor >= 0),
  PRIMARY KEY (packageItemId, number)
) STRICT, WITHOUT ROWID;
-- Services that may be booked on an item by paying the difference.
CREATE TABLE packageItemTopUps (
  packageItemId INTEGER NOT NULL REFERENCES packageItems (id),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  PRIMARY KEY (packageItemId, serviceId)
) STRICT, WITHOUT ROWID;

${alter('clientPackages', TERM_COLUMNS)}
${alter('clientPackageItems', ITEM_COLUMNS)}
CREATE TABLE clientPackageItemTopUps (
  clientPackageItemId INTEGER NOT NULL REFERENCES clientPackageItems (id),
  serviceId INTEGER NOT NULL REFERENCES services (id),
  PRIMARY KEY (clientPackageItemId, serviceId)
) STRICT, WITHOUT ROWID;

-- Where a deleted category went, when it was merged into another.
ALTER TABLE categories ADD COLUMN mergedIntoId INTEGER REFERENCES categories (id)
  CONSTRAINT categories_mergedAway CHECK (mergedIntoId IS NULL OR (mergedIntoId <> id AND deletedAt IS NOT NULL));
`
