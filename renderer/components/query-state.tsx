// Draws waiting, failed and empty the same way everywhere, so that a screen is written for its full state only.
// A first wait shows nothing for 150 ms, then a skeleton; reading again keeps what is there.

import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isShutOut, refusalOf, sentenceOfError } from '../errors.ts'
import { EmptyState } from './empty-state.tsx'
import styles from './query-state.module.css'

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'isFetching' | 'refetch'>
  /** A sentence, or an EmptyState with the button that starts the list. */
  empty?: ReactNode
  /** When a list inside the data decides; otherwise an empty array is empty. */
  isEmpty?: (data: T) => boolean
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

export function QueryState<T>({ query, empty, isEmpty, skeleton, children }: Props<T>) {
  const { data } = query
  if (data === undefined) {
    if (query.error && !query.isFetching)
      return isShutOut(query.error) ? null : <Failed error={query.error} onRetry={() => void query.refetch()} />
    return query.isPending ? <Waiting>{skeleton}</Waiting> : null
  }
  const nothing = isEmpty ? isEmpty(data) : Array.isArray(data) && data.length === 0
  if (nothing && empty !== undefined) return typeof empty === 'string' ? <EmptyState title={empty} /> : empty
  return children(data)
}

function Waiting({ children }: { children: ReactNode }) {
  return (
    <div className={styles.waiting} role="status" aria-label="Loading">
      {children ?? [92, 78, 85, 60].map((width) => <div key={width} className={styles.bar} style={{ width: `${width}%` }} />)}
    </div>
  )
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  // What was refused would be refused again.
  if (refusalOf(error))
    return (
      <div role="alert">
        <EmptyState title={sentenceOfError(error)} />
      </div>
    )
  return (
    <div className={styles.failed} role="alert">
      <p>{sentenceOfError(error)}</p>
      <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
