// Invoices of one client as rows. What is due can be taken from its row.

import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { Amount } from '../../components/amount.tsx'
import { PaymentDrawer } from '../../components/payment/payment-drawer.tsx'
import { ListTable } from '../../components/list/list-table.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { useCan } from '../../components/use-can.ts'
import type { ClientInvoice } from './client-types.ts'
import styles from './client.module.css'
import table from './clients.module.css'

interface Props {
  rows: readonly ClientInvoice[]
  label: string
  /** On whose page they stand: only somebody else is named. */
  clientId: number
}

export function InvoicesTable({ rows, label, clientId }: Props) {
  const can = useCan()
  const [paying, setPaying] = useState<number | null>(null)
  const isPayable = (row: ClientInvoice) => can('payments.take') !== undefined && row.dueMinor > 0 && row.number !== null
  const anyPayable = rows.some(isPayable)

  return (
    <>
      <ListTable label={label}>
        <thead>
          <tr>
            <th>Number</th>
            <th>Date</th>
            <th>For</th>
            <th data-number>Total</th>
            <th data-number>Paid</th>
            <th data-number>Due</th>
            <th>State</th>
            {anyPayable && (
              <th>
                <VisuallyHidden>Payment</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/sales/$invoiceId" params={{ invoiceId: String(row.id) }} className={styles.rowLink}>
                  {row.number ?? 'Draft'}
                </Link>
              </td>
              <td className={styles.when}>{row.publishedOn && formatDate(row.publishedOn)}</td>
              <td className={styles.words}>
                <bdi className={styles.twoLines} title={row.words}>
                  {row.words}
                </bdi>
                {row.clientId !== row.treatedClientId && (
                  <span className={styles.who}>
                    {row.clientId === clientId ? 'for ' : 'billed to '}
                    <bdi>{row.clientId === clientId ? row.treatedClientName : row.clientName}</bdi>
                  </span>
                )}
              </td>
              <td data-number>
                <Amount minor={row.totalMinor} currency={row.currency} />
              </td>
              <td data-number>
                {row.paidMinor === 0 ? <span className={table.none}>–</span> : <Amount minor={row.paidMinor} currency={row.currency} />}
              </td>
              <td data-number>
                {row.dueMinor > 0 ? (
                  <Amount minor={row.dueMinor} currency={row.currency} className={styles.due} />
                ) : (
                  <span className={table.none}>–</span>
                )}
              </td>
              <td>
                <StateBadge invoice={row.state} />
              </td>
              {anyPayable && (
                <td className={styles.take}>
                  {isPayable(row) && (
                    <Tooltip label="Take payment">
                      <ActionIcon variant="default" aria-label={`Take payment on invoice ${row.number}`} onClick={() => setPaying(row.id)}>
                        <IconCash size={17} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </ListTable>
      {paying !== null && <PaymentDrawer invoiceId={paying} opened onClose={() => setPaying(null)} />}
    </>
  )
}
