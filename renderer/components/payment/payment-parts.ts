// What is being paid, as a person types it: one part a method. 'rest' follows what is still due, so the exact
// amount stays prefilled while a discount or another part changes it; at most one part may be 'rest'.

import type { z } from 'zod'
import type { PaymentPart as PaymentPartSchema } from '../../../shared/contract/client-packages.ts'
import type { PaymentMethod } from '../../../shared/domain/words.ts'
import { atLeastZero, minor, type Minor, subtract, sum } from '../../../shared/money.ts'

export type PaymentPart = z.infer<typeof PaymentPartSchema>

/** Amounts in minor units; null: nothing typed. Tendered: the cash handed over, null when it is just the amount. */
export interface PartDraft {
  id: number
  method: PaymentMethod
  amountMinor: number | null | 'rest'
  tenderedMinor: number | null
}
export interface PaymentDraft {
  parts: PartDraft[]
  keepRestOnAccount: boolean
}
export interface PaymentProblems {
  /** By part, in order: what to write under its fields. */
  parts: { amount?: string; tendered?: string }[]
  aboveDue: boolean
}

export const MOST_PARTS = 6

export const exactPayment = (method: PaymentMethod): PaymentDraft => ({
  parts: [{ id: 1, method, amountMinor: 'rest', tenderedMinor: null }],
  keepRestOnAccount: false,
})

/** A first part of what is due: an instalment. */
export const partPayment = (method: PaymentMethod, amountMinor: Minor): PaymentDraft => ({
  parts: [{ id: 1, method, amountMinor, tenderedMinor: null }],
  keepRestOnAccount: false,
})

const typed = (part: PartDraft): Minor => minor(typeof part.amountMinor === 'number' ? part.amountMinor : 0)

/** What a part comes to; null while nothing is typed. */
export function amountOf(draft: PaymentDraft, part: PartDraft, dueMinor: Minor): Minor | null {
  if (part.amountMinor === 'rest') return atLeastZero(subtract(dueMinor, sum(draft.parts.map(typed))))
  return part.amountMinor === null ? null : minor(part.amountMinor)
}

export const totalOf = (draft: PaymentDraft, dueMinor: Minor): Minor =>
  sum(draft.parts.map((part) => amountOf(draft, part, dueMinor) ?? minor(0)))

/** Still due after these parts; below zero when more is paid than asked for. */
export const remainingOf = (draft: PaymentDraft, dueMinor: Minor): Minor => subtract(dueMinor, totalOf(draft, dueMinor))

/** What goes back over the counter, of all cash parts together. */
export const changeOf = (draft: PaymentDraft, dueMinor: Minor): Minor =>
  sum(
    draft.parts.map((part) =>
      part.method === 'cash' && part.tenderedMinor !== null
        ? atLeastZero(subtract(minor(part.tenderedMinor), amountOf(draft, part, dueMinor) ?? minor(0)))
        : minor(0),
    ),
  )

/** One more part. It takes what is still open; if nothing is, it waits empty and the first part gives way to it. */
export function withAnotherPart(draft: PaymentDraft, method: PaymentMethod): PaymentDraft {
  const id = Math.max(0, ...draft.parts.map((part) => part.id)) + 1
  const amountMinor = draft.parts.some((part) => part.amountMinor === 'rest') ? null : 'rest'
  return { ...draft, parts: [...draft.parts, { id, method, amountMinor, tenderedMinor: null }] }
}

export function problemsOf(draft: PaymentDraft, dueMinor: Minor): PaymentProblems {
  const parts = draft.parts.map((part) => {
    const amount = amountOf(draft, part, dueMinor)
    const short = part.method === 'cash' && part.tenderedMinor !== null && part.tenderedMinor < (amount ?? 0)
    return {
      ...(amount === null || amount < 1 ? { amount: 'Enter an amount.' } : {}),
      ...(short ? { tendered: 'Less than the amount.' } : {}),
    }
  })
  return { parts, aboveDue: remainingOf(draft, dueMinor) < 0 }
}

export const isReady = (draft: PaymentDraft, problems: PaymentProblems): boolean =>
  problems.parts.every((part) => !part.amount && !part.tendered) && (!problems.aboveDue || draft.keepRestOnAccount)

/** The parts as the procedures take them. Only for a draft that is ready. */
export const partsOf = (draft: PaymentDraft, dueMinor: Minor): PaymentPart[] =>
  draft.parts.map((part) => ({
    method: part.method,
    amountMinor: amountOf(draft, part, dueMinor) ?? minor(0),
    tenderedMinor: part.method === 'cash' && part.tenderedMinor !== null ? minor(part.tenderedMinor) : null,
  }))
