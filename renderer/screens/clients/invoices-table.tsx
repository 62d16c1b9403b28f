// Invoices of one client as rows. What is due can be taken from its row.

import { ActionIcon, Table, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { Amount } from '../../components/amount.tsx'
import { PaymentDrawer } from '../../components/payment/payment-drawer.tsx'
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
  const mayTake = can('payments.take') !== undefined

  return (
    <>
      <Table.ScrollContainer minWidth={640} type="native">
        <Table aria-label={label} className={table.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Number</Table.Th>
              <Table.Th>Date</Table.Th>
              <Table.Th>For</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th className={table.num}>Total</Table.Th>
              <Table.Th className={table.num}>Paid</Table.Th>
              <Table.Th className={table.num}>Due</Table.Th>
              <Table.Th>
                <VisuallyHidden>Payment</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Link to="/sales/$invoiceId" params={{ invoiceId: String(row.id) }} className={styles.rowLink}>
                    {row.number ?? 'Draft'}
                  </Link>
                </Table.Td>
                <Table.Td className={styles.when}>{row.publishedOn && formatDate(row.publishedOn)}</Table.Td>
                <Table.Td className={styles.words}>
                  <bdi className={styles.twoLines} title={row.words}>
                    {row.words}
                  </bdi>
                  {row.clientId !== row.treatedClientId && (
                    <span className={styles.who}>
                      {row.clientId === clientId ? 'for ' : 'billed to '}
                      <bdi>{row.clientId === clientId ? row.treatedClientName : row.clientName}</bdi>
                    </span>
                  )}
                </Table.Td>
                <Table.Td>
                  <StateBadge invoice={row.state} />
                </Table.Td>
                <Table.Td className={table.num}>
                  <Amount minor={row.totalMinor} currency={row.currency} />
                </Table.Td>
                <Table.Td className={table.num}>
                  <Amount minor={row.paidMinor} currency={row.currency} />
                </Table.Td>
                <Table.Td className={table.num}>
                  {row.dueMinor > 0 ? (
                    <Amount minor={row.dueMinor} currency={row.currency} className={styles.due} />
                  ) : (
                    <span className={table.none}>–</span>
                  )}
                </Table.Td>
                <Table.Td className={styles.take}>
                  {mayTake && row.dueMinor > 0 && row.number !== null && (
                    <Tooltip label="Take payment">
                      <ActionIcon variant="default" aria-label={`Take payment on invoice ${row.number}`} onClick={() => setPaying(row.id)}>
                        <IconCash size={17} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {paying !== null && <PaymentDrawer invoiceId={paying} opened onClose={() => setPaying(null)} />}
    </>
  )
}
