// Everything that happened to the sessions of one client package, newest first.

import { useQuery } from '@tanstack/react-query'
import { dayHere } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useClock } from '../../components/use-clock.ts'
import { useMoney } from '../../components/use-money.ts'
import { lineOf } from './timeline-words.ts'
import styles from './usage.module.css'

export function Timeline({ clientPackageId, ownerName }: { clientPackageId: number; ownerName: string }) {
  const { today } = useClock()
  const money = useMoney()
  const timeline = useQuery(api.clientPackages.timeline.queryOptions({ input: { id: clientPackageId } }))
  return (
    <QueryState query={timeline}>
      {({ entries, currency }) => (
        <ol className={styles.entries} aria-label={`Timeline of ${ownerName}`}>
          {entries.map((entry) => {
            const { what, visit, more } = lineOf(entry, (amount) => money(amount, currency), today, ownerName)
            return (
              <li key={entry.id}>
                <span className={styles.day}>{formatDate(entry.effectiveOn)}</span>
                <b>{what}</b>
                <span dir="auto">{visit}</span>
                <span className={styles.quiet} dir="auto">
                  {more}
                  {dayHere(entry.at) > entry.effectiveOn && ` · entered ${formatDate(dayHere(entry.at))}`}
                </span>
              </li>
            )
          })}
        </ol>
      )}
    </QueryState>
  )
}
