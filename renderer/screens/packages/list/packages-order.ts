// What a move on the screen means: the rows there are group headers and packages in one line, some of them hidden, and the
// order it must become is that of all packages.

import { plural } from '../../../../shared/format.ts'
import { placedBefore } from '../../../../shared/domain/order.ts'
import type { PackageRow } from '../../../components/package-words.ts'
import type { PackageGroup } from './packages-search.ts'

export interface Move {
  seen: number[]
  order: number[]
  moved: { id: number; from: number | null; to: number | null } | null
}

export const rowKey = (id: number): string => `package ${id}`
export const groupKey = (categoryId: number | null): string => `group ${categoryId ?? 'none'}`
const idOf = (key: string): number | null => (key.startsWith('package ') ? Number(key.slice('package '.length)) : null)

/** The group whose header stands above it; at the very top, that of the first header. */
const groupAt = (keys: readonly string[], at: number, groups: readonly PackageGroup[]): PackageGroup | undefined => {
  const header = keys.slice(0, at).findLast((key) => idOf(key) === null) ?? groupKey(groups[0]?.categoryId ?? null)
  return groups.find((g) => groupKey(g.categoryId) === header)
}

/** `all`: every package that is not deleted, in order; `keys`: how the rows stand after the move. */
export function moveOf(
  key: string,
  keys: readonly string[],
  groups: readonly PackageGroup[] | null,
  all: readonly Pick<PackageRow, 'id' | 'categoryId'>[],
): Move {
  const id = idOf(key) ?? 0
  const seen = all.map((p) => p.id)
  const from = all.find((p) => p.id === id)?.categoryId ?? null
  const at = keys.indexOf(key)
  const group = groups ? groupAt(keys, at, groups) : undefined
  const to = group ? group.categoryId : from
  const moved = to === from ? null : { id, from, to }

  const isAtTop = groups !== null && !keys.slice(0, at).some((other) => idOf(other) === null)
  const next = isAtTop ? group?.rows.find((r) => r.id !== id)?.id : idOf(keys[at + 1] ?? '')
  if (next != null) return { seen, order: placedBefore(seen, id, next), moved }
  // The last of its group, or of a folded one: right behind the one before it.
  const last = group ? group.rows.findLast((r) => r.id !== id)?.id : seen.findLast((other) => other !== id)
  if (last === undefined) return { seen, order: seen, moved }
  const rest = seen.filter((other) => other !== id)
  return { seen, order: placedBefore(seen, id, rest[rest.indexOf(last) + 1] ?? null), moved }
}

export const undone = ({ seen, order, moved }: Move): Move => ({
  seen: order,
  order: seen,
  moved: moved && { id: moved.id, from: moved.to, to: moved.from },
})

export const inCategory = (row: PackageRow, category: { id: number; name: string } | null): PackageRow => ({
  ...row,
  categoryId: category?.id ?? null,
  categoryName: category?.name ?? null,
})

/** The rows as they stand after it; those that only changed places are the very same. */
export function rowsAfter(
  rows: readonly PackageRow[],
  { order, moved }: Move,
  categories: readonly { id: number; name: string }[],
): PackageRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return order.flatMap((id) => {
    const row = byId.get(id)
    return row && moved?.id === id ? inCategory(row, categories.find((c) => c.id === moved.to) ?? null) : (row ?? [])
  })
}

/** `place 2 of 4 in Massage` */
export function placeWords(key: string, keys: readonly string[], groups: readonly PackageGroup[] | null): string {
  const at = keys.indexOf(key)
  if (!groups) return `place ${at + 1} of ${keys.length}`
  const group = groupAt(keys, at, groups)
  const firstHeader = keys.findIndex((other) => idOf(other) === null)
  const start = at < firstHeader ? at - 1 : keys.slice(0, at).findLastIndex((other) => idOf(other) === null)
  const others = group?.rows.filter((r) => rowKey(r.id) !== key).length ?? 0
  const isFolded = others > 0 && !group?.rows.some((r) => rowKey(r.id) !== key && keys.includes(rowKey(r.id)))
  if (isFolded) return `last of ${plural(others + 1, 'package')} in ${group?.name}`
  return `place ${at - start} of ${others + 1} in ${group?.name ?? ''}`
}
