// Suggestions for a package from a language model that the practice connected: which, and asking it. Without one, packages are
// described by a rule of our own, which asks nobody (shared/domain/suggestions.ts).

import { z } from 'zod'
import { modelAddressOf } from '../model-address.ts'
import { action, command, Id, keyed, Line, Mark, query, refusals, RequiredLine } from './base.ts'

const Connection = {
  address: RequiredLine(300, 'Enter the address.').refine(
    (typed) => modelAddressOf(typed) !== null,
    'Enter an address that starts with https://, or with http:// for a computer of your own network.',
  ),
  model: RequiredLine(100, 'Enter the name of the model.'),
  /** Null: the one that is kept, as long as the address leads to the same server. Empty: none. */
  modelKey: z
    .string()
    .trim()
    .max(400)
    .regex(/^[\x21-\x7e]*$/, 'A key has only plain letters, digits and signs.')
    .nullable(),
}
export const ConnectModel = keyed({ mark: Mark, ...Connection })

const failures = ['suggestion.unreachable', 'suggestion.slow', 'suggestion.refused', 'suggestion.leadsAway', 'suggestion.nonsense'] as const

export const AskedItem = z.strictObject({
  serviceIds: z.array(Id).max(50),
  productId: Id.nullable(),
  count: z.int().min(1).max(9999).nullable(), // null: without limit
})

const Connected = z.object({ isOn: z.boolean(), address: z.string(), model: z.string(), hasKey: z.boolean(), mark: Mark })

export const suggestions = {
  /** What is connected; address and model are empty while it is switched off. The key is never given out. */
  connection: query('packages.edit').output(Connected),
  connect: command('settings.edit').errors(refusals('record.changed')).input(ConnectModel).output(Connected),
  disconnect: command('settings.edit').input(keyed({})).output(Connected),
  /** Asks about a made-up package; nothing is kept. */
  tryConnection: action('settings.edit')
    .errors(refusals(...failures))
    .input(z.strictObject(Connection))
    .output(z.object({ description: z.string() })),
  /** What the model suggests for a package as it stands in the editor. */
  fromModel: action('packages.edit')
    .errors(refusals('suggestion.off', ...failures))
    .input(z.strictObject({ name: Line(80), items: z.array(AskedItem).min(1, 'Add an item first.').max(20) }))
    .output(z.object({ description: z.string(), categoryId: Id.nullable() })),
}
