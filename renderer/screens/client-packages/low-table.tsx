// The call list: who, the number to call, what is left and until when, and the button that sells the next package.

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ClientPackageRow } from '../../../shared/contract/client-package-list.ts'
import { dayOf } from '../../../shared/dates.ts'
import { formatDateTime, formatNearDate } from '../../../shared/format.ts'
import { stateOf } from '../../components/client-package/client-package-words.ts'
import { Pips } from '../../components/pips.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { moveByArrows } from '../../components/list/list-rows.ts'
import { useCan } from '../../components/use-can.ts'
import { useClock } from '../../components/use-clock.ts'
import { useClientWords } from '../../components/use-practice.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import styles from './client-packages.module.css'
import { leftOf } from './sold-words.ts'

type Row = z.output<typeof ClientPackageRow>
interface Props {
  rows: Row[]
  select: (row: Row) => ReactNode
  onSell: (row: Row) => void
}

export function LowTable({ rows, select, onSell }: Props) {
  const words = useClientWords()
  const { today } = useClock()
  const maySell = useCan()('clientPackages.sell') !== undefined
  return (
    <ListTable label="Packages that run low">
      <thead>
        <tr>
          <th>Letter</th>
          <th>{words.One}</th>
          <th>Phone</th>
          <th>Package</th>
          <th>Sessions</th>
          <th data-number>Left</th>
          <th>Ends</th>
          <th>Last visit</th>
          <th>Next visit</th>
          {maySell && <th aria-label="Sell" />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const state = stateOf(row, today)
          return (
            <tr key={row.id} onKeyDown={moveByArrows}>
              <td>{select(row)}</td>
              <td className={styles.name}>
                <Link
                  to="/clients/$clientId"
                  params={{ clientId: String(row.clientId) }}
                  search={{ tab: 'packages', package: row.id }}
                  data-row
                  dir="auto"
                >
                  {row.clientName}
                </Link>
              </td>
              <td className={styles.phone}>{row.phone || <span className={styles.none}>no number</span>}</td>
              <td className={styles.client}>
                <bdi>{row.name}</bdi>
              </td>
              <td className={styles.pips}>
                {row.items
                  .filter((item) => !item.isProduct)
                  .map((item) => (
                    <Pips key={item.id} size="s" states={item.pips.map((pip) => pip.state)} unlimited={item.unlimited} />
                  ))}
              </td>
              <td data-number>{leftOf(row)}</td>
              <td className={styles.ends}>{state.tone === 'warn' ? <ToneBadge tone="warn">{state.words}</ToneBadge> : row.endWords}</td>
              <td className={styles.ends}>
                {row.lastUseAt ? formatNearDate(dayOf(row.lastUseAt), today) : <span className={styles.none}>–</span>}
              </td>
              <td className={styles.ends}>
                {row.nextVisitAt ? formatDateTime(row.nextVisitAt) : <span className={styles.none}>none booked</span>}
              </td>
              {maySell && (
                <td className={styles.tools}>
                  <Button variant="default" size="compact-md" onClick={() => onSell(row)}>
                    Sell next
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
