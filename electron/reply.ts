// What a door answers. Refusals and bugs cross as values, in the form oRPC's client turns back into errors;
// no message or stack of an error ever leaves.

import type { Refusal } from '../shared/errors.ts'

interface ErrorValue {
  defined: boolean
  code: string
  status: number
  message: string
  data: unknown
}
export type Reply = { output: unknown } | { error: ErrorValue }

export const replyOfRefusal = ({ code, details }: Refusal): Reply => ({
  error: { defined: true, code, status: 400, message: code, data: details },
})

export const replyOfBug = (reference: string): Reply => ({
  error: { defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: 'A fault in Tenpack', data: { reference } },
})
