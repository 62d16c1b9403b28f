// An amount as it is read: digits that line up, no currency sign (a screen says its currency once).

import { formatMoney } from '../../shared/format.ts'

interface Props {
  minor: number
  currency: string
  className?: string
}

export function Amount({ minor, currency, className }: Props) {
  return <span className={className}>{formatMoney(minor, currency)}</span>
}
