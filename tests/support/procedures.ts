// The contract as a flat list, read from the contract alone: what tests of every procedure go through.

import { isContractProcedure } from '@orpc/contract'
import type { ZodType } from 'zod'
import type { Meta } from '../../shared/contract/base.ts'
import { contract } from '../../shared/contract/index.ts'

export interface Declared {
  name: string
  path: string[]
  meta: Meta
  hasInput: boolean
  /** What its input holds, by name. */
  fields: Record<string, ZodType>
}

export const PROCEDURES: Declared[] = Object.entries(contract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]: [string, unknown]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${feature}.${verb} is no procedure`)
    const { meta, inputSchema } = procedure['~orpc']
    return {
      name: `${feature}.${verb}`,
      path: [feature, verb],
      meta: meta as Meta,
      hasInput: inputSchema !== undefined,
      fields: (inputSchema as { shape?: Record<string, ZodType> } | undefined)?.shape ?? {},
    }
  }),
)

export const COMMANDS = PROCEDURES.filter(({ meta }) => meta.kind === 'command')
