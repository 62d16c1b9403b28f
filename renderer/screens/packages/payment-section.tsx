// How the package is paid: once at the sale, or an agreed fee with each appointment; and its price, with the discount it makes.

import { MultiSelect, Radio } from '@mantine/core'
import { formatMoney, formatRate } from '../../../shared/format.ts'
import { negate } from '../../../shared/money.ts'
import { MoneyInput } from '../../components/money-input.tsx'
import { usePractice } from '../../components/use-practice.ts'
import type { Figures } from './package-figures.ts'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { PaymentStyleCard } from './payment-style-card.tsx'
import { Section } from './section.tsx'
import { roundedRate } from './package-words.ts'

export function PaymentSection({ form, catalog, figures, locked, readOnly }: SectionProps & { figures: Figures }) {
  const { currency, pricesIncludeTax } = usePractice()
  const { paymentStyle, taxIds } = form.values
  const firstValue = figures.items.flatMap((item) => item.values)[0]?.valueMinor
  const money = (amount: number) => formatMoney(amount, currency)
  const cheaper = figures.discountMinor > 0

  return (
    <Section
      title="Payment"
      lockedBecause={locked ? 'Already sold, so the payment style is fixed. The price can change and counts for later sales.' : undefined}
    >
      <Radio.Group aria-label="Payment style" value={paymentStyle} onChange={(style) => form.setFieldValue('paymentStyle', style)}>
        <div className={styles.twoColumns}>
          <PaymentStyleCard value="upfront" title="Upfront" disabled={locked || readOnly}>
            One invoice at the sale. Prepaid works for insurers here too: every visit has a real value on receipts and statements
            {firstValue ? `, ${money(firstValue)} here` : ''}.
          </PaymentStyleCard>
          <PaymentStyleCard value="eachAppointment" title="Each appointment" disabled={locked || readOnly}>
            Nothing is due at the sale. The agreed fee is invoiced with each visit, with the taxes of its service.
          </PaymentStyleCard>
        </div>
      </Radio.Group>
      {paymentStyle === 'upfront' && (
        <div className={styles.twoColumns}>
          <MoneyInput
            label="Package price"
            withAsterisk
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
    </Section>
  )
}
