// The table of packages as one line of things: the headers of groups and, where a group is not folded away, its packages.

import type { PackageRow } from '../../../components/package-words.ts'
import { groupKey, rowKey } from './packages-order.ts'
import type { PackageGroup } from './packages-search.ts'

export type Line = { key: string; group: PackageGroup; row: null } | { key: string; group: PackageGroup | null; row: PackageRow }

export const linesOf = (
  rows: readonly PackageRow[],
  groups: readonly PackageGroup[] | null,
  isFolded: (id: number | null) => boolean,
): Line[] =>
  groups
    ? groups.flatMap((group) => [
        { key: groupKey(group.categoryId), group, row: null },
        ...(isFolded(group.categoryId) ? [] : group.rows.map((row) => ({ key: rowKey(row.id), group, row }))),
      ])
    : rows.map((row) => ({ key: rowKey(row.id), group: null, row }))

const [HEADER, PADDING, BUTTON, LINE, SMALL_LINE] = [32, 19, 28, 20.3, 18.4]
const LETTERS = 42 // of a description on a line, of two at most

/** About as high as it will be drawn: what is below stands nearly right before it was seen. */
export function heightOfLine({ row }: Line): number {
  if (!row) return HEADER
  const small = Math.min(Math.ceil(row.description.length / LETTERS), 2)
  const isWorded = row.expiry.kind !== 'never' || row.paymentStyle === 'eachAppointment' // on two lines
  return PADDING + Math.max(BUTTON, LINE + SMALL_LINE * small, LINE * Math.max(row.items.length, isWorded ? 2 : 1))
}
