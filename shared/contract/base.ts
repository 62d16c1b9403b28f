// What every contract file builds on: the kinds of procedure, the checked words of time and money, and the refusals.
// Kind and permission are literal types, so a service gets exactly the context of its kind, checked by the compiler.

import { oc } from '@orpc/contract'
import { config, z } from 'zod'
import { isCurrencyCode } from '../currencies.ts'
import { isLocalDate, isLocalDateTime, isLocalTime } from '../dates.ts'
import type { RefusalCode, RefusalDetails } from '../errors.ts'
import { MAX_MINOR } from '../money.ts'
import type { Permission } from '../permissions.ts'

// Before any schema is made: in a page zod would try `new Function`, which the content security policy forbids and reports.
// In the main process it may, which makes the checks faster.
config({ jitless: 'document' in globalThis, customError: plainly })

/** What stands under a field where its schema has no words of its own: never the library's. */
function plainly(issue: z.core.$ZodRawIssue): string {
  const unit = issue.origin === 'string' ? ' characters' : ''
  if (issue.code === 'too_big') return `At most ${issue.maximum}${unit}.`
  if (issue.code === 'too_small') return `At least ${issue.minimum}${unit}.`
  if (issue.code !== 'invalid_type') return 'This can’t be used here.'
  return issue.expected === 'int' ? 'Enter a whole number.' : issue.expected === 'number' ? 'Enter a number.' : 'Fill this in.'
}

/** 'public': before anyone signed in. 'system': never from outside, only through an action's client or the app itself. */
export type Access = Permission | 'public' | 'system' | 'signedIn'

export interface Meta {
  kind: 'query' | 'command' | 'action'
  access: Access
  /** The input field that names the client whose record this opens, logged by dispatch. */
  opensClient?: string
  /** A query that may take longer than a moment: read beside the app's own work, where the host can. It gets nothing of the host. */
  heavy?: true
}

type More = Pick<Meta, 'opensClient' | 'heavy'>

const build = <const K extends Meta['kind'], const A extends Access>(kind: K, access: A, more?: More) =>
  oc.$meta<Omit<Meta, 'kind' | 'access'> & { kind: K; access: A }>({ kind, access, ...more })

export const query = <const A extends Access>(access: A, more?: More) => build('query', access, more)
export const command = <const A extends Access>(access: A, more?: More) => build('command', access, more)
export const action = <const A extends Access>(access: A, more?: More) => build('action', access, more)

type RefusalMap<C extends RefusalCode> = { [K in C]: { data: z.ZodType<RefusalDetails<K>> } }

/** The refusals that one procedure can give, beside those of the door ('call.*', 'data.*'). */
export function refusals<const C extends RefusalCode>(...codes: C[]): RefusalMap<C> {
  return Object.fromEntries(codes.map((code) => [code, { data: z.any() }])) as unknown as RefusalMap<C>
}

export const Id = z.int().positive()
export const CommandKey = z.uuid() // made once by the form: sent twice, done once

/** A command's input: its own fields and the key that makes a repeat harmless. */
export const keyed = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ key: CommandKey, ...shape })

/** Of a record as it was read: sent back with what is saved, so that nothing is written over what changed since. */
export const Mark = z.string().max(64)
/** A whole record is saved: a new one has no id; any other is the one that was read with this mark. */
export const saving = <S extends z.ZodRawShape>(shape: S) => keyed({ id: Id.nullable(), mark: Mark.optional(), ...shape })

export const Amount = z.int().min(-MAX_MINOR).max(MAX_MINOR).brand<'Minor'>()
export const Price = z
  .int({ error: 'Enter an amount.' })
  .min(0, 'The amount can’t be below zero.')
  .max(MAX_MINOR, 'The amount is too high.')
  .brand<'Minor'>()
export const Currency = z.string().refine(isCurrencyCode, 'Choose a currency of the list.')
export const Rate = z.int().min(0).max(100_000) // thousandths of a percent
/** Far off days are mistyped, and years with more digits than four no longer sort. Those before 1900 are no dates at all. */
const isNear = (text: string): boolean => text < '2200-01-01'
const NEAR = 'Enter a date between 1900 and 2199.'
export const Day = z.string({ error: 'Enter a date.' }).refine(isLocalDate, 'Enter a date.').refine(isNear, NEAR).brand<'LocalDate'>()
export const DayTime = z
  .string({ error: 'Enter a date and time.' })
  .refine(isLocalDateTime, 'Enter a date and time.')
  .refine(isNear, NEAR)
  .brand<'LocalDateTime'>()
export const Time = z.string({ error: 'Enter a time.' }).refine(isLocalTime, 'Enter a time.').brand<'LocalTime'>()
export const UtcInstant = z.iso.datetime().brand<'Instant'>()

/** One line of text a person typed: trimmed, no control characters. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Contains characters that can’t be shown.')
export const RequiredLine = (max: number, message: string) => Line(max).min(1, message)
/** Several lines of text. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .regex(/^[^\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]*$/u, 'Contains characters that can’t be shown.')

export const Ok = z.object({ ok: z.literal(true) })
