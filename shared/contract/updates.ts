// New versions of Tenpack. Nothing is asked of the internet until the practice has switched that on; a file on a stick needs none.

import { z } from 'zod'
import { action, command, keyed, Ok, refusals } from './base.ts'

export const UpdateState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('notOffered') }), // the web host: it is updated as it was installed
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('checking') }),
  z.object({ state: z.literal('downloading'), version: z.string(), percent: z.int() }),
  z.object({ state: z.literal('ready'), version: z.string(), notes: z.string() }),
  z.object({ state: z.literal('failed'), why: z.string() }),
])

export const updates = {
  /** What this app is, whether it looks for new versions, and what it found. */
  status: action('signedIn').output(z.object({ version: z.string(), isOn: z.boolean(), canInstallFile: z.boolean(), found: UpdateState })),
  /** From now on, or no more. */
  setChecking: action('settings.edit')
    .input(z.strictObject({ isOn: z.boolean() }))
    .output(Ok),
  storeChecking: command('system')
    .input(keyed({ isOn: z.boolean() }))
    .output(Ok),
  /** Looks now; what comes of it is told by `status`. */
  check: action('settings.edit').errors(refusals('update.off', 'update.notOffered')).output(Ok),
  /** Closes Tenpack, installs what was downloaded and starts again. */
  install: action('settings.edit').errors(refusals('update.notReady', 'update.notOffered')).output(Ok),
  /** From a file that the person picks: checked first, then installed as above. */
  installFile: action('settings.edit')
    .errors(refusals('update.notOffered', 'update.badFile'))
    .output(z.object({ outcome: z.enum(['installing', 'cancelled']) })),
}
