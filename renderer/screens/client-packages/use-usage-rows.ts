// The rows of the usage page, read in pieces: those in view and somewhat more, wherever it is scrolled to. Whatever is changed
// reads only these again.

import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { api } from '../../api.ts'
import type { CLIENT_PACKAGE_LIST } from '../../components/client-package-list-input.ts'
import type { UsageRowData } from './usage-row.tsx'

const PIECE = 50
const NEAR = 40 // rows beyond those in view

export const pieceOf = (filter: typeof CLIENT_PACKAGE_LIST, page: number) =>
  api.clientPackages.list.queryOptions({ input: { ...filter, page, pageSize: PIECE } })

interface Options {
  filter: typeof CLIENT_PACKAGE_LIST
  /** Another filter was chosen, and nothing of it is there yet: what was shown before stays so long. */
  isChanging: boolean
  first: number
  last: number
  total: number
}

/** The row at an index; undefined while it is read. */
export function useUsageRows({ filter, isChanging, first, last, total }: Options): (index: number) => UsageRowData | undefined {
  const start = Math.floor(Math.max(first - NEAR, 0) / PIECE)
  const end = Math.floor(Math.min(last + NEAR, total - 1) / PIECE)
  // The same while the same pieces are in view: others would be set up anew at every frame.
  const queries = useMemo(
    () => Array.from({ length: Math.max(end - start, 0) + 1 }, (_, i) => pieceOf(filter, start + i + 1)),
    [filter, start, end],
  )
  const pieces = useQueries({ queries, combine: rowsOf })
  const rowAt = useCallback((index: number) => pieces[Math.floor(index / PIECE) - start]?.[index % PIECE], [pieces, start])
  const before = useRef(rowAt)
  if (!isChanging) before.current = rowAt
  return before.current
}

const rowsOf = (pieces: UseQueryResult<{ rows: UsageRowData[] }>[]) => pieces.map(({ data }) => data?.rows)
