// A practice with 35,000 clients and 70,000 client packages of six sessions, two of them used, of 500 packages. Written by
// straight SQL, since 400,000 sessions through the procedures would take an hour; it passes `verify` all the same.

import type { File } from '../../db/connect.ts'
import { sortKeyOf, wordsOfClient } from '../../shared/search-text.ts'

const CLIENTS = 35_000
const SESSIONS = 6
const USED = 2
const GIVEN = ['Anna', 'Ben', 'Chloé', 'Dario', 'Elif', 'Femi', 'Gita', 'Hana', 'Ines', 'Jonas', 'Łukasz', 'Ольга']
const FAMILY = ['Abend', 'Bello', 'Costa', 'Dorn', 'Engel', 'Fields', 'Gruber', 'Holt', 'Iwata', 'Jensen', 'Kovač', 'Lee', 'Moreau']

interface Options {
  /** A practitioner of the practice in the file. */
  staffId: number
  /** A service of it. */
  serviceId: number
  packages?: number
  clientPackages?: number
}

export function fillWithClientPackages(file: File, { staffId, serviceId, packages = 500, clientPackages = 70_000 }: Options): void {
  const run = (sql: string): void => void file.prepare(sql).run({ staffId, serviceId })
  const upTo = (n: number): string => `WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${n})`
  file.transaction(() => {
    insertClients(file)
    run(`${upTo(packages)} INSERT INTO packages (id, name, nameKey, position, currency, priceMinor, paymentStyle, expiryKind, expiryCount, expiryUnit, createdOn)
      SELECT k, 'Package ' || k, 'package ' || k, k, 'CAD', 60000, 'upfront', iif(k % 3 = 0, 'never', 'afterPurchase'), iif(k % 3 = 0, NULL, 6 + k % 7),
        iif(k % 3 = 0, NULL, 'months'), '2020-01-01' FROM n`)
    run(`INSERT INTO packageItems (id, packageId, position, quantity, itemPriceMinor) SELECT id, id, 1, ${SESSIONS}, 10000 FROM packages`)
    run(`INSERT INTO packageItemServices (packageItemId, serviceId) SELECT id, @serviceId FROM packageItems`)
    run(`${upTo(clientPackages)} INSERT INTO clientPackages (id, clientId, packageId, name, paymentStyle, currency, priceMinor, chargeMinor, purchasedOn, expiryKind, expiryCount, expiryUnit, soldBy)
      SELECT k, 1 + k % ${CLIENTS}, p.id, p.name, 'upfront', 'CAD', 60000, 60000, date('2020-01-01', '+' || (k * 2500 / ${clientPackages}) || ' days'), p.expiryKind, p.expiryCount, p.expiryUnit, @staffId
      FROM n JOIN packages p ON p.id = 1 + k % ${packages}`)
    run(
      `INSERT INTO clientPackageItems (id, clientPackageId, position, quantity, itemPriceMinor) SELECT id, id, 1, ${SESSIONS}, 10000 FROM clientPackages`,
    )
    run(`INSERT INTO clientPackageItemServices (clientPackageItemId, serviceId) SELECT id, @serviceId FROM clientPackageItems`)
    run(
      `${upTo(SESSIONS)} INSERT INTO sessions (id, clientPackageItemId, number) SELECT (i.id - 1) * ${SESSIONS} + k, i.id, k FROM clientPackageItems i JOIN n`,
    )
    run(`INSERT INTO sessionEntries (sessionId, move, toState, valueMinor, effectiveOn, staffId, at) SELECT s.id, 'grant', 'available', 10000, p.purchasedOn, @staffId, p.purchasedOn || 'T08:00:00.000Z'
      FROM sessions s JOIN clientPackages p ON p.id = s.clientPackageItemId`)
    useSome(file, run)
  })()
  file.exec('ANALYZE')
}

function insertClients(file: File): void {
  const client = file.prepare(
    `INSERT INTO clients (id, number, givenName, familyName, sortKey, createdOn) VALUES (?, ?, ?, ?, ?, '2020-01-01')`,
  )
  const words = file.prepare(`INSERT INTO clientWords (rowid, words) VALUES (?, ?)`)
  for (let k = 1; k <= CLIENTS; k++) {
    const name = { givenName: GIVEN[k % GIVEN.length]!, familyName: `${FAMILY[k % FAMILY.length]!} ${k}` }
    client.run(k, k, name.givenName, name.familyName, sortKeyOf(name))
    words.run(k, wordsOfClient({ ...name, number: k, phone: '', email: '' }))
  }
}

/** The first sessions of each took place, every quarter of an hour of a calendar of its own, so that nothing overlaps. */
function useSome(file: File, run: (sql: string) => void): void {
  file.exec('DROP TABLE IF EXISTS temp.visits')
  file.exec(`CREATE TEMP TABLE visits AS SELECT s.id AS sessionId, row_number() OVER (ORDER BY s.number, s.id) AS n, p.clientId, p.purchasedOn
    FROM sessions s JOIN clientPackages p ON p.id = s.clientPackageItemId WHERE s.number <= ${USED}`)
  const at = (minutes: number): string => `strftime('%Y-%m-%dT%H:%M', '2019-12-31', printf('%+d minutes', n * 15 + ${minutes}))`
  run(`INSERT INTO appointments (id, clientId, practitionerId, serviceId, startsAt, endsAt, busyUntil, slotFloor, status, regularPriceMinor, createdAt)
    SELECT n, clientId, @staffId, @serviceId, ${at(0)}, ${at(10)}, ${at(10)}, ${at(-1440)}, 'completed', 12000, purchasedOn || 'T08:00:00.000Z' FROM visits`)
  for (const [move, from, to] of [
    ['book', 'available', 'booked'],
    ['use', 'booked', 'used'],
  ])
    run(`INSERT INTO sessionEntries (sessionId, move, fromState, toState, appointmentId, valueMinor, effectiveOn, staffId, at)
      SELECT sessionId, '${move}', '${from}', '${to}', n, 10000, purchasedOn, @staffId, purchasedOn || 'T09:00:00.000Z' FROM visits`)
}
