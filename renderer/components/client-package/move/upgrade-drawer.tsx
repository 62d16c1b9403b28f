// A client package gives way to another: choose it, look at what it comes to, pay at once or later.

import { Button, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { minor } from '../../../../shared/money.ts'
import { api, newKey } from '../../../api.ts'
import { sentenceOfError } from '../../../errors.ts'
import { focusInvalid } from '../../focus-invalid.ts'
import { AS_USUAL, billedOf, type PayerDraft, payerIdOf, problemOfPayer } from '../../payer/payer-draft.ts'
import { SalePayer } from '../../payer/sale-payer.tsx'
import { PaymentFields } from '../../payment/payment-fields.tsx'
import { totalOf } from '../../payment/payment-parts.ts'
import { usePayment } from '../../payment/use-payment.ts'
import { SalePlan } from '../../plan/sale-plan.tsx'
import { usePlan } from '../../plan/use-plan.ts'
import { QueryState } from '../../query-state.tsx'
import { PackageChoice } from '../../sell/package-choice.tsx'
import type { PackageRow } from '../../sell/sale-types.ts'
import { useMoney } from '../../use-money.ts'
import sell from '../../sell/sell.module.css'
import { notifySold } from '../../sell/sold-notice.tsx'
import { showError } from '../../show-error.tsx'
import { SideDrawer } from '../../side-drawer.tsx'
import type { ClientPackage } from '../client-package-words.ts'
import { UpgradeSums } from './upgrade-sums.tsx'
import { useTakeBack } from './use-take-back.ts'

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function UpgradeDrawer({ clientPackage: old, onClose }: Props) {
  const navigate = useNavigate()
  const formId = useId()
  const { takeBack } = useTakeBack()
  const [key] = useState(newKey)
  const [chosen, setChosen] = useState<PackageRow | null>(null)
  const [reason, setReason] = useState('')
  const [payer, setPayer] = useState<PayerDraft>(AS_USUAL)
  const [marked, setMarked] = useState(false)
  const packages = useQuery({
    ...api.packages.list.queryOptions({ input: { includeDeleted: false } }),
    select: (rows) => rows.filter((row) => row.active && row.paymentStyle !== 'eachAppointment' && row.currency === old.currency),
  })
  const preview = useQuery({
    ...api.clientPackages.previewUpgrade.queryOptions({ input: chosen ? { id: old.id, packageId: chosen.id } : skipToken }),
    placeholderData: keepPreviousData,
  })
  const isShown = chosen !== null && preview.data !== undefined && preview.error === null
  const total = minor(isShown ? (preview.data?.totalMinor ?? 0) : 0)
  const billed = billedOf(payer, total)
  const plan = usePlan(isShown ? (preview.data?.plan ?? []) : [], total, old.currency)
  const payment = usePayment(total, plan.dueNowMinor)
  const asks = total > 0 && plan.dueNowMinor > 0
  const money = useMoney()
  const upgrade = useMutation(api.clientPackages.upgrade.mutationOptions())

  const run = (when: 'now' | 'later') => {
    setMarked(true)
    focusInvalid(document.getElementById(formId))
    if (!chosen || !isShown || preview.isPlaceholderData || reason.trim() === '' || problemOfPayer(billed) || upgrade.isPending) return
    if (plan.problem !== null) return
    const payments = when === 'later' || !asks ? [] : payment.submit()
    if (payments === null) return
    upgrade.mutate(
      {
        key,
        id: old.id,
        packageId: chosen.id,
        shown: preview.data && { valueMinor: minor(preview.data.valueMinor), totalMinor: minor(preview.data.totalMinor) },
        reason,
        payments,
        plan: plan.changed,
        payerId: payerIdOf(billed) ?? preview.data?.usualPayer.clientId ?? null, // as it was shown
        keepRestOnAccount: payment.value.keepRestOnAccount,
      },
      {
        onSuccess: (done) => {
          const onOpenInvoice = () => void navigate({ to: '/sales/$invoiceId', params: { invoiceId: String(done.invoiceId) } })
          notifySold({
            name: chosen.name,
            money: (amount) => money(amount, old.currency),
            ...done,
            onOpenInvoice,
            onUndo: () => takeBack(done.transferId),
          })
          onClose()
        },
        onError: (error) => {
          showError(error)
          void preview.refetch()
        },
      },
    )
  }
  useHotkeys([['L', () => asks && run('later')]])

  return (
    <SideDrawer
      title={`Upgrade ${old.name}`}
      opened
      onClose={onClose}
      footer={
        <div className={sell.foot}>
          <Button
            type="submit"
            form={formId}
            loading={upgrade.isPending}
            data-disabled={chosen === null || undefined}
            rightSection={<kbd className={sell.key}>↵</kbd>}
          >
            {asks ? `Upgrade · ${money(totalOf(payment.value, total), old.currency)}` : 'Upgrade'}
          </Button>
          {asks && (
            <Button variant="default" rightSection={<kbd className={sell.key}>L</kbd>} aria-keyshortcuts="L" onClick={() => run('later')}>
              Pay later
            </Button>
          )}
        </div>
      }
    >
      <form
        id={formId}
        className={sell.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          run('now')
        }}
      >
        <QueryState query={packages} empty={`No package with a price in ${old.currency} is offered for sale.`}>
          {(rows) => (
            <PackageChoice
              rows={rows}
              value={chosen}
              onChange={(id) => setChosen(rows.find((row) => row.id === id) ?? null)}
              error={chosen && preview.error ? sentenceOfError(preview.error) : marked && !chosen ? 'Choose a package.' : undefined}
            />
          )}
        </QueryState>
        {isShown && preview.data && (
          <>
            <UpgradeSums preview={preview.data} oldName={old.name} newName={chosen.name} stale={preview.isPlaceholderData} />
            <TextInput
              label="Reason"
              required
              dir="auto"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={marked && reason.trim() === '' ? 'Enter a reason.' : undefined}
            />
            {total > 0 && (
              <SalePayer clientId={old.clientId} usual={preview.data.usualPayer} value={payer} onChange={setPayer} marked={marked} />
            )}
            {preview.data.plan.length > 0 && (
              <SalePlan
                offered={preview.data.plan}
                draft={plan.draft}
                onChange={plan.setDraft}
                totalMinor={total}
                currency={old.currency}
              />
            )}
            {asks && (
              <section aria-label="Payment" className={sell.payment}>
                <PaymentFields payment={payment} dueMinor={total} currency={old.currency} />
              </section>
            )}
          </>
        )}
      </form>
    </SideDrawer>
  )
}
