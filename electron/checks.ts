// What crosses the door, checked: input that is too much or not as declared is refused; output that is not as
// declared is a bug.

import { refuse } from '../shared/errors.ts'
import type { Issue, Procedure } from './procedures.ts'

const MOST_CHARACTERS = 1_000_000
const MOST_VALUES = 20_000
const MOST_FIELDS = 50 // said back to the form

export async function checkedInput({ input: schema }: Procedure, input: unknown): Promise<unknown> {
  assertNotTooLarge(input)
  if (!schema) return undefined
  const checked = await schema['~standard'].validate(input)
  if (!checked.issues) return checked.value
  return refuse('call.badInput', {
    fields: checked.issues.slice(0, MOST_FIELDS).map((i) => ({ path: pathOf(i), message: i.message.slice(0, 200) })),
  })
}

export async function checkedOutput({ name, output: schema }: Procedure, output: unknown): Promise<unknown> {
  const checked = await schema['~standard'].validate(output)
  if (!checked.issues) return checked.value
  throw new TypeError(
    `${name} answered what its contract does not say: ${checked.issues.map((i) => `${pathOf(i)} ${i.message}`).join('; ')}`,
  )
}

/** A query's answer crosses unchecked in the packaged app, so it may hold no field that the contract leaves out. */
export function assertNothingLeftOut({ name }: Procedure, given: unknown, declared: unknown, path = ''): void {
  if (typeof given !== 'object' || given === null || typeof declared !== 'object' || declared === null) return
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(declared, key)) throw new TypeError(`${name} answers ${path}${key}, which its contract does not say`)
    assertNothingLeftOut({ name } as Procedure, value, (declared as Record<string, unknown>)[key], `${path}${key}.`)
  }
}

/** Counts and stops early, so that a value with a loop in it ends too. */
function assertNotTooLarge(input: unknown): void {
  let characters = 0
  const left: unknown[] = [input]
  for (let values = 0; left.length > 0; values++) {
    const value = left.pop()
    if (typeof value === 'string') characters += value.length
    else if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value) && value.length > MOST_VALUES) refuse('call.tooLarge')
      for (const key of Object.keys(value)) {
        characters += key.length
        left.push((value as Record<string, unknown>)[key])
      }
    }
    if (characters > MOST_CHARACTERS || values + left.length > MOST_VALUES) refuse('call.tooLarge')
  }
}

const pathOf = ({ path = [] }: Issue): string => path.map((p) => String(typeof p === 'object' ? p.key : p)).join('.')
