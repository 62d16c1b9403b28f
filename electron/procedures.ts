// The contract and the services made into one flat list by name, once: a name is looked up, never walked to,
// so `__proto__` or `~orpc` name nothing.

import { isContractProcedure } from '@orpc/contract'
import type { Access, Meta } from '../shared/contract/base.ts'

/** A schema as every schema library gives it. */
export interface Schema {
  '~standard': { validate(value: unknown): Checked | Promise<Checked> }
}
type Checked = { value: unknown; issues?: undefined } | { issues: readonly Issue[] }
export interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}

export interface Procedure {
  name: string
  kind: Meta['kind']
  access: Access
  opensClient: string | undefined
  heavy: boolean
  input: Schema | undefined
  output: Schema
  /** The codes of the refusals it declares. */
  refusals: ReadonlySet<string>
  serve: (context: object, input: unknown) => Promise<unknown>
}

export interface Procedures {
  byName: ReadonlyMap<string, Procedure>
  /** Names of fields that no procedure ever stores. */
  secrets: ReadonlySet<string>
}

export function proceduresOf(contract: object, services: object): Procedures {
  const byName = new Map<string, Procedure>()
  const secrets = new Set<string>()
  const walk = (declared: object, served: object, path: string[]): void => {
    for (const [word, part] of Object.entries(declared) as [string, unknown][]) {
      const service: unknown = (served as Record<string, unknown>)[word]
      const name = [...path, word].join('.')
      if (!isContractProcedure(part)) {
        walk(part as object, service as object, [...path, word])
        continue
      }
      if (typeof service !== 'function') throw new Error(`No function serves ${name}`)
      const { inputSchema, outputSchema, errorMap, meta } = part['~orpc'] as Declared
      if (!meta.access) throw new Error(`${name} does not say who may call it`)
      for (const field of meta.secret ?? []) secrets.add(field)
      byName.set(name, {
        name,
        kind: meta.kind,
        access: meta.access,
        opensClient: meta.opensClient,
        heavy: meta.heavy === true,
        input: inputSchema,
        output: outputSchema,
        refusals: new Set(Object.keys(errorMap)),
        serve: service as Procedure['serve'],
      })
    }
  }
  walk(contract, services, [])
  return { byName, secrets }
}

interface Declared {
  inputSchema: Schema | undefined
  outputSchema: Schema
  errorMap: object
  meta: Meta
}
