// Sessions that an insurer authorised for a client package: so many from a day through another. They warn, and never block.

import { z } from 'zod'
import { command, Day, Id, keyed, Line, Mark, refusals } from './base.ts'
import { ClientPackage } from './client-packages.ts'

const Terms = {
  insurer: Line(120),
  reference: Line(80),
  sessions: z.int().min(1, 'At least 1.').max(999, 'At most 999.'),
  fromDay: Day,
  throughDay: Day.nullable(), // null: until further notice
}
const inOrder = (a: { fromDay: string; throughDay: string | null }) => a.throughDay === null || a.fromDay <= a.throughDay
const ORDER = { path: ['throughDay'], message: 'The last day is not before the first.' }

export const Authorise = keyed({ clientPackageId: Id, ...Terms }).refine(inOrder, ORDER)
export const ChangeAuthorisation = keyed({ id: Id, mark: Mark, ...Terms }).refine(inOrder, ORDER)

export const authorisations = {
  authorise: command('clients.edit').errors(refusals('call.notFound')).input(Authorise).output(ClientPackage),
  changeAuthorisation: command('clients.edit')
    .errors(refusals('call.notFound', 'record.changed'))
    .input(ChangeAuthorisation)
    .output(ClientPackage),
  endAuthorisation: command('clients.edit')
    .errors(refusals('call.notFound'))
    .input(keyed({ id: Id }))
    .output(ClientPackage),
}
