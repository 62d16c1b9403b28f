// Clients: the people who are treated.

import { z } from 'zod'
import { isCountryCode } from '../countries.ts'
import { clientLinks } from './client-links.ts'
import { Amount, command, Day, DayTime, Id, Line, Mark, query, refusals, saving, Text } from './base.ts'

const Fields = {
  givenName: Line(80),
  familyName: Line(80),
  birthDate: Day.nullable(),
  phone: Line(40),
  email: Line(120),
  address: Text(400),
  country: z.string().refine(isCountryCode, 'Choose a country of the list.').nullable(), // null: the practice's
  insurer: Line(120),
  insurerNumber: Line(60),
  notes: Text(4000),
}
export const SaveClient = saving(Fields).refine((c) => c.givenName !== '' || c.familyName !== '', {
  path: ['familyName'],
  message: 'Enter a name.',
})
export const Client = z.object({ id: Id, number: z.int(), ...Fields, mark: Mark, createdOn: Day, deleted: z.boolean() })
export const ClientRow = z.object({
  id: Id,
  number: z.int(),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  email: z.string(),
  birthDate: Day.nullable(),
  lastVisitOn: Day.nullable(),
  nextVisitAt: DayTime.nullable(),
  activePackages: z.int(),
})
export const FoundClient = z.object({
  id: Id,
  number: z.int(),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string(),
  birthDate: Day.nullable(),
  visits: z.int(),
  lastVisitOn: Day.nullable(),
  lastServiceId: Id.nullable(),
})

export const clients = {
  /** A page of clients by family name; `search` matches the beginnings of words in name, phone, e-mail and number. */
  list: query('clients.view')
    .input(z.strictObject({ search: z.string().max(120), page: z.int().min(1), pageSize: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(ClientRow), total: z.int() })),
  /** The type-ahead of booking: at most 8, with what booking wants to know. */
  find: query('clients.view')
    .input(z.strictObject({ search: z.string().max(120) }))
    .output(z.array(FoundClient)),
  get: query('clients.view', { opensClient: 'id' })
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(
      Client.extend({
        /** By currency, never summed: the practice's first, then those of others the client has anything in. */
        money: z.array(
          z.object({
            currency: z.string(),
            balanceMinor: Amount, // due on published invoices
            creditMinor: Amount, // on account, not allocated
            prepaidMinor: Amount, // value of available and booked sessions, and pots
          }),
        ),
        prepaidSessions: z.int(),
        prepaidUnlimited: z.boolean(), // some of it is for an unlimited item
        lastVisit: z.object({ at: DayTime, practitioner: z.string() }).nullable(),
        nextVisit: z.object({ at: DayTime, practitioner: z.string() }).nullable(),
        noShows: z.int(),
        counts: z.object({ appointments: z.int(), clientPackages: z.int(), invoices: z.int(), links: z.int() }),
      }),
    ),
  ...clientLinks,
  save: command('clients.edit').errors(refusals('call.notFound', 'record.changed')).input(SaveClient).output(Client),
}
