// One invoice: its lines and totals, its payments, what it belongs to, and the paper as it prints.

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PayerDrawer } from '../../components/payer/payer-drawer.tsx'
import { PaymentDrawer } from '../../components/payment/payment-drawer.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { useCan } from '../../components/use-can.ts'
import { InvoiceActions } from './invoice-actions.tsx'
import { InvoiceFacts } from './invoice-facts.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { InvoicePaper } from './invoice-paper.tsx'
import { InvoicePayments } from './invoice-payments.tsx'
import { InvoicePlan } from './invoice-plan.tsx'
import { canBeBilled, datesOf, titleOf } from './invoice-words.ts'
import styles from './invoice.module.css'
import { hasPaper } from './use-invoice-paper.ts'

export function InvoicePage() {
  const { invoiceId } = useParams({ from: '/sales/$invoiceId' })
  return <OneInvoice key={invoiceId} id={Number(invoiceId)} />
}

function OneInvoice({ id }: { id: number }) {
  const invoice = useQuery(api.invoices.get.queryOptions({ input: { id } }))
  const [beside, setBeside] = useState<'pay' | 'bill' | null>(null)
  const mayBill = useCan()('invoices.bill') !== undefined
  const navigate = useNavigate()
  return (
    <Page>
      {!invoice.data && <PageHeader title="Invoice" />}
      <QueryState query={invoice}>
        {(data) => (
          <>
            <PageHeader
              title={titleOf(data)}
              beside={<StateBadge invoice={data.state} />}
              subtitle={datesOf(data)}
              actions={<InvoiceActions invoice={data} onTake={() => setBeside('pay')} />}
            />
            <div className={styles.frame}>
              <div className={styles.columns} data-paper={hasPaper(data) || undefined}>
                <div className={styles.column}>
                  <InvoiceFacts invoice={data} onBill={mayBill && canBeBilled(data) ? () => setBeside('bill') : null} />
                  <InvoiceLines invoice={data} />
                  <InvoicePlan invoice={data} />
                  <InvoicePayments invoice={data} />
                </div>
                {hasPaper(data) && <InvoicePaper invoice={data} />}
              </div>
            </div>
          </>
        )}
      </QueryState>
      <PaymentDrawer invoiceId={id} opened={beside === 'pay'} onClose={() => setBeside(null)} />
      {beside === 'bill' && (
        <PayerDrawer
          invoiceId={id}
          onClose={() => setBeside(null)}
          onBilled={(made) => void navigate({ to: '/sales/$invoiceId', params: { invoiceId: String(made) } })}
        />
      )}
    </Page>
  )
}
