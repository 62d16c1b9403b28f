// A bug: what the log keeps and what the person is told, a reference number. The log never holds a message or a value,
// since those can hold what a person typed: only the kind of error and where in the code it came from.

import { randomInt } from 'node:crypto'
import type { Instant } from '../shared/dates.ts'

export interface BugReport {
  at: Instant
  reference: string
  procedure: string
  error: string
  where: string[]
}
/** `error` is for a developer's terminal and for tests; a packaged app must not write it anywhere. */
export type Log = (report: BugReport, error: unknown) => void

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789' // none that is read as another

export function bugReport(error: unknown, procedure: string, at: Instant): BugReport {
  const reference = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  if (!(error instanceof Error)) return { at, reference, procedure, error: typeof error, where: [] }
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return { at, reference, procedure, error: `${error.name}${code}`, where: framesOf(error) }
}

/** A path without its last part; and in it what stands before a folder of the app: names of people and machines. */
const FOLDERS = /(file:\/\/)?([A-Z]:)?[/\\][^()]*[/\\]/
const ROOM = /^.*[/\\](?=(electron|db|shared|resources|tests|out|node_modules)[/\\])/

/** Lines such as `at book (electron/services/appointments.ts:40:9)`, without the folders above the app's own. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 20)
    .map((line) => line.trim().replace(FOLDERS, (folders) => (ROOM.test(folders) ? folders.replace(ROOM, '') : '')))
}
