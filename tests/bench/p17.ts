// P17: a usage statement of 200 visits, seven pages.

import { makeStatement, manyVisits } from '../documents/papers.ts'
import type { Measure } from './measure.ts'
import { drawnBothWays } from './papers.ts'

export const p17: Measure = {
  id: 'P17',
  what: 'statement PDF, 200 lines',
  against: 'the same in Helvetica',
  goal: 2,
  rounds: 11,
  open: () => drawnBothWays(makeStatement({ packages: [manyVisits(200)] }), 1),
}
