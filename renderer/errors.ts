// From anything thrown to what a person reads. A refusal has a sentence of its own; the rest is said as what it is:
// no answer, or a fault in Tenpack with the reference under which it was logged.

import { ORPCError } from '@orpc/client'
import { isRefusalCode, type RefusalCode, type RefusalDetails, sentenceOf } from '../shared/errors.ts'
import { Unreachable } from './api.ts'

type AnyRefusal = { [C in RefusalCode]: { code: C; details: RefusalDetails<C>; sentence: string } }[RefusalCode]

export function refusalOf(error: unknown): AnyRefusal | null {
  if (!(error instanceof ORPCError) || !isRefusalCode(error.code)) return null
  const details = (error.data ?? {}) as never
  return { code: error.code, details, sentence: sentenceOf(error.code, details) } as AnyRefusal
}

export function sentenceOfError(error: unknown): string {
  const refusal = refusalOf(error)
  if (refusal) return refusal.sentence
  if (error instanceof Unreachable)
    return 'Tenpack does not answer. What you entered is still here: start Tenpack again, then try once more.'
  const reference = referenceOf(error)
  return `This did not work because of a fault in Tenpack. Nothing was saved.${reference ? ` Its reference is ${reference}.` : ''}`
}

function referenceOf(error: unknown): string | undefined {
  if (!(error instanceof ORPCError)) return undefined
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'reference' in data ? String(data.reference) : undefined
}

/** Nobody is signed in behind this window any more, or it is locked or not known: the practice must leave the screen. */
export function isShutOut(error: unknown): boolean {
  const code = refusalOf(error)?.code
  return code === 'call.signedOut' || code === 'call.locked' || code === 'call.restarted'
}

/** Tenpack was started anew, and this window belongs to the run before. */
export const isFromEarlierStart = (error: unknown): boolean => refusalOf(error)?.code === 'call.restarted'
