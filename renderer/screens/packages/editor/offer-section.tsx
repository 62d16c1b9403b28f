// To whom it is offered, beside the desk: self-service, a country, a currency, a price in credits. Folded, since most packages need none of it.

import { Select, Switch } from '@mantine/core'
import { plural } from '../../../../shared/format.ts'
import { countryNameOf } from '../../../../shared/countries.ts'
import { COUNTRY_CHOICES } from '../../../components/country-choices.ts'
import { CURRENCY_CHOICES } from '../../../components/currency-choices.ts'
import { usePractice } from '../../../components/use-practice.ts'
import { CountInput } from '../../../components/count-input.tsx'
import { Fold } from './fold.tsx'
import { inCurrency, type PackageValues, type SectionProps } from './package-form.ts'
import styles from './package.module.css'

export function OfferSection({ form, readOnly }: SectionProps) {
  const practice = usePractice()
  const { country, currency, priceCredits, selfService } = form.values
  return (
    <section className={styles.section} aria-label="Where it is offered">
      <Fold
        heading
        title="Where it is offered"
        summary={offerWords(form.values)}
        hasError={Boolean(form.errors.priceCredits ?? form.errors.country ?? form.errors.currency)}
      >
        <Switch
          label="Clients can buy it themselves, in self-service"
          checked={selfService}
          onChange={(event) => form.setFieldValue('selfService', event.currentTarget.checked)}
          disabled={readOnly}
        />
        <div className={styles.threeColumns}>
          <Select
            label="Only for clients in"
            placeholder="Every country"
            description={country ? 'Elsewhere the desk is warned, and self-service does not show it.' : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Every country' }}
            nothingFoundMessage="No such country"
            data={COUNTRY_CHOICES}
            value={country}
            onChange={(code) => form.setFieldValue('country', code)}
            error={form.errors.country}
            disabled={readOnly}
          />
          <Select
            label="Currency"
            description={
              currency === practice.currency ? undefined : `The figures stay as typed. Visits are still invoiced in ${practice.currency}.`
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            searchable
            allowDeselect={false}
            nothingFoundMessage="No such currency"
            data={CURRENCY_CHOICES}
            value={currency}
            onChange={(code) => {
              if (code) form.setValues(inCurrency(form.getValues(), code))
              form.clearFieldError('currency')
            }}
            error={form.errors.currency}
            disabled={readOnly}
          />
          <CountInput
            label="Price in credits"
            placeholder="Not sold for credits"
            value={priceCredits}
            onChange={(credits) => {
              form.setFieldValue('priceCredits', credits)
              form.clearFieldError('priceCredits')
            }}
            max={999_999}
            error={form.errors.priceCredits}
            disabled={readOnly}
          />
        </div>
      </Fold>
    </section>
  )
}

/** "At the desk and in self-service · Canada only · or 12 credits · in CAD". */
function offerWords({
  country,
  currency,
  priceCredits,
  selfService,
}: Pick<PackageValues, 'country' | 'currency' | 'priceCredits' | 'selfService'>): string {
  return [
    selfService ? 'At the desk and in self-service' : 'At the desk',
    country && `${countryNameOf(country)} only`,
    priceCredits && `or ${plural(priceCredits, 'credit')}`,
    `in ${currency}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
