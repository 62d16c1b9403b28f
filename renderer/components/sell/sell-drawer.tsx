// Sells a package to one client, or assigns it without an invoice: choose it, Enter; look at price, end and payment, Enter.
// What it would be is asked of the practice's own rules as it changes (quote), so the date and the total shown are those that
// will be written.

import { Button, SegmentedControl } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { fullName } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { DraftOffer } from '../draft-offer.tsx'
import { focusInvalid } from '../focus-invalid.ts'
import { SalePayer } from '../payer/sale-payer.tsx'
import { PaymentFields } from '../payment/payment-fields.tsx'
import { totalOf } from '../payment/payment-parts.ts'
import { QueryState } from '../query-state.tsx'
import { SalePlan } from '../plan/sale-plan.tsx'
import { SaleSchedule } from '../schedule/sale-schedule.tsx'
import { SideDrawer } from '../side-drawer.tsx'
import { useMoney } from '../use-money.ts'
import { ChargeFields } from './charge-fields.tsx'
import { discountRateOf } from './discount-draft.ts'
import { DiscountFields } from './discount-fields.tsx'
import { PackageChoice } from './package-choice.tsx'
import { QuoteLines } from './quote-lines.tsx'
import type { Sold } from './sale-types.ts'
import styles from './sell.module.css'
import { TermsFields } from './terms-fields.tsx'
import { useSale } from './use-sale.ts'

interface Props {
  clientId: number
  /** Chosen already, when it is still offered. */
  packageId?: number
  /** Opened to assign without an invoice, where the practice allows it. */
  assigning?: boolean
  opened: boolean
  onClose: () => void
  onSold?: (sold: Sold) => void
}

export function SellDrawer({ opened, ...props }: Props) {
  return opened ? <OpenSellDrawer key={props.clientId} {...props} /> : null
}

function OpenSellDrawer({ clientId, packageId, assigning = false, onClose, onSold }: Omit<Props, 'opened'>) {
  const buyer = useQuery(api.clients.get.queryOptions({ input: { id: clientId } }))
  const packages = useQuery({
    ...api.packages.list.queryOptions({ input: { includeDeleted: false } }),
    select: (rows) => rows.filter((row) => row.active).toSorted((a, b) => b.sold - a.sold || a.position - b.position),
  })
  const formId = useId()
  const sellButton = useRef<HTMLButtonElement>(null)
  const sale = useSale({
    clientId,
    first: packages.data?.find((row) => row.id === packageId) ?? null,
    firstMode: assigning ? 'assign' : 'sell',
    onSold,
    onClose,
  })
  const { quote, payment, chosen, mode } = sale
  const due = mode === 'sell' && quote && sale.asksPayment ? quote.totalMinor : 0
  const money = useMoney()
  const sell = (when: 'now' | 'later') => {
    sale.sell(when)
    focusInvalid(document.getElementById(formId))
  }
  useHotkeys([['L', () => due > 0 && sell('later')]])

  const choose = (packageId: number | null) => {
    sale.choose(packageId === null ? null : (packages.data?.find((row) => row.id === packageId) ?? null))
    if (packageId !== null) sellButton.current?.focus()
  }

  return (
    <SideDrawer
      title={buyer.data ? `${mode === 'sell' ? 'Sell' : 'Assign'} to ${fullName(buyer.data)}` : 'Sell package'}
      opened
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Button
            ref={sellButton}
            type="submit"
            form={formId}
            loading={sale.busy === 'now'}
            data-disabled={chosen === null || undefined}
            rightSection={<kbd className={styles.key}>↵</kbd>}
          >
            {mode === 'assign'
              ? 'Assign'
              : quote && due > 0
                ? `Sell and take ${money(totalOf(payment.value, quote.totalMinor), quote.currency)}`
                : 'Sell'}
          </Button>
          {quote && due > 0 && (
            <Button
              variant="default"
              loading={sale.busy === 'later'}
              rightSection={<kbd className={styles.key}>L</kbd>}
              aria-keyshortcuts="L"
              onClick={() => sell('later')}
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
          sell('now')
        }}
      >
        <DraftOffer draft={sale.draft} />
        <QueryState query={packages} empty="No package is offered for sale. Add one under Packages first.">
          {(rows) => <PackageChoice rows={rows} value={chosen} onChange={choose} error={sale.problems.package} />}
        </QueryState>
        {chosen && sale.setMode && (
          <SegmentedControl
            size="xs"
            aria-label="Invoice"
            value={mode}
            onChange={(next) => sale.setMode?.(next === 'assign' ? 'assign' : 'sell')}
            data={[
              { value: 'sell', label: 'With an invoice' },
              { value: 'assign', label: 'Without one for now' },
            ]}
          />
        )}
        {chosen && !sale.problems.package && (
          <QueryState query={sale.plain}>
            {(plain) => (
              <>
                <QuoteLines
                  quote={quote ?? plain}
                  row={chosen}
                  stale={sale.waiting}
                  discountRate={discountRateOf(sale.discount)}
                  discount={<DiscountFields row={chosen} value={sale.discount} onChange={sale.setDiscount} problems={sale.problems} />}
                  {...(mode === 'assign' && {
                    charge:
                      chosen.paymentStyle === 'eachAppointment' ? (
                        <></>
                      ) : (
                        <ChargeFields
                          value={sale.assigning.charge}
                          onChange={sale.assigning.setCharge}
                          listMinor={sale.assigning.listMinor}
                          currency={plain.currency}
                          problems={{
                            amount: sale.problems.charge ?? (sale.marked ? sale.assigning.problems.amount : undefined),
                            reason: sale.marked ? sale.assigning.problems.reason : undefined,
                          }}
                        />
                      ),
                  })}
                  terms={(more) => (
                    <TermsFields
                      quote={quote ?? plain}
                      value={sale.terms}
                      onChange={sale.setTerms}
                      problems={{ validFrom: sale.problems.validFrom, end: sale.problems.end, reason: sale.problems.endReason }}
                      more={mode === 'sell' ? more : ''}
                    />
                  )}
                />
                {mode === 'sell' && buyer.data && (quote ?? plain).totalMinor > 0 && (
                  <SalePayer
                    clientId={clientId}
                    usual={{ clientId, name: fullName(buyer.data) }}
                    value={sale.payer}
                    onChange={sale.setPayer}
                    marked={sale.marked}
                  />
                )}
                <SaleSchedule
                  schedule={sale.schedule}
                  shown={sale.schedules}
                  onShow={sale.setSchedules}
                  packageName={chosen.name}
                  problem={sale.problems.schedule}
                />
                {mode === 'sell' && quote && quote.plan.length > 0 && (
                  <SalePlan
                    offered={quote.plan}
                    draft={sale.plan.draft}
                    onChange={sale.plan.setDraft}
                    totalMinor={quote.totalMinor}
                    currency={quote.currency}
                  />
                )}
                {mode === 'sell' && quote && quote.totalMinor > 0 && due === 0 && (
                  <Button variant="subtle" size="compact-sm" className={styles.discountLink} onClick={sale.payNow}>
                    Take a payment now
                  </Button>
                )}
                {due > 0 && (
                  <section aria-label="Payment" className={styles.payment}>
                    <PaymentFields payment={payment} dueMinor={(quote ?? plain).totalMinor} currency={plain.currency} />
                    {sale.problems.payment && (
                      <p role="alert" className={styles.problem}>
                        {sale.problems.payment}
                      </p>
                    )}
                  </section>
                )}
              </>
            )}
          </QueryState>
        )}
      </form>
    </SideDrawer>
  )
}
