// An expiry rule in its four columns, and back. Packages and client packages hold it the same way.

import type { ExpiryRule } from '../shared/domain/expiry.ts'
import type { Row } from './schema.ts'

type Columns = Pick<Row<'packages'>, 'expiryKind' | 'expiryCount' | 'expiryUnit' | 'expiryDate'>

/** The columns of an expiry rule as the rule itself. */
export function expiryRuleOf(p: Columns): ExpiryRule {
  switch (p.expiryKind) {
    case 'never':
      return { kind: 'never' }
    case 'onDate':
      return { kind: 'onDate', date: known(p.expiryDate) }
    case 'afterPurchase':
    case 'afterFirstUse':
      return { kind: p.expiryKind, count: known(p.expiryCount), unit: known(p.expiryUnit) }
  }
}

/** An expiry rule as columns. */
export const expiryColumns = (rule: ExpiryRule): Columns => ({
  expiryKind: rule.kind,
  expiryCount: 'count' in rule ? rule.count : null,
  expiryUnit: 'unit' in rule ? rule.unit : null,
  expiryDate: 'date' in rule ? rule.date : null,
})

function known<T>(value: T | null): T {
  if (value === null) throw new Error('An expiry rule without its numbers')
  return value
}
