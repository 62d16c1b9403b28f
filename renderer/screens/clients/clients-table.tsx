// The rows of the client list. The whole row can be clicked; its name is the link for keyboard and screen reader,
// and the arrow keys go from name to name.

import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ClientRow } from '../../../shared/contract/clients.ts'
import { formatClientNumber, formatDate, formatDateTime, formatNearDate, sortName } from '../../../shared/format.ts'
import { moveByArrows, openByMouse } from '../../components/list/list-rows.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import { useClock } from '../../components/use-clock.ts'
import styles from './clients.module.css'

interface Props {
  rows: z.output<typeof ClientRow>[]
  label: string
  onOpen: (id: number) => void
}

const NONE = <span className={styles.none}>–</span>

export function ClientsTable({ rows, label, onOpen }: Props) {
  const { today } = useClock()

  return (
    <ListTable label={label}>
      <thead>
        <tr>
          <th>Name</th>
          <th>Number</th>
          <th>Birth date</th>
          <th>Phone</th>
          <th>Last visit</th>
          <th>Next visit</th>
          <th data-number>Active packages</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-open onClick={(event) => openByMouse(event, () => onOpen(row.id))} onKeyDown={moveByArrows}>
            <td className={styles.name}>
              <Link to="/clients/$clientId" params={{ clientId: String(row.id) }} data-row dir="auto">
                {sortName(row)}
              </Link>
            </td>
            <td className={styles.quiet}>{formatClientNumber(row.number)}</td>
            <td>{row.birthDate ? formatDate(row.birthDate) : NONE}</td>
            <td className={styles.phone}>{row.phone || NONE}</td>
            <td>{row.lastVisitOn ? formatNearDate(row.lastVisitOn, today) : NONE}</td>
            <td>{row.nextVisitAt ? formatDateTime(row.nextVisitAt) : NONE}</td>
            <td data-number>{row.activePackages > 0 ? row.activePackages : NONE}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
