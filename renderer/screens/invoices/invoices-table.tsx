// The rows of the invoice list. What is due is empty on a paid or void one, so that what still asks for money stands out.

import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import type { InvoiceRow } from '../../../shared/contract/invoices.ts'
import { formatDate } from '../../../shared/format.ts'
import { StateBadge } from '../../components/state-badge.tsx'
import { moveByArrows, openByMouse } from '../../components/list/list-rows.ts'
import { useMoney } from '../../components/use-money.ts'
import { useClientWords } from '../../components/use-practice.ts'
import { isAsking } from './invoice-words.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import styles from './invoices.module.css'

export function InvoicesTable({ rows }: { rows: z.output<typeof InvoiceRow>[] }) {
  const navigate = useNavigate()
  const words = useClientWords()
  const moneyOf = useMoney()
  return (
    <ListTable label="Invoices">
      <thead>
        <tr>
          <th>Number</th>
          <th>Date</th>
          <th>{words.One}</th>
          <th>What</th>
          <th data-number>Total</th>
          <th data-number>Paid</th>
          <th data-number>Due</th>
          <th>State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const to = { to: '/sales/$invoiceId', params: { invoiceId: String(row.id) } } as const
          const money = (amount: number) => moneyOf(amount, row.currency)
          return (
            <tr key={row.id} data-open onClick={(event) => openByMouse(event, () => void navigate(to))} onKeyDown={moveByArrows}>
              <td className={styles.id}>
                <Link {...to} data-row aria-label={row.number === null ? `Draft for ${row.clientName}` : `Invoice ${row.number}`}>
                  {row.number ?? 'Draft'}
                </Link>
              </td>
              <td className={styles.date}>{row.publishedOn && formatDate(row.publishedOn)}</td>
              <td className={styles.client}>
                <bdi>{row.clientName}</bdi>
                {row.clientId !== row.treatedClientId && (
                  <span className={styles.who}>
                    for <bdi>{row.treatedClientName}</bdi>
                  </span>
                )}
              </td>
              <td className={styles.words}>
                <bdi>{row.words}</bdi>
              </td>
              <td data-number>{money(row.totalMinor)}</td>
              <td data-number>{row.paidMinor === 0 ? <span className={styles.none}>–</span> : money(row.paidMinor)}</td>
              <td data-number>{isAsking(row) ? <b>{money(row.dueMinor)}</b> : <span className={styles.none}>–</span>}</td>
              <td>
                <StateBadge invoice={row.state} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
