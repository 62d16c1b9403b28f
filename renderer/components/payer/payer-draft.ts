// Who is billed, as it is chosen: as usual, somebody at hand, or anybody by search. Plain data, so a draft can keep it.

import type { FoundClient } from '../client-picker.tsx'

export interface PayerDraft {
  shown: boolean
  /** Null: whoever usually pays. */
  picked: number | 'other' | null
  other: FoundClient | null
}

export const AS_USUAL: PayerDraft = { shown: false, picked: null, other: null }

/** Where nothing is asked for, nobody is asked who pays: what was chosen before does not count. */
export const billedOf = (draft: PayerDraft, totalMinor: number): PayerDraft => (totalMinor > 0 ? draft : AS_USUAL)

export const problemOfPayer = ({ picked, other }: PayerDraft): string | undefined =>
  picked === 'other' && other === null ? 'Choose who pays.' : undefined

/** Null: whoever usually pays; while nobody was found yet, too. */
export const payerIdOf = ({ picked, other }: PayerDraft): number | null => (picked === 'other' ? (other?.id ?? null) : picked)
