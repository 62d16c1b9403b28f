// What belongs to this computer rather than to the practice: where it keeps the key of the practice file.

import { z } from 'zod'
import { action, Ok, refusals } from './base.ts'

export const computer = {
  /** `canMove`: this host can use the computer's key store. */
  keyPlace: action('computer.key').output(z.object({ place: z.enum(['file', 'keyStore']), canMove: z.boolean() })),
  sealKey: action('computer.key').errors(refusals('key.notMoved')).output(Ok),
  /** Back into its file, where it then stays. */
  unsealKey: action('computer.key').errors(refusals('key.notMoved')).output(Ok),
}
