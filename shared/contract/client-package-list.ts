// The list of client packages: all that were sold or assigned, with what each is today; and the same as a file.

import { z } from 'zod'
import { CLIENT_PACKAGE_STATES, SESSION_MOVES } from '../domain/words.ts'
import { action, Amount, Day, DayTime, Id, query, refusals, UtcInstant } from './base.ts'
import { ClientPackage } from './client-packages.ts'

export const CLIENT_PACKAGE_SORTS = ['client', 'package', 'left', 'end', 'state', 'charge', 'paid', 'purchased', 'lastUse'] as const

const Filter = {
  search: z.string().max(120), // words of the client's name, or a part of the package's
  packageId: Id.nullable(), // with every version of it
  categoryIds: z.array(z.int().min(0)).max(100), // 0: without a category
  states: z.array(z.enum(CLIENT_PACKAGE_STATES)),
  endingThrough: Day.nullable(), // from today
  unpaid: z.boolean(),
  low: z.boolean(), // few sessions left, or ending soon: by the practice's setting
  sort: z.enum(CLIENT_PACKAGE_SORTS),
  descending: z.boolean(),
}

export const ClientPackageRow = z.object({
  ...ClientPackage.shape,
  clientName: z.string(),
  phone: z.string(),
  email: z.string(),
  lastUseAt: DayTime.nullable(),
})

/** One line of what happened: a move of one or more sessions by one command. */
export const TimelineEntry = z.object({
  id: Id,
  move: z.enum(SESSION_MOVES),
  numbers: z.array(z.int()), // of the sessions
  label: z.string(), // of the item, where there are several
  valueMinor: Amount, // of these sessions together
  effectiveOn: Day,
  at: UtcInstant,
  reason: z.string(),
  other: z.string().nullable(), // the package that they came from or went to
  visitAt: DayTime.nullable(),
  service: z.string().nullable(),
  practitioner: z.string().nullable(),
  treated: z.string().nullable(),
  by: z.string().nullable(), // null: the app itself, at the opening of a day
})

export const clientPackageList = {
  list: query('packages.view', { heavy: true })
    .input(z.strictObject({ ...Filter, page: z.int().min(1), pageSize: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(ClientPackageRow), total: z.int() })),
  /** The whole list as CSV; the file is fetched as a document. */
  export: action('packages.view')
    .input(z.strictObject(Filter))
    .output(z.object({ documentId: z.string(), rows: z.int() })),
  /** Everything that happened to its sessions, newest first. */
  timeline: query('clients.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(z.object({ currency: z.string(), entries: z.array(TimelineEntry) })),
  /** A letter to each owner, one page each: what is left, until when, how to go on. */
  drawLetters: action('packages.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ ids: z.array(Id).min(1, 'Choose at least one.').max(500) }))
    .output(z.object({ documentId: z.string(), fileName: z.string(), pages: z.int() })),
}
