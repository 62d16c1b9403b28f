// The form of a package as a suggestion needs it: with names for the rule of our own, with ids for the language model, whose
// question is put together where the names are.

import type { Describable, SuggestedItem } from '../../../../shared/domain/suggestions.ts'
import type { ExpiryRule } from '../../../../shared/domain/expiry.ts'
import type { LocalDate } from '../../../../shared/dates.ts'
import type { Catalog, ItemValues, PackageValues } from './package-form.ts'

export function describableOf(values: PackageValues, { services, products }: Catalog): Describable {
  const { count, unit } = values.frequency
  return {
    name: values.name,
    items: values.items.map((item): SuggestedItem => {
      const ids = new Set(item.services.map(({ serviceId }) => serviceId))
      const held = item.isProduct ? products.filter(({ id }) => id === item.productId) : services.filter(({ id }) => ids.has(id))
      return {
        names: held.map(({ name }) => name),
        count: countOf(item),
        isProduct: item.isProduct,
        categoryIds: held.flatMap(({ categoryId }) => categoryId ?? []),
      }
    }),
    expiry: ruleOf(values.expiry),
    frequency: count === null ? null : { count, unit },
  }
}

/** Those whose service or product and number are chosen. */
export const askedOf = ({ items }: PackageValues) =>
  items
    .filter((item) => (item.isProduct ? item.productId !== null : item.services.length > 0) && countOf(item) !== 0)
    .map((item) => ({
      serviceIds: item.isProduct ? [] : item.services.map(({ serviceId }) => serviceId),
      productId: item.isProduct ? item.productId : null,
      count: countOf(item),
    }))

/** Null: without limit; 0: not typed yet. */
const countOf = ({ unlimited, quantity }: ItemValues): number | null => (unlimited ? null : Math.max(Math.floor(quantity ?? 0), 0))

/** Null: not wholly typed yet. */
function ruleOf({ kind, count, unit, date }: PackageValues['expiry']): ExpiryRule | null {
  if (kind === 'never') return { kind }
  if (kind === 'onDate') return date === null ? null : { kind, date: date as LocalDate }
  return count === null || !Number.isInteger(count) || count < 1 ? null : { kind, count, unit }
}
