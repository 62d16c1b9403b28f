// An amount as a refusal or a note names it: with its code where it is not in the practice's currency.

import type { Db } from '../../db/handles.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { formatMoneyBeside } from '../../shared/format.ts'
import type { Minor } from '../../shared/money.ts'

export const moneyWords = async (db: Db, amount: Minor | number, currency: string): Promise<string> =>
  formatMoneyBeside(amount, currency, (await getPractice(db)).currency)
