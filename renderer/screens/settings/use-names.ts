// Names for the ids that stand in the rows of the catalogue.

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

const NONE = '–'

export function useNames() {
  const categories = useQuery(api.catalog.listCategories.queryOptions()).data ?? []
  const taxes = useQuery(api.catalog.listTaxes.queryOptions()).data ?? []
  const staff = useQuery(api.staff.list.queryOptions()).data ?? []
  const named = (rows: readonly { id: number; name: string }[]) => (ids: readonly number[]) =>
    rows
      .filter((row) => ids.includes(row.id))
      .map((row) => row.name)
      .join(', ') || NONE

  return {
    categories: (id: number | null): string => (id === null ? NONE : named(categories)([id])),
    taxes: named(taxes),
    practitioners: named(staff),
    options: {
      categories,
      /** Those that can still be chosen, and those that already are. */
      taxesBeside: (chosen: readonly number[]) => taxes.filter((tax) => tax.active || chosen.includes(tax.id)),
      practitionersBeside: (chosen: readonly number[]) => staff.filter((p) => p.isPractitioner && (p.active || chosen.includes(p.id))),
    },
  }
}
