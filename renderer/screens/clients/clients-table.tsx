// The rows of the client list. The whole row can be clicked; its name is the link for keyboard and screen reader,
// and the arrow keys go from name to name.

import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { z } from 'zod'
import type { ClientRow } from '../../../shared/contract/clients.ts'
import { formatClientNumber, formatDate, formatDateTime, formatNearDate, sortName } from '../../../shared/format.ts'
import { useClock } from '../../components/use-clock.ts'
import styles from './clients.module.css'

interface Props {
  rows: z.output<typeof ClientRow>[]
  label: string
  onOpen: (id: number) => void
  /** Arrow up from the first row. */
  onLeaveUp: () => void
}

export function ClientsTable({ rows, label, onOpen, onLeaveUp }: Props) {
  const { today } = useClock()
  const openByMouse = (event: MouseEvent<HTMLElement>, id: number) => {
    const onLink = event.target instanceof Element && event.target.closest('a')
    if (!onLink && window.getSelection()?.isCollapsed !== false) onOpen(id)
  }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.currentTarget
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : undefined
    if (next === undefined) return
    event.preventDefault()
    if (next) next.querySelector<HTMLElement>('a')?.focus()
    else if (event.key === 'ArrowUp') onLeaveUp()
  }

  return (
    <Table.ScrollContainer minWidth={760} type="native">
      <Table aria-label={label} className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Number</Table.Th>
            <Table.Th>Birth date</Table.Th>
            <Table.Th>Phone</Table.Th>
            <Table.Th>Last visit</Table.Th>
            <Table.Th>Next visit</Table.Th>
            <Table.Th className={styles.num}>Active packages</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id} data-client-row className={styles.row} onClick={(event) => openByMouse(event, row.id)} onKeyDown={move}>
              <Table.Td className={styles.name}>
                <Link to="/clients/$clientId" params={{ clientId: String(row.id) }}>
                  <bdi>{sortName(row)}</bdi>
                </Link>
              </Table.Td>
              <Table.Td className={styles.quiet}>{formatClientNumber(row.number)}</Table.Td>
              <Table.Td>{row.birthDate && formatDate(row.birthDate)}</Table.Td>
              <Table.Td className={styles.phone}>{row.phone}</Table.Td>
              <Table.Td>{row.lastVisitOn && formatNearDate(row.lastVisitOn, today)}</Table.Td>
              <Table.Td>{row.nextVisitAt && formatDateTime(row.nextVisitAt)}</Table.Td>
              <Table.Td className={styles.num}>
                {row.activePackages > 0 ? row.activePackages : <span className={styles.none}>–</span>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
