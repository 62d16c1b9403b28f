// Puts what an assigned package is charged on an invoice. Another charge shows first what it makes of the unused sessions.

import { Button } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { formatMoney, formatRate } from '../../../shared/format.ts'
import { type Minor, minor } from '../../../shared/money.ts'
import { api, newKey } from '../../api.ts'
import type { ClientPackage } from '../client-package/client-package-words.ts'
import { focusInvalid } from '../focus-invalid.ts'
import { AS_USUAL, billedOf, type PayerDraft, payerIdOf, problemOfPayer } from '../payer/payer-draft.ts'
import { SalePayer } from '../payer/sale-payer.tsx'
import { PaymentFields } from '../payment/payment-fields.tsx'
import { totalOf } from '../payment/payment-parts.ts'
import { usePayment } from '../payment/use-payment.ts'
import { SalePlan } from '../plan/sale-plan.tsx'
import { usePlan } from '../plan/use-plan.ts'
import { showError } from '../show-error.tsx'
import { SideDrawer } from '../side-drawer.tsx'
import { useOnceReady } from '../use-once-ready.ts'
import { useMoney } from '../use-money.ts'
import { type ChargeDraft, chargeOf, problemsOfCharge } from './charge-draft.ts'
import { ChargeFields } from './charge-fields.tsx'
import { type FieldProblems, fieldOf, fieldOfCharge } from './sale-problems.ts'
import styles from './sell.module.css'
import { notifySold } from './sold-notice.tsx'
import { ValueChanges } from './value-changes.tsx'

export function InvoiceDrawer({ clientPackage: p, onClose }: { clientPackage: ClientPackage; onClose: () => void }) {
  const money = useMoney()
  const navigate = useNavigate()
  const formId = useId()
  const [key] = useState(newKey)
  const [draft, setDraft] = useState<ChargeDraft>({ amountMinor: p.chargeMinor, reason: p.chargeReason })
  const [payer, setPayer] = useState<PayerDraft>(AS_USUAL)
  const [marked, setMarked] = useState(false)
  const [refused, setRefused] = useState<FieldProblems>({})
  const atVisits = p.paymentStyle === 'eachAppointment'
  const listMinor = atVisits ? 0 : p.priceMinor
  const charge = chargeOf(draft, listMinor)
  const reasonKnown = charge === p.chargeMinor && p.chargeReason !== ''
  const [settled] = useDebouncedValue(charge, 150)
  const preview = useQuery({
    ...api.clientPackages.previewInvoice.queryOptions({ input: settled === null ? skipToken : { id: p.id, chargeMinor: minor(settled) } }),
    placeholderData: keepPreviousData,
  })
  const total: Minor = preview.data?.totalMinor ?? minor(0)
  const billed = billedOf(payer, total)
  const plan = usePlan(preview.data?.plan ?? [], total, p.currency)
  const payment = usePayment(total, plan.dueNowMinor)
  const asks = total > 0 && plan.dueNowMinor > 0
  const add = useMutation(api.clientPackages.addToInvoice.mutationOptions())
  const problems = problemsOfCharge(draft, listMinor)
  const isSettled = settled === charge && !preview.isPlaceholderData && preview.isSuccess
  const atField = { ...fieldOfCharge(fieldOf(preview.error)), ...refused }

  const run = (when: 'now' | 'later') => {
    if (problems.amount ?? problems.reason ?? plan.problem ?? problemOfPayer(billed) ?? preview.isError) return
    const payments = when === 'later' || !asks ? [] : payment.submit()
    if (payments === null || charge === null || add.isPending) return
    add.mutate(
      {
        key,
        id: p.id,
        chargeMinor: minor(charge),
        reason: draft.reason,
        payments,
        plan: plan.changed,
        payerId: payerIdOf(billed),
        keepRestOnAccount: payment.value.keepRestOnAccount,
      },
      {
        onSuccess: (sold) => {
          const onOpenInvoice = () => void navigate({ to: '/sales/$invoiceId', params: { invoiceId: String(sold.invoiceId) } })
          notifySold({ name: p.name, money: (amount) => money(amount, p.currency), ...sold, onOpenInvoice })
          onClose()
        },
        onError: (failure) => {
          const known = fieldOfCharge(fieldOf(failure))
          if (Object.keys(known).length > 0) setRefused(known)
          else showError(failure)
        },
      },
    )
  }
  const { ask, asked } = useOnceReady(isSettled || preview.isError, run)
  const submit = (when: 'now' | 'later') => {
    setMarked(true)
    ask(when)
    focusInvalid(document.getElementById(formId))
  }
  useHotkeys([['L', () => asks && submit('later')]])

  return (
    <SideDrawer
      title="Add to an invoice"
      opened
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Button type="submit" form={formId} loading={add.isPending || asked !== null} rightSection={<kbd className={styles.key}>↵</kbd>}>
            {asks ? `Invoice, take ${money(totalOf(payment.value, total), p.currency)}` : 'Make the invoice'}
          </Button>
          {total > 0 && (
            <Button
              variant="default"
              rightSection={<kbd className={styles.key}>L</kbd>}
              aria-keyshortcuts="L"
              onClick={() => submit('later')}
            >
              Pay later
            </Button>
          )}
        </div>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit('now')
        }}
      >
        <p className={styles.what}>
          <bdi>{p.name}</bdi> · {p.items.map((i) => `${i.label}${i.unlimited ? ', unlimited' : ` × ${i.total}`}`).join(' · ')}
        </p>
        {!atVisits && (
          <ChargeFields
            value={draft}
            onChange={(next) => {
              setRefused({})
              setDraft(next)
            }}
            listMinor={listMinor}
            currency={p.currency}
            reasonKnown={reasonKnown}
            problems={{ amount: atField.charge ?? (marked ? problems.amount : undefined), reason: marked ? problems.reason : undefined }}
          />
        )}
        {preview.data && !atField.charge && (
          <>
            <ValueChanges preview={preview.data} />
            <dl className={styles.sums}>
              {preview.data.taxes.map(({ name, rate, taxMinor }) => (
                <div key={name}>
                  <dt>
                    {name} {formatRate(rate)}
                    {preview.data.pricesIncludeTax && ', included'}
                  </dt>
                  <dd>{formatMoney(taxMinor, p.currency)}</dd>
                </div>
              ))}
              <div data-strong>
                <dt>Total, {p.currency}</dt>
                <dd>{total === 0 ? 'Nothing to pay' : formatMoney(total, p.currency)}</dd>
              </div>
            </dl>
          </>
        )}
        {total > 0 && (
          <SalePayer
            clientId={p.clientId}
            usual={{ clientId: p.clientId, name: p.ownerName }}
            value={payer}
            onChange={setPayer}
            marked={marked}
          />
        )}
        {preview.data && preview.data.plan.length > 0 && (
          <SalePlan offered={preview.data.plan} draft={plan.draft} onChange={plan.setDraft} totalMinor={total} currency={p.currency} />
        )}
        {asks && (
          <section aria-label="Payment" className={styles.payment}>
            <PaymentFields payment={payment} dueMinor={total} currency={p.currency} />
            {atField.payment && (
              <p role="alert" className={styles.problem}>
                {atField.payment}
              </p>
            )}
          </section>
        )}
      </form>
    </SideDrawer>
  )
}
