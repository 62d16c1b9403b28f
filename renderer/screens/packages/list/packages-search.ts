// What the address of the package list holds, and the list it makes of all rows: filtered, sorted, grouped.
// The whole list is read at once (a practice has dozens of packages, hundreds at most), so this is done here.

import { z } from 'zod'
import { PAYMENT_STYLES } from '../../../../shared/domain/words.ts'
import { fold } from '../../../../shared/search-text.ts'
import { PAYMENT_STYLE_WORDS } from '../../../words.ts'
import { itemsWords, type PackageRow } from '../../../components/package-words.ts'

export const SORT_COLUMNS = ['name', 'category', 'items', 'paid', 'price', 'expires', 'clientsNow', 'sold', 'lastSold'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

const words = z.string().max(120).optional().catch(undefined)
const amount = z.int().min(0).optional().catch(undefined) // minor units of the practice's currency

/** What is absent has its default, so the plain address is the plain list. */
export const PackagesSearch = z.object({
  search: words,
  name: words,
  item: words,
  category: z.array(z.int()).optional().catch(undefined), // all when absent
  priceFrom: amount,
  priceTo: amount,
  paid: z.array(z.enum(PAYMENT_STYLES)).optional().catch(undefined), // all when absent
  status: z.enum(['inactive', 'all']).optional().catch(undefined), // active when absent
  deleted: z.boolean().optional().catch(undefined),
  folded: z.array(z.int()).optional().catch(undefined), // categories whose packages are folded away
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

/** Whether this is the whole list in the practice's own order: only then can a package be moved in it. */
export const isArrangeable = ({
  grouped: _grouped,
  folded: _folded,
  descending: _descending,
  status,
  ...others
}: PackagesSearch): boolean => status !== 'inactive' && Object.values(others).every((value) => value === undefined)

/** Prices are asked for in the practice's currency, so a package in another has none that could match. */
export function matching(rows: readonly PackageRow[], by: PackagesSearch, currency: string): PackageRow[] {
  const [any, name, item] = [by.search, by.name, by.item].map(wordsOf) as [string[], string[], string[]]
  return rows.filter((row) => {
    const items = itemsWords(row)
    const price = row.currency === currency ? askedMinor(row) : Number.NaN
    return (
      hasAll(`${row.name} ${row.description} ${items}`, any) &&
      hasAll(row.name, name) &&
      hasAll(items, item) &&
      (!by.category?.length || by.category.includes(row.categoryId ?? NO_CATEGORY)) &&
      (by.priceFrom === undefined || price >= by.priceFrom) &&
      (by.priceTo === undefined || price <= by.priceTo) &&
      (!by.paid?.length || by.paid.includes(row.paymentStyle)) &&
      (row.deleted ? by.deleted === true : by.status === 'all' || row.active === (by.status !== 'inactive'))
    )
  })
}

const wordsOf = (text = ''): string[] => fold(text).split(/\s+/).filter(Boolean)
/** Each of them somewhere in it, accents and case aside. */
function hasAll(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const folded = fold(text)
  return wanted.every((word) => folded.includes(word))
}

const EXPIRY_ORDER = { onDate: 0, afterPurchase: 1, afterFirstUse: 2, never: 3 } as const
const DAYS = { days: 1, weeks: 7, months: 30 } as const

/** Rules sort by kind, then by how long they last or when they end. */
function expiryKey({ expiry }: PackageRow): string {
  const within =
    expiry.kind === 'onDate' ? expiry.date : expiry.kind === 'never' ? '' : String(expiry.count * DAYS[expiry.unit]).padStart(6, '0')
  return `${EXPIRY_ORDER[expiry.kind]} ${within}`
}

/** Paid at each appointment: the fee of its first service, which is what the price column starts with. */
const askedMinor = (row: PackageRow): number =>
  row.paymentStyle === 'eachAppointment' ? (row.cellMinor ?? row.items[0]?.firstFeeMinor ?? 0) : row.priceMinor

/** Null: there is none, which stands last whichever way it is sorted. */
const KEYS: Record<SortColumn, (row: PackageRow) => string | number | null> = {
  name: (row) => row.name,
  category: (row) => row.categoryName,
  items: itemsWords,
  paid: (row) => PAYMENT_STYLE_WORDS[row.paymentStyle],
  price: askedMinor,
  expires: expiryKey,
  clientsNow: (row) => row.clientsNow,
  sold: (row) => row.sold,
  lastSold: (row) => row.lastSoldOn,
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true })

/**
 * The rows come in the practice's own order, which also decides between equals. By price only within a currency, that of the
 * practice first whichever way it is sorted: amounts of two are never compared.
 */
export function sorted(
  rows: readonly PackageRow[],
  { sort, descending }: Pick<PackagesSearch, 'sort' | 'descending'>,
  currency: string,
): PackageRow[] {
  if (!sort) return [...rows]
  const keyOf = KEYS[sort]
  return rows.toSorted((a, b) => {
    if (sort === 'price' && a.currency !== b.currency) {
      if (a.currency === currency || b.currency === currency) return a.currency === currency ? -1 : 1
      return a.currency < b.currency ? -1 : 1
    }
    const [x, y] = [keyOf(a), keyOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return (descending ? -1 : 1) * (typeof x === 'number' && typeof y === 'number' ? x - y : COLLATOR.compare(String(x), String(y)))
  })
}

/** Groups in the order of the categories, those without one last; null when no package has a category. */
export function grouped(
  rows: readonly PackageRow[],
  categories: readonly { id: number; name: string; position: number }[],
  { withEmpty = false }: { withEmpty?: boolean } = {},
): PackageGroup[] | null {
  if (rows.every((row) => row.categoryId === null)) return null
  const known = categories.toSorted((a, b) => a.position - b.position)
  const isKnown = new Set(known.map((c) => c.id))
  // One that was made a moment ago is named by its package before the list of categories has it.
  const made = new Map(
    rows.flatMap((r) => (r.categoryId === null || isKnown.has(r.categoryId) ? [] : [[r.categoryId, r.categoryName ?? '']])),
  )
  const named: PackageGroup[] = [...known, ...[...made].map(([id, name]) => ({ id, name }))].map(({ id, name }) => ({
    categoryId: id,
    name,
    rows: rows.filter((row) => row.categoryId === id),
  }))
  const rest = { categoryId: null, name: 'No category', rows: rows.filter((row) => row.categoryId === null) }
  return [...named, rest].filter((group) => withEmpty || group.rows.length > 0)
}
