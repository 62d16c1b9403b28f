// Every client who has the package, however many: only the rows in view are drawn and read. A row unfolds to its timeline.
// It is a table to those who hear it, though drawn as a grid, so that a row can be any height.

import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { plural } from '../../../shared/format.ts'
import { Card } from '../../components/card.tsx'
import type { CLIENT_PACKAGE_LIST } from '../../components/client-package-list-input.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useVirtualRows } from '../../components/list/use-virtual-rows.ts'
import { useKept } from '../../components/place/place-context.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import type { SoldSearch } from './sold-search.ts'
import { UsageHead } from './usage-head.tsx'
import { UsageRow } from './usage-row.tsx'
import { pieceOf, useUsageRows } from './use-usage-rows.ts'
import styles from './usage.module.css'

const ROW_HEIGHT = 76
const heightOf = () => ROW_HEIGHT
const keyOf = (index: number) => index

interface Props {
  filter: typeof CLIENT_PACKAGE_LIST
  search: SoldSearch
  onChange: (next: SoldSearch) => void
}

export function UsageList({ filter, search, onChange }: Props) {
  const words = useClientWords()
  const list = useQuery({ ...pieceOf(filter, 1), placeholderData: keepPreviousData })
  return (
    <QueryState
      query={list}
      isEmpty={({ total }) => total === 0}
      empty={
        <Card>
          {filter.search === '' && filter.states.length === 0 ? (
            <EmptyState title="Nobody has it yet">{`Each ${words.one} who has this package is listed here with what is left of it.`}</EmptyState>
          ) : (
            <EmptyState
              title="Nobody matches"
              action={
                <Button variant="default" onClick={() => onChange({ search: undefined, states: undefined })}>
                  Show everyone who has it
                </Button>
              }
            />
          )}
        </Card>
      }
    >
      {({ total }) => <Rows filter={filter} isChanging={list.isPlaceholderData} total={total} search={search} onChange={onChange} />}
    </QueryState>
  )
}

interface RowsProps extends Props {
  isChanging: boolean
  total: number
}

function Rows({ filter, isChanging, total, search, onChange }: RowsProps) {
  const [opened, setOpened] = useKept<ReadonlySet<number>>('opened', new Set())
  const head = useRef<HTMLDivElement>(null)
  const { virtual, above } = useVirtualRows({ head, count: total, keyOf, heightOf })
  const shown = virtual.getVirtualItems()
  const rowAt = useUsageRows({ filter, isChanging, first: shown[0]?.index ?? 0, last: shown.at(-1)?.index ?? 0, total })
  const toggle = useCallback(
    (id: number) => setOpened((before) => (before.has(id) ? before.difference(new Set([id])) : before.union(new Set([id])))),
    [setOpened],
  )

  return (
    <Card flush>
      <div className={styles.room}>
        <div className={styles.list}>
          <div role="table" aria-label="Clients who have it" aria-rowcount={total + 1} className={styles.table}>
            <UsageHead ref={head} search={search} onChange={onChange} />
            <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
              {shown.map(({ index, start }) => {
                const row = rowAt(index)
                const offset = start - above
                return row ? (
                  // Another row at the same place is drawn anew, since its height is known by its place.
                  <UsageRow
                    key={`${index} ${row.id}`}
                    row={row}
                    index={index}
                    offset={offset}
                    measure={virtual.measureElement}
                    opened={opened.has(row.id)}
                    onToggle={toggle}
                  />
                ) : (
                  <div
                    key={index}
                    role="row"
                    aria-rowindex={index + 2}
                    className={styles.row}
                    style={{ transform: `translateY(${offset}px)` }}
                  >
                    <span role="cell" className={styles.coming}>
                      Reading …
                    </span>
                  </div>
                )
              })}
            </div>
          </div>
        </div>
      </div>
      <p className={styles.total} role="status">
        {plural(total, 'client package')}
      </p>
    </Card>
  )
}
