// Amounts where a screen may show several currencies: the code stands beside any but the practice's own.

import { formatMoneyBeside } from '../../shared/format.ts'
import { usePractice } from './use-practice.ts'

export type MoneyWords = (amount: number, currency: string) => string

export const moneyIn =
  (practiceCurrency: string): MoneyWords =>
  (amount, currency) =>
    formatMoneyBeside(amount, currency, practiceCurrency)

export const useMoney = (): MoneyWords => moneyIn(usePractice().currency)
