// What each address may hold behind its "?": filters, the day, what is open. Anything alien in an address is dropped, never an error.

import { z } from 'zod'
import { Day, DayTime, Id } from '../shared/contract/base.ts'
import { INVOICE_STATES } from '../shared/domain/words.ts'

export const CalendarSearch = z.object({
  day: Day.optional().catch(undefined), // today when absent
  view: z.enum(['day', 'week']).optional().catch(undefined),
  practitioner: Id.optional().catch(undefined), // whose week is shown; with `book`, whom to book with
  people: z.array(Id).max(500).optional().catch(undefined), // the practitioners shown in a day; absent: those who work then
  appointment: Id.optional().catch(undefined), // the one whose panel is open
  doing: z.enum(['edit', 'cancel', 'noShow']).optional().catch(undefined), // what is being done to it
  book: z
    .union([Id, z.literal('new')])
    .optional()
    .catch(undefined), // the client to book for, or "new": not chosen yet
  at: DayTime.optional().catch(undefined), // the slot to book
  until: DayTime.optional().catch(undefined),
})

export const ClientsSearch = z.object({
  search: z.string().max(120).optional().catch(undefined),
  page: z.int().min(1).optional().catch(undefined),
  new: z.boolean().optional().catch(undefined), // the form for a new client is open
})

export const ClientSearch = z.object({
  tab: z.enum(['overview', 'appointments', 'packages', 'invoices', 'linked']).optional().catch(undefined),
  package: Id.optional().catch(undefined), // the client package that was looked for: shown open and in view
})

export const StatementSearch = z.object({
  from: Day.optional().catch(undefined), // this year when absent
  through: Day.optional().catch(undefined),
  packages: z.array(Id).max(200).optional().catch(undefined), // all when absent
  amounts: z.boolean().optional().catch(undefined), // shown when absent
})

export const SalesSearch = z.object({
  search: z.string().max(120).optional().catch(undefined),
  states: z.array(z.enum(INVOICE_STATES)).optional().catch(undefined),
  clientId: Id.optional().catch(undefined),
  page: z.int().min(1).optional().catch(undefined),
})
