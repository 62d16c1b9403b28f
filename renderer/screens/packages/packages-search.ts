// What the address of the package list holds, and the list it makes of all rows: filtered, sorted, grouped.
// The whole list is read at once (a practice has dozens of packages, not thousands), so this is done here.

import { z } from 'zod'
import { PAYMENT_STYLE_WORDS } from '../../words.ts'
import { itemsWords, type PackageRow } from './package-words.ts'

export const SORT_COLUMNS = ['name', 'items', 'paid', 'price', 'expires', 'clientsNow', 'sold'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

/** What is absent has its default, so the plain address is the plain list. */
export const PackagesSearch = z.object({
  search: z.string().max(120).optional().catch(undefined),
  category: z.array(z.int()).optional().catch(undefined), // all when absent
  status: z.enum(['inactive', 'all']).optional().catch(undefined), // active when absent
  deleted: z.boolean().optional().catch(undefined),
  grouped: z.literal(false).optional().catch(undefined),
  sort: z.enum(SORT_COLUMNS).optional().catch(undefined), // the practice's own order when absent
  descending: z.boolean().optional().catch(undefined),
})
export type PackagesSearch = z.infer<typeof PackagesSearch>

export interface PackageGroup {
  categoryId: number | null
  name: string
  rows: PackageRow[]
}

/** No category stands as 0 among the filters. */
export const NO_CATEGORY = 0

export function matching(rows: readonly PackageRow[], by: PackagesSearch): PackageRow[] {
  const words = (by.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const text = `${row.name} ${itemsWords(row)}`.toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (!by.category?.length || by.category.includes(row.categoryId ?? NO_CATEGORY)) &&
      (row.deleted ? by.deleted === true : by.status === 'all' || row.active === (by.status !== 'inactive'))
    )
  })
}

const EXPIRY_ORDER = { onDate: 0, afterPurchase: 1, afterFirstUse: 2, never: 3 } as const
const DAYS = { days: 1, weeks: 7, months: 30 } as const

/** Rules sort by kind, then by how long they last or when they end. */
function expiryKey({ expiry }: PackageRow): string {
  const within =
    expiry.kind === 'onDate' ? expiry.date : expiry.kind === 'never' ? '' : String(expiry.count * DAYS[expiry.unit]).padStart(6, '0')
  return `${EXPIRY_ORDER[expiry.kind]} ${within}`
}

const askedMinor = (row: PackageRow): number =>
  row.paymentStyle === 'eachAppointment' ? (row.items[0]?.firstFeeMinor ?? 0) : row.priceMinor

const KEYS: Record<SortColumn, (row: PackageRow) => string | number> = {
  name: (row) => row.name,
  items: itemsWords,
  paid: (row) => PAYMENT_STYLE_WORDS[row.paymentStyle],
  price: askedMinor,
  expires: expiryKey,
  clientsNow: (row) => row.clientsNow,
  sold: (row) => row.sold,
}

export function sorted(rows: readonly PackageRow[], { sort, descending }: Pick<PackagesSearch, 'sort' | 'descending'>): PackageRow[] {
  if (!sort) return rows.toSorted((a, b) => a.position - b.position)
  const keyOf = KEYS[sort]
  const compare = (a: PackageRow, b: PackageRow): number => {
    const [x, y] = [keyOf(a), keyOf(b)]
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), undefined, { numeric: true })
  }
  return rows.toSorted((a, b) => (descending ? -1 : 1) * compare(a, b) || a.position - b.position)
}

/** Groups in the order of the categories, those without one last; null when no package has a category. */
export function grouped(
  rows: readonly PackageRow[],
  categories: readonly { id: number; name: string; position: number }[],
): PackageGroup[] | null {
  if (rows.every((row) => row.categoryId === null)) return null
  const named: PackageGroup[] = categories
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, name }) => ({ categoryId: id, name, rows: rows.filter((row) => row.categoryId === id) }))
  const rest = { categoryId: null, name: 'No category', rows: rows.filter((row) => row.categoryId === null) }
  return [...named, rest].filter((group) => group.rows.length > 0)
}
