// What stands under a field of a form is a sentence for the person at the desk, whatever was typed: never words of the library
// that checks it.

import { isContractProcedure } from '@orpc/contract'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { Authorise } from '../../shared/contract/authorisations.ts'
import { AdjustClientPackage, HoldClientPackage } from '../../shared/contract/client-package-changes.ts'
import { TransferSessions } from '../../shared/contract/client-package-moves.ts'
import { RevalueSessions } from '../../shared/contract/client-package-split.ts'
import { contract } from '../../shared/contract/index.ts'
import { PROCEDURES } from '../support/procedures.ts'

const ODD = [undefined, null, '', 'x', 'x'.repeat(100_000), -1, 2.5, 1e15, Number.NaN, true, [], {}]
const LIBRARY = /invalid|expected|received|undefined|too (big|small)|NaN|null/i

function inputOf([feature, verb]: string[]): z.ZodObject | undefined {
  const procedure = (contract as unknown as Record<string, Record<string, unknown>>)[feature!]?.[verb!]
  const schema = isContractProcedure(procedure) ? procedure['~orpc'].inputSchema : undefined
  return schema && 'safeParse' in schema ? schema : undefined
}

it.each(PROCEDURES.filter((p) => p.hasInput))('$name', ({ path }) => {
  const schema = inputOf(path)
  const fields = Object.keys(schema?.shape ?? {})
  const said = ODD.flatMap((odd) => {
    const parsed = schema?.safeParse(Object.fromEntries(fields.map((field) => [field, odd])))
    return parsed?.success === false ? parsed.error.issues.map((issue) => issue.message) : []
  })
  expect(said.filter((words) => LIBRARY.test(words) || words === '')).toEqual([])
})

it('asks for a number, a date and an amount where they are missing', () => {
  const saidBy = (schema: z.ZodType, value: object, path: string) =>
    schema.safeParse(value).error?.issues.find((issue) => issue.path.join('.') === path)?.message
  expect(saidBy(AdjustClientPackage, { change: { kind: 'add', count: '' } }, 'change.count')).toBe('Enter a number.')
  expect(saidBy(AdjustClientPackage, { change: { kind: 'add', count: 1.5 } }, 'change.count')).toBe('Enter a whole number.')
  expect(saidBy(TransferSessions, { count: 1.5 }, 'count')).toBe('Enter a whole number.')
  expect(saidBy(Authorise, { sessions: '' }, 'sessions')).toBe('Enter a number.')
  expect(saidBy(HoldClientPackage, { fromDay: null }, 'fromDay')).toBe('Enter a date.')
  expect(saidBy(RevalueSessions, { values: [{ valueMinor: null }] }, 'values.0.valueMinor')).toBe('Enter an amount.')
  expect(saidBy(RevalueSessions, { values: [{ valueMinor: 1e15 }] }, 'values.0.valueMinor')).toBe('The amount is too high.')
})
