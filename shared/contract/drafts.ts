// What was typed into a form and is not saved yet, kept in memory for the window, so that a crash of the page loses nothing.
// Never on the disk, never after signing out.

import { z } from 'zod'
import { action, Ok, RequiredLine } from './base.ts'

/** `tab`: two tabs of one browser are one window to the host, and must not see each other's forms. */
const Place = { tab: z.uuid(), form: RequiredLine(100, 'A form has a name.') }

export const drafts = {
  keep: action('signedIn')
    .input(z.strictObject({ ...Place, values: z.string().max(200_000) }))
    .output(Ok),
  find: action('signedIn')
    .input(z.strictObject(Place))
    .output(z.object({ values: z.string().nullable() })),
  drop: action('signedIn').input(z.strictObject(Place)).output(Ok),
}
