// P16: an invoice of 14 lines with embedded fonts.

import { minor } from '../../shared/money.ts'
import { makeInvoice, makeLine } from '../documents/papers.ts'
import type { Measure } from './measure.ts'
import { drawnBothWays } from './papers.ts'

const tax = { name: 'HST', rate: 13_000, taxMinor: minor(1170) }
const lines = Array.from({ length: 14 }, (_, i) =>
  makeLine({
    id: i + 1,
    kind: 'service',
    description: `Physio 45 with Jonas Berg, visit ${i + 1} of 14`,
    unitPriceMinor: minor(9000),
    taxes: [tax],
  }),
)

export const p16: Measure = {
  id: 'P16',
  what: 'invoice PDF, fonts embedded',
  against: 'the same in Helvetica',
  goal: 4,
  rounds: 15,
  open: () => drawnBothWays(makeInvoice({ lines }), 5),
}
