// The refund note of a cancelled client package (W5), made by the real worker and read back.

import { afterAll, expect, it } from 'vitest'
import type { RefundNotePaper } from '../../electron/host.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { practice } from './papers.ts'
import { documents, print } from './printing.ts'

afterAll(() => documents.close())

const paper = (note: Partial<RefundNotePaper['note']> = {}): RefundNotePaper => ({
  kind: 'refundNote',
  practice: { ...practice, paper: 'A4', country: 'CA' },
  client: { name: 'Anna Lee', address: '4 Mill Lane\nVictoria BC' },
  note: {
    ownerName: null,
    packageName: 'Relax 6',
    invoiceNumber: 1042,
    currency: 'CAD',
    on: localDate('2026-03-20'),
    reason: 'Moved away',
    way: 'unusedShare',
    by: 'card',
    paidMinor: minor(56_500),
    usedCount: 2,
    forfeitedCount: 1,
    pieceCount: 0,
    countedMinor: minor(28_251),
    lapsedMinor: minor(0),
    movedMinor: minor(0),
    broughtInMinor: minor(0),
    refundMinor: minor(28_249),
    taxMinor: minor(3_250),
    ...note,
  },
})

it('prints the computation, what was given back with its tax, and the reason', async () => {
  const { lines, title } = await print(paper())
  expect(title).toBe('Refund note – Anna Lee')
  expect(lines).toEqual(
    expect.arrayContaining(['Refund note', 'Paid on invoice 1042 565.00', '2 used, 1 forfeited, at their value in the package −282.51']),
  )
  expect(lines).toEqual(expect.arrayContaining(['Given back by card 282.49', 'of which tax 32.50']))
  expect(lines.join(' ')).toContain('Moved away')
})

it('names whose package it was, when somebody else gets the money', async () => {
  expect((await print(paper())).lines.join(' ')).not.toContain('of Mia Lee')
  expect((await print(paper({ ownerName: 'Mia Lee' }))).lines.join(' ')).toContain('of Mia Lee')
})

it('names what moved on and what was brought in, and adds up', async () => {
  const { lines } = await print(
    paper({
      usedCount: 1,
      forfeitedCount: 0,
      pieceCount: 1,
      countedMinor: minor(20_000),
      lapsedMinor: minor(1_500),
      movedMinor: minor(25_000),
      broughtInMinor: minor(-9_000),
      refundMinor: minor(36_500),
    }),
  )
  expect(lines).toEqual(
    expect.arrayContaining([
      'Paid on invoice 1042 565.00',
      '1 used, 1 handed over, at their value in the package −25.00',
      'Lapsed, at its value in the package −15.00',
      'Moved to another package, at its value −250.00',
      'Covered by value from another package 90.00',
    ]),
  )
})

it('says it otherwise at the regular price, for an own amount and on account', async () => {
  const regular = await print(paper({ way: 'regularPrice', countedMinor: minor(30_510), refundMinor: minor(25_990) }))
  expect(regular.lines).toContain('2 used, 1 forfeited, at the regular price of each −305.10')
  const own = await print(paper({ way: 'ownAmount', countedMinor: minor(0), refundMinor: minor(20_000), taxMinor: minor(0), by: null }))
  expect(own.lines).toEqual(expect.arrayContaining(['Kept, as agreed −365.00', 'Given back as credit on account 200.00']))
  expect(own.lines.join(' ')).not.toContain('of which tax')
})
