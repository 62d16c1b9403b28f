// Every procedure by its name, from the contract and the services: a name is looked up in maps, never walked to, so
// `__proto__` or `~orpc` name nothing. A feature's part of the contract is read when it is first called.

import { isContractProcedure } from '@orpc/contract'
import type { Access, Meta } from '../shared/contract/base.ts'
import type { Parts } from './contract-parts.ts'

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

/** Undefined: there is none of that name. */
export type FindProcedure = (name: string) => Promise<Procedure | undefined>

export function procedureFinder(parts: Parts, services: object): FindProcedure {
  const features = new Map(Object.entries(parts))
  const known = new Map<string, Procedure>()
  return async (name) => {
    const feature = name.slice(0, name.indexOf('.'))
    for (const read of features.get(feature) ?? []) {
      if (known.has(name)) break
      for (const [each, procedure] of proceduresOf({ [feature]: await read() }, services)) known.set(each, procedure)
    }
    return known.get(name)
  }
}

export function proceduresOf(contract: object, services: object): ReadonlyMap<string, Procedure> {
  const byName = new Map<string, Procedure>()
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
  return byName
}

interface Declared {
  inputSchema: Schema | undefined
  outputSchema: Schema
  errorMap: object
  meta: Meta
}
