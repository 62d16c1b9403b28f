// An amount as it is read: digits that line up, no currency sign (a screen says its currency once), but the code of another
// currency than the practice's.

import { useMoney } from './use-money.ts'

interface Props {
  minor: number
  currency: string
  className?: string
}

export function Amount({ minor, currency, className }: Props) {
  return <span className={className}>{useMoney()(minor, currency)}</span>
}
