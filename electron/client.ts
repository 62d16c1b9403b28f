// The typed client of the contract over any way to send a path and an input.

import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/contract/index.ts'

export const clientOver = (send: (path: readonly string[], input: unknown) => Promise<unknown>): ContractRouterClient<Contract> =>
  createORPCClient({ call: (path, input) => send(path, input) })
