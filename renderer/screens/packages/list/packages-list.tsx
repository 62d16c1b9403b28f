// The list under its filters: what they leave of all packages, grouped where categories are in use, to be arranged by hand
// where nothing is filtered or sorted.

import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { SortableArea } from '../../../components/sortable/sortable-area.tsx'
import { useCan } from '../../../components/use-can.ts'
import { usePractice } from '../../../components/use-practice.ts'
import { CategoryEditingContext, cellMark } from './category-editing.ts'
import type { PackageRow } from '../../../components/package-words.ts'
import { PackagesFilters } from './packages-filters.tsx'
import { moveOf, placeWords } from './packages-order.ts'
import { grouped, isArrangeable, matching, NO_CATEGORY, type PackagesSearch, sorted } from './packages-search.ts'
import { PackagesTable } from './packages-table.tsx'
import { linesOf } from './table-lines.ts'
import { useArranging } from './use-arranging.ts'

interface Props {
  read: PackageRow[]
  categories: { id: number; name: string; position: number }[]
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
  onReset: () => void
}

export function PackagesList({ read, categories, search, onChange, onReset }: Props) {
  const { currency } = usePractice()
  const { rows, arrange, putInto } = useArranging(read, categories)
  const folded = useMemo(() => (search.folded ?? []).map((id) => (id === NO_CATEGORY ? null : id)), [search.folded])
  const setFolded = (ids: readonly (number | null)[]) =>
    onChange({ folded: ids.length > 0 ? ids.map((id) => id ?? NO_CATEGORY) : undefined })
  const mayArrange = useCan()('packages.edit') !== undefined && isArrangeable(search)
  const { shown, groups, lines, keys } = useMemo(() => {
    const shown = sorted(matching(rows, search, currency), search, currency)
    const groups = search.grouped === false ? null : grouped(shown, categories, { withEmpty: mayArrange })
    const lines = linesOf(shown, groups, (id) => folded.includes(id))
    return { shown, groups, lines, keys: lines.map((line) => line.key) }
  }, [rows, search, currency, categories, mayArrange, folded])
  const nameOf = (key: string) => rows.find((row) => key === `package ${row.id}`)?.name ?? ''
  const toggle = (id: number | null) => setFolded(folded.includes(id) ? folded.filter((other) => other !== id) : [...folded, id])

  const unfold = (id: number | null) => folded.includes(id) && toggle(id)

  function move(key: string, after: readonly string[]) {
    const change = moveOf(key, after, groups, rows)
    if (change.moved) unfold(change.moved.to)
    arrange(change, `${nameOf(key)} is moved: ${placeWords(key, after, groups)}`, `${nameOf(key)} is back where it was`)
  }

  // The cells get the same function at each drawing, and what it does is what the list would do now.
  const latest = useRef({ putInto, unfold })
  latest.current = { putInto, unfold }
  const changed = useRef<number | null>(null)
  const editing = useMemo(
    () => ({
      categories,
      putInto: (...[row, category]: Parameters<typeof putInto>) => {
        changed.current = row.id
        latest.current.unfold(category?.id ?? null)
        latest.current.putInto(row, category)
      },
    }),
    [categories],
  )
  // Its row is drawn anew in the other group, and again when a new category is read: the cell has the focus until it goes on.
  useEffect(() => {
    const cell = changed.current !== null && document.querySelector<HTMLElement>(`[data-cell="${cellMark(changed.current)}"]`)
    if (!cell) return
    if (document.activeElement === document.body) cell.focus()
    if (document.activeElement !== cell) changed.current = null
  }, [lines])

  const table = (
    <PackagesTable lines={lines} folded={folded} onFold={toggle} search={search} onChange={onChange} isArrangeable={mayArrange} />
  )
  return (
    <CategoryEditingContext value={editing}>
      <PackagesFilters search={search} onChange={onChange} rows={rows} categories={categories} />
      {shown.length === 0 ? (
        <Card>
          <EmptyState
            title="No package matches these filters"
            action={
              <Button variant="default" onClick={onReset}>
                Show all active packages
              </Button>
            }
          />
        </Card>
      ) : (
        <SortableArea keys={keys} nameOf={nameOf} placeOf={(key, after) => placeWords(key, after, groups)} onMove={move}>
          {table}
        </SortableArea>
      )}
    </CategoryEditingContext>
  )
}
