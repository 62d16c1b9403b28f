// Step 2: currency and tax, fixed once the practice is open, and the house rules for missed appointments.

import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import { SESSION_RULES } from '../../../shared/domain/words.ts'
import { CURRENCY_CHOICES } from '../../components/currency-choices.ts'
import { RateInput } from '../../components/rate-input.tsx'
import { SESSION_RULE_WORDS } from '../../words.ts'
import { countryOf } from './countries.ts'
import styles from './setup.module.css'
import type { SetupForm } from './setup-values.ts'

const RULES = SESSION_RULES.map((value) => ({ value, label: SESSION_RULE_WORDS[value] }))

export function MoneyStep({ form }: { form: SetupForm }) {
  const { practice, tax } = form.values
  const country = countryOf(practice.country)
  const inclusiveId = useId()
  return (
    <div className={styles.fields}>
      <Select
        label="Currency"
        description="Can’t be changed later: prices and invoices rest on it"
        searchable
        data={CURRENCY_CHOICES}
        {...form.getInputProps('practice.currency')}
      />
      <Checkbox
        label="We charge tax on our services"
        description={
          country?.healthIsExempt
            ? 'Treatment by a health profession is often free of it here. More taxes can be added later.'
            : 'More taxes can be added later.'
        }
        checked={tax !== null}
        onChange={(event) => form.setFieldValue('tax', event.currentTarget.checked ? (country?.tax ?? { name: 'Tax', rate: 0 }) : null)}
      />
      {tax ? (
        <div className={styles.pair}>
          <TextInput label="Name of the tax" {...form.getInputProps('tax.name')} />
          <RateInput label="Rate" {...form.getInputProps('tax.rate')} />
        </div>
      ) : null}
      <div>
        <p className={styles.legend} id={inclusiveId}>
          Prices you type are
        </p>
        <SegmentedControl
          aria-labelledby={inclusiveId}
          data={[
            { value: 'with', label: 'with tax' },
            { value: 'without', label: 'without tax, added on top' },
          ]}
          value={practice.pricesIncludeTax ? 'with' : 'without'}
          onChange={(value) => form.setFieldValue('practice.pricesIncludeTax', value === 'with')}
        />
      </div>
      <div className={styles.pair}>
        <Select label="When a client does not come" data={RULES} {...form.getInputProps('practice.noShowRule')} />
        <Select label="When a client cancels late" data={RULES} {...form.getInputProps('practice.lateCancelRule')} />
      </div>
      <NumberInput
        label="Late means less than"
        suffix=" hours before"
        min={0}
        max={336}
        {...form.getInputProps('practice.lateCancelHours')}
      />
    </div>
  )
}
