// Appointments of one client as rows; the date is the link to the appointment on the calendar.

import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dayOf, timeOf } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import type { ClientAppointment } from './client-types.ts'
import styles from './client.module.css'
import table from './clients.module.css'

interface Props {
  rows: readonly ClientAppointment[]
  label: string
  /** Whose page it is: an appointment of somebody else, whom they may book for, is marked with the name. */
  clientId: number
}

export function AppointmentsTable({ rows, label, clientId }: Props) {
  const { now } = useClock()
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table aria-label={label} className={table.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Date</Table.Th>
            <Table.Th>Service</Table.Th>
            <Table.Th>Practitioner</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th>Package</Table.Th>
            <Table.Th className={table.num}>Invoice</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id} data-ahead={row.startsAt > now || undefined}>
              <Table.Td className={styles.when}>
                <Link to="/calendar" search={{ day: dayOf(row.startsAt), appointment: row.id }} className={styles.rowLink}>
                  {formatDate(dayOf(row.startsAt))}, {formatTime(timeOf(row.startsAt))}
                </Link>
              </Table.Td>
              <Table.Td>
                <bdi>{row.serviceName}</bdi>
                {row.clientId !== clientId && (
                  <span className={styles.forWhom}>
                    for <bdi>{row.clientName}</bdi>
                  </span>
                )}
              </Table.Td>
              <Table.Td>
                <bdi>{row.practitionerName}</bdi>
              </Table.Td>
              <Table.Td>
                <StatusBadge status={row.status} />
              </Table.Td>
              <Table.Td>
                <SessionWords session={row.session} />
              </Table.Td>
              <Table.Td className={table.num}>
                <InvoiceWords invoice={row.invoice} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function SessionWords({ session }: Pick<ClientAppointment, 'session'>) {
  if (!session) return <span className={table.none}>–</span>
  const { position, of } = session.count
  return (
    <>
      <bdi>{session.packageName}</bdi>{' '}
      <span className={styles.sessionCount}>{of === null ? `visit ${position}` : `${position} of ${of}`}</span>
    </>
  )
}

function InvoiceWords({ invoice }: Pick<ClientAppointment, 'invoice'>) {
  if (!invoice || invoice.status === 'discarded') return <span className={table.none}>–</span>
  return (
    <Link to="/sales/$invoiceId" params={{ invoiceId: String(invoice.id) }} className={styles.rowLink}>
      {invoice.number === null ? 'Draft' : invoice.number}
    </Link>
  )
}
