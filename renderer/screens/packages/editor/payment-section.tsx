// How the package is paid: at the sale, in instalments, or an agreed fee with each appointment; its price with the discount it
// makes, and what that makes each session worth.

import { MultiSelect, Radio } from '@mantine/core'
import { formatMoney, formatRate } from '../../../../shared/format.ts'
import { negate } from '../../../../shared/money.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { usePractice } from '../../../components/use-practice.ts'
import type { LocalDate } from '../../../../shared/dates.ts'
import { InstalmentFields } from './instalment-fields.tsx'
import { type Figures, planToday, totalWithTax, valueRange } from './package-figures.ts'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { PaymentStyleCard } from './payment-style-card.tsx'
import { Section } from './section.tsx'
import { rangeWords, roundedRate } from '../../../components/package-words.ts'
import { SplitFields } from './split-fields.tsx'

const VISIT_TAX_WORDS = 'Each visit is invoiced at its own fee, with the taxes of its service.'

interface Props extends SectionProps {
  figures: Figures
  today: LocalDate
}

export function PaymentSection({ form, catalog, figures, today, locked, readOnly }: Props) {
  const { pricesIncludeTax } = usePractice()
  const { currency, paymentStyle, taxIds } = form.values
  const prepaid = paymentStyle !== 'eachAppointment'
  const range = valueRange(figures)
  const insurerWords = `Prepaid works for insurers here too: every visit has a real value on receipts and statements${range && range.highest > 0 ? `, ${rangeWords(range, currency)} here` : ''}.`
  const plan = planToday(form.values, totalWithTax(figures, pricesIncludeTax), today)
  const money = (amount: number) => formatMoney(amount, currency)
  const cheaper = figures.discountMinor > 0

  return (
    <Section
      title="Payment"
      lockedBecause={
        locked ? 'Sold already, so the payment style is fixed here. The price can change and counts for later sales.' : undefined
      }
    >
      <Radio.Group aria-label="Payment style" value={paymentStyle} onChange={(style) => form.setFieldValue('paymentStyle', style)}>
        <div className={styles.threeColumns}>
          <PaymentStyleCard value="upfront" title="Upfront" disabled={locked || readOnly}>
            One invoice at the sale, paid when it is bought.
          </PaymentStyleCard>
          <PaymentStyleCard value="instalments" title="In instalments" disabled={locked || readOnly}>
            One invoice at the sale, paid in parts on dates you set.
          </PaymentStyleCard>
          <PaymentStyleCard value="eachAppointment" title="Each appointment" disabled={locked || readOnly}>
            Nothing is due at the sale; the agreed fee is, with each visit.
          </PaymentStyleCard>
        </div>
      </Radio.Group>
      <p className={styles.note}>{prepaid ? insurerWords : VISIT_TAX_WORDS}</p>
      {prepaid && (
        <div className={styles.twoColumns}>
          <MoneyInput
            label="Package price"
            required
            currency={currency}
            placeholder={figures.regularMinor > 0 ? money(figures.regularMinor) : ''}
            description={
              form.values.priceMinor === null || figures.discountMinor === 0 || figures.regularMinor === 0
                ? pricesIncludeTax
                  ? 'With tax.'
                  : 'Before tax.'
                : `${money(cheaper ? figures.discountMinor : negate(figures.discountMinor))} (${formatRate(roundedRate(figures.discountRate))}) ${cheaper ? 'less' : 'more'} than one by one.`
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={form.values.priceMinor}
            onChange={(priceMinor) => {
              form.setFieldValue('priceMinor', priceMinor)
              form.clearFieldError('priceMinor')
            }}
            error={form.errors.priceMinor}
            disabled={readOnly}
          />
          <MultiSelect<number>
            label="Taxes"
            placeholder={taxIds.length === 0 ? 'No tax' : ''}
            data={catalog.taxes
              .filter((t) => t.active || taxIds.includes(t.id))
              .map((t) => ({ value: t.id, label: `${t.name} ${formatRate(t.rate)}` }))}
            value={taxIds}
            onChange={(ids) => form.setFieldValue('taxIds', ids)}
            disabled={readOnly}
          />
        </div>
      )}
      {paymentStyle === 'instalments' && <InstalmentFields form={form} readOnly={readOnly} plan={plan} today={today} />}
      {prepaid && figures.sessions > 1 && (
        <SplitFields form={form} catalog={catalog} figures={figures} locked={locked} readOnly={readOnly} />
      )}
    </Section>
  )
}
