// Amounts where a screen may show several currencies: the code stands beside any but the practice's own.

import { formatMoney } from '../../shared/format.ts'
import { usePractice } from './use-practice.ts'

export type MoneyWords = (amount: number, currency: string) => string

/** `640.00`, and of a package sold in another currency `640.00 USD`. */
export const moneyIn =
  (practiceCurrency: string): MoneyWords =>
  (amount, currency) =>
    currency === practiceCurrency ? formatMoney(amount, currency) : `${formatMoney(amount, currency)}\u00a0${currency}`

export const useMoney = (): MoneyWords => moneyIn(usePractice().currency)
