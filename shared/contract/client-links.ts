// Linked clients: what each is to the other, what each may do for the other, and which sessions they share. Each way has terms
// of its own, and nothing follows from a link to a third client.

import { z } from 'zod'
import { LINK_LABELS } from '../domain/words.ts'
import { command, Day, DayTime, Id, keyed, Mark, query, refusals } from './base.ts'

/** booked + used + forfeited of one person at the most; null: no cap. */
const Cap = z.int().min(1, 'At least 1.').max(999, 'At most 999.').nullable()

/** Which packages of the one the other may use. `all`: each of them, also those bought later. */
export const Sharing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('all'), cap: Cap }),
  z.strictObject({
    kind: z.literal('chosen'),
    packages: z
      .array(z.strictObject({ clientPackageId: Id, cap: Cap }))
      .min(1, 'Choose at least one package.')
      .max(200)
      .refine((rows) => new Set(rows.map((r) => r.clientPackageId)).size === rows.length, 'A package stands there twice.'),
  }),
])

const Terms = {
  label: z.enum(LINK_LABELS),
  mayBook: z.boolean(), // book and manage the appointments
  mayFillForms: z.boolean(), // complete the intake forms
  getsMessages: z.boolean(), // receive copies of the messages
}
const Side = z.strictObject({ ...Terms, sharing: Sharing })

/** `other`: what the other is to the client and may do for them; `client`: the same the other way round. */
export const LinkClients = keyed({ clientId: Id, otherId: Id, mark: Mark.optional(), other: Side, client: Side })

const SharedPackage = z.object({ clientPackageId: Id, name: z.string(), cap: z.int().nullable(), taken: z.int() })
const SideView = z.object({
  ...Terms,
  sharing: z.object({ kind: z.enum(['none', 'all', 'chosen']), cap: z.int().nullable(), packages: z.array(SharedPackage) }),
})
export const LinkedClient = z.object({
  otherId: Id,
  mark: Mark,
  otherName: z.string(),
  otherBirthDate: Day.nullable(),
  other: SideView,
  client: SideView,
})

/** A booked visit of one on a package of the other. */
const KeptVisit = z.object({ appointmentId: Id, at: DayTime, treated: z.string(), packageName: z.string() })

export const clientLinks = {
  links: query('clients.view', { opensClient: 'clientId' })
    .input(z.strictObject({ clientId: Id }))
    .output(z.array(LinkedClient)),
  link: command('clients.edit')
    .errors(refusals('call.notFound', 'link.toOneself', 'link.exists', 'clientPackage.notTheirs'))
    .input(LinkClients)
    .output(LinkedClient),
  changeLink: command('clients.edit')
    .errors(refusals('call.notFound', 'clientPackage.notTheirs', 'record.changed'))
    .input(LinkClients)
    .output(LinkedClient),
  /** What unlinking would end; booked visits stay. */
  previewUnlink: query('clients.edit')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ clientId: Id, otherId: Id }))
    .output(z.object({ ends: z.array(z.string()), visits: z.array(KeptVisit) })),
  unlink: command('clients.edit')
    .errors(refusals('call.notFound'))
    .input(keyed({ clientId: Id, otherId: Id }))
    .output(z.object({ visits: z.array(KeptVisit) })),
}
