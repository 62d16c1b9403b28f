// Which field of the sale a refusal is about; what is about none is said in a notice.

import type { RefusalCode } from '../../../shared/errors.ts'
import { refusalOf } from '../../errors.ts'

export interface FieldProblems {
  package?: string
  discount?: string
  discountReason?: string
  payment?: string
  validFrom?: string
  end?: string
  endReason?: string
  charge?: string
  plan?: string
  schedule?: string
}

const FIELDS: Partial<Record<RefusalCode, keyof FieldProblems>> = {
  'package.notForSale': 'package',
  'package.alreadyExpired': 'package',
  'service.notOffered': 'package',
  'discount.tooLarge': 'discount',
  'discount.percentOnly': 'discount',
  'discount.aboveLimit': 'discount',
  'charge.belowUsed': 'charge',
  'charge.fixed': 'charge',
  'charge.reasonMissing': 'charge',
  'sale.startInPast': 'validFrom',
  'sale.endBeforeStart': 'end',
  'clientPackage.endInPast': 'end',
  'plan.sum': 'plan',
  'plan.order': 'plan',
  'appointment.slotTaken': 'schedule',
  'appointment.outsideHours': 'schedule',
  'appointment.notGiven': 'schedule',
  'clientPackage.notValidOn': 'schedule',
  'clientPackage.noneLeft': 'schedule',
  'clientPackage.unpaid': 'schedule',
  'clientPackage.endMoves': 'schedule',
  'payment.aboveDue': 'payment',
  'payment.tooLittleCash': 'payment',
}

/** Without an invoice the charge is typed in the place of a discount. */
export function fieldOfCharge({ discount, ...others }: FieldProblems): FieldProblems {
  return discount === undefined ? others : { ...others, charge: discount }
}

export function fieldOf(error: unknown): FieldProblems {
  const refusal = refusalOf(error)
  const field = refusal && FIELDS[refusal.code]
  return refusal && field ? { [field]: refusal.sentence } : {}
}
