// The long run: the figures of the quality page, and in the browser answers that come late by chance, so that whatever could
// race with one does.

import { setTimeout as pause } from 'node:timers/promises'

export const LONG = process.env['LONG'] !== undefined || process.env['TENPACK_LONG'] !== undefined

const LATE_MS = 300

/** How much later an answer comes. */
export const comesLate = (): Promise<void> => (LONG ? pause(Math.random() * LATE_MS) : Promise.resolve())
