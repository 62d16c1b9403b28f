// What the log keeps of a bug: where in the code it was, and nothing that was typed or that names a person or a machine.

import { expect, it } from 'vitest'
import { bugReport } from '../../electron/bugs.ts'
import { momentAt } from '../support/app.ts'

const { instant } = momentAt('2026-11-24T08:30')

it('keeps the places of the code without the folders above them, and no message', () => {
  const error = new RangeError('Mara Vidal\n    at home (in bed)')
  error.stack = [
    'RangeError: Mara Vidal\n    at home (in bed)',
    '    at book (file:///home/mara/db/tenpack/electron/services/appointments.ts:40:9)',
    '    at async C:\\Users\\Mara Vidal\\tenpack\\db\\hot.ts:3:4',
    '    at node:internal/process:1:2',
    '    at x (/home/mara/y.js:1:1)',
  ].join('\n')
  expect(bugReport(error, 'appointments.book', instant)).toEqual({
    at: instant,
    reference: expect.stringMatching(/^[A-Z2-9]{8}$/),
    procedure: 'appointments.book',
    error: 'RangeError',
    where: [
      'at book (electron/services/appointments.ts:40:9)',
      'at async db\\hot.ts:3:4',
      'at node:internal/process:1:2',
      'at x (y.js:1:1)',
    ],
  })
})

it('keeps no value of whatever else was thrown', () => {
  expect(bugReport('Mara Vidal', 'clients.get', instant)).toMatchObject({ error: 'string', where: [] })
})
