// Every client who has the package, however many: only the rows in view are drawn, and more are read as they come near.
// A row unfolds to its timeline. It is a table to those who hear it, though drawn as a grid, so that a row can be any height.

import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import type { CLIENT_PACKAGE_LIST } from '../../components/client-package-list-input.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useVirtualRows } from '../../components/list/use-virtual-rows.ts'
import { useKept } from '../../components/place/place-context.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import type { SoldSearch } from './sold-search.ts'
import { UsageHead } from './usage-head.tsx'
import { UsageRow, type UsageRowData } from './usage-row.tsx'
import styles from './usage.module.css'

const PIECE = 100
const heightOf = () => 77
const NEAR = 20 // rows from the end of what was read

interface Props {
  filter: typeof CLIENT_PACKAGE_LIST
  search: SoldSearch
  onChange: (next: SoldSearch) => void
}

export function UsageList({ filter, search, onChange }: Props) {
  const words = useClientWords()
  const list = useInfiniteQuery({
    ...api.clientPackages.list.infiniteOptions({
      input: (page: number) => ({ ...filter, page, pageSize: PIECE }),
      initialPageParam: 1,
      getNextPageParam: (last, all) => (all.length * PIECE < last.total ? all.length + 1 : undefined),
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <QueryState
      query={list}
      isEmpty={({ pages }) => pages[0]?.total === 0}
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
      {({ pages }) => (
        <Rows
          pages={pages}
          total={pages[0]?.total ?? 0}
          search={search}
          onChange={onChange}
          more={() => void (list.hasNextPage && !list.isFetchingNextPage && list.fetchNextPage())}
        />
      )}
    </QueryState>
  )
}

interface RowsProps extends Pick<Props, 'search' | 'onChange'> {
  pages: { rows: UsageRowData[] }[]
  total: number
  more: () => void
}

function Rows({ pages, total, search, onChange, more }: RowsProps) {
  const rows = useMemo(() => pages.flatMap((page) => page.rows), [pages])
  const [opened, setOpened] = useKept<ReadonlySet<number>>('opened', new Set())
  const head = useRef<HTMLDivElement>(null)
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const { virtual, above } = useVirtualRows({ head, count: rows.length, keyOf, heightOf })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length < total && last >= rows.length - NEAR) more()
  }, [last, rows.length, total, more])
  const toggle = useCallback(
    (id: number) => setOpened((before) => (before.has(id) ? before.difference(new Set([id])) : before.union(new Set([id])))),
    [setOpened],
  )

  return (
    <Card flush>
      <div className={styles.list}>
        <div role="table" aria-label="Clients who have it" aria-rowcount={total + 1} className={styles.table}>
          <UsageHead ref={head} search={search} onChange={onChange} />
          <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
            {shown.map(({ index, start, key }) => {
              const row = rows[index]
              return (
                row && (
                  <UsageRow
                    key={key}
                    row={row}
                    index={index}
                    offset={start - above}
                    measure={virtual.measureElement}
                    opened={opened.has(row.id)}
                    onToggle={toggle}
                  />
                )
              )
            })}
          </div>
        </div>
      </div>
      <p className={styles.total} role="status">
        {plural(total, 'client package')}
      </p>
    </Card>
  )
}
