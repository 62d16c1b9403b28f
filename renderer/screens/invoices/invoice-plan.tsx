// The dated plan of an invoice: what falls due when, and what is paid of each part. Those who may give it another one.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatDate, formatMoney } from '../../../shared/format.ts'
import type { InstalmentState } from '../../../shared/domain/words.ts'
import { Card } from '../../components/card.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useCan } from '../../components/use-can.ts'
import { INSTALMENT_WORDS } from '../../words.ts'
import { type Invoice, isAsking } from './invoice-words.ts'
import styles from './invoice.module.css'
import { PlanDrawer } from './plan-drawer.tsx'

const TONES = { paid: 'good', partPaid: 'warn', due: 'quiet', overdue: 'bad' } as const satisfies Record<InstalmentState, string>

export function InvoicePlan({ invoice }: { invoice: Invoice }) {
  const mayPlan = useCan()('invoices.plan') !== undefined && invoice.kind === 'sale' && isAsking(invoice)
  const [changing, setChanging] = useState(false)
  const { plan } = invoice
  const money = (amount: number) => formatMoney(amount, invoice.currency)
  if (plan.length === 0 && !mayPlan) return null

  return (
    <Card>
      <div className={styles.planHead}>
        <h2 className={styles.title}>Instalments</h2>
        {mayPlan && (
          <Button variant="subtle" size="compact-sm" onClick={() => setChanging(true)}>
            {plan.length === 0 ? 'Pay in instalments' : 'Change'}
          </Button>
        )}
      </div>
      {plan.length === 0 ? (
        <p className={styles.nothing}>All is due in one.</p>
      ) : (
        <table className={styles.planTable} aria-label="Instalments">
          <thead>
            <tr>
              <th>Due</th>
              <th className={styles.planNumber}>Amount</th>
              <th className={styles.planNumber}>Paid</th>
              <th>State</th>
            </tr>
          </thead>
          <tbody>
            {plan.map(({ dueOn, amountMinor, paidMinor, state }) => (
              <tr key={dueOn}>
                <td>{formatDate(dueOn)}</td>
                <td className={styles.planNumber}>{money(amountMinor)}</td>
                <td className={styles.planNumber}>{paidMinor === 0 ? '–' : money(paidMinor)}</td>
                <td>
                  <ToneBadge tone={TONES[state]}>{INSTALMENT_WORDS[state]}</ToneBadge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changing && <PlanDrawer invoice={invoice} onClose={() => setChanging(false)} />}
    </Card>
  )
}
