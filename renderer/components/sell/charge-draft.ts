// What a package without an invoice is charged, as it is typed: the list price until another amount is, with its reason.

export interface ChargeDraft {
  /** Null while nothing, or no amount, is typed. */
  amountMinor: number | null | 'list'
  reason: string
}

export const LIST_PRICE: ChargeDraft = { amountMinor: 'list', reason: '' }

export const chargeOf = ({ amountMinor }: ChargeDraft, listMinor: number): number | null =>
  amountMinor === 'list' ? listMinor : amountMinor

export function problemsOfCharge(draft: ChargeDraft, listMinor: number): { amount?: string; reason?: string } {
  const amount = chargeOf(draft, listMinor)
  return {
    ...(amount === null || amount < 0 ? { amount: 'Enter an amount.' } : {}),
    ...(amount !== null && amount !== listMinor && draft.reason.trim() === '' ? { reason: 'Enter a reason.' } : {}),
  }
}
