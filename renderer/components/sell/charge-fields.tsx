// What a package is charged that has no invoice yet. Another amount than the list price needs a reason; 0 is complimentary.

import { formatMoney } from '../../../shared/format.ts'
import { MoneyInput } from '../money-input.tsx'
import { type ChargeDraft, chargeOf } from './charge-draft.ts'
import { ReasonInput } from './reason-input.tsx'

interface Props {
  value: ChargeDraft
  onChange: (draft: ChargeDraft) => void
  listMinor: number
  currency: string
  problems: { amount?: string | undefined; reason?: string | undefined }
  /** The reason counts already: it was given when the package was assigned. */
  reasonKnown?: boolean
}

export function ChargeFields({ value, onChange, listMinor, currency, problems, reasonKnown = false }: Props) {
  const amount = chargeOf(value, listMinor)
  const list = `List price ${formatMoney(listMinor, currency)}`
  return (
    <>
      <MoneyInput
        label="Charge"
        currency={currency}
        description={
          amount === 0 && listMinor > 0 ? `Complimentary. ${list}` : amount === listMinor ? 'The list price; 0 is complimentary' : list
        }
        value={amount}
        onChange={(amountMinor) => onChange({ ...value, amountMinor })}
        error={problems.amount}
      />
      {amount !== listMinor && !reasonKnown && (
        <ReasonInput value={value.reason} onChange={(reason) => onChange({ ...value, reason })} error={problems.reason} />
      )}
    </>
  )
}
