// Appointments of one client as rows; the date is the link to the appointment on the calendar.

import { Link } from '@tanstack/react-router'
import { dayOf, timeOf } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import type { ClientAppointment } from './client-types.ts'
import styles from './client.module.css'
import table from './clients.module.css'

/** So that two of these tables under each other line up. */
const WIDTHS = ['20%', '18%', '16%', '18%', '20%', '8%']

interface Props {
  rows: readonly ClientAppointment[]
  label: string
  /** Whose page it is: an appointment of somebody else, whom they may book for, is marked with the name. */
  clientId: number
}

export function AppointmentsTable({ rows, label, clientId }: Props) {
  const { now } = useClock()
  return (
    <ListTable label={label}>
      <colgroup>
        {WIDTHS.map((width, column) => (
          <col key={column} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th>Date</th>
          <th>Service</th>
          <th>Practitioner</th>
          <th>Status</th>
          <th>Package</th>
          <th data-number>Invoice</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-ahead={row.startsAt > now || undefined}>
            <td className={styles.when}>
              <Link to="/calendar" search={{ day: dayOf(row.startsAt), appointment: row.id }} className={styles.rowLink}>
                {formatDate(dayOf(row.startsAt))}, {formatTime(timeOf(row.startsAt))}
              </Link>
            </td>
            <td>
              <bdi>{row.serviceName}</bdi>
              {row.clientId !== clientId && (
                <span className={styles.forWhom}>
                  for <bdi>{row.clientName}</bdi>
                </span>
              )}
            </td>
            <td>
              <bdi>{row.practitionerName}</bdi>
            </td>
            <td>
              <StatusBadge status={row.status} />
            </td>
            <td>
              <SessionWords session={row.session} />
            </td>
            <td data-number>
              <InvoiceWords invoice={row.invoice} />
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
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
