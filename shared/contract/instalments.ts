// The dated plan of an invoice: parts that fall due one after the other and add up to its total.

import { z } from 'zod'
import { INSTALMENT_STATES } from '../domain/words.ts'
import { Amount, Day, Price } from './base.ts'

export const Instalment = z.strictObject({ dueOn: Day, amountMinor: Price.min(1, 'Enter an amount.') })
export const Plan = z.array(Instalment).max(60)

export const StandingInstalment = z.object({ dueOn: Day, amountMinor: Amount, paidMinor: Amount, state: z.enum(INSTALMENT_STATES) })
