// From when and until when a sold package can be used, and how often it is meant to be.

import { Input, SegmentedControl, Select } from '@mantine/core'
import type { DateUnit } from '../../../../shared/dates.ts'
import { EXPIRY_KINDS, type ExpiryKind, FREQUENCY_UNITS, type FrequencyUnit } from '../../../../shared/domain/words.ts'
import { DayInput } from '../../../components/day-input.tsx'
import { EXPIRY_WORDS, FREQUENCY_WORDS } from '../../../words.ts'
import { CountInput } from '../../../components/count-input.tsx'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { Section } from './section.tsx'

const KINDS = EXPIRY_KINDS.map((value) => ({ value, label: EXPIRY_WORDS[value] }))
const FREQUENCIES = FREQUENCY_UNITS.map((value) => ({ value, label: FREQUENCY_WORDS[value] }))
const UNITS: { value: DateUnit; label: string }[] = [
  { value: 'days', label: 'days' },
  { value: 'weeks', label: 'weeks' },
  { value: 'months', label: 'months' },
]

export function ValiditySection({ form, readOnly }: SectionProps) {
  const { expiry, validFrom, frequency } = form.values
  const change = (next: Partial<typeof expiry>) => {
    form.setFieldValue('expiry', { ...expiry, ...next })
    for (const field of ['count', 'date']) form.clearFieldError(`expiry.${field}`)
  }
  const isAfter = expiry.kind === 'afterPurchase' || expiry.kind === 'afterFirstUse'
  const afterWhat = expiry.kind === 'afterFirstUse' ? 'after the first use' : 'after the sale'

  return (
    <Section title="Validity">
      <Input.Wrapper label="Expires" labelElement="div">
        <SegmentedControl<ExpiryKind>
          aria-label="Expires"
          data={KINDS}
          value={expiry.kind}
          onChange={(kind) => change({ kind })}
          disabled={readOnly}
          fullWidth
        />
      </Input.Wrapper>
      <div className={styles.twoColumns}>
        {isAfter && (
          <div className={styles.span}>
            <CountInput
              label={`How long ${afterWhat}`}
              value={expiry.count}
              onChange={(count) => change({ count })}
              max={3650}
              error={form.errors['expiry.count']}
              disabled={readOnly}
            />
            <Select<DateUnit>
              aria-label="Unit"
              data={UNITS}
              value={expiry.unit}
              onChange={(unit) => unit && change({ unit })}
              disabled={readOnly}
            />
          </div>
        )}
        {expiry.kind === 'onDate' && (
          <DayInput
            label="Last day"
            required
            value={expiry.date}
            onChange={(date) => change({ date })}
            error={form.errors['expiry.date']}
            disabled={readOnly}
          />
        )}
        <DayInput
          label="Can be used from"
          placeholder="The day of the sale"
          value={validFrom}
          onChange={(day) => {
            form.setFieldValue('validFrom', day)
            form.clearFieldError('validFrom')
          }}
          error={form.errors.validFrom}
          disabled={readOnly}
        />
        <div className={styles.span}>
          <CountInput
            label="How often, as a suggestion"
            placeholder="As agreed"
            value={frequency.count}
            onChange={(count) => {
              form.setFieldValue('frequency', { ...frequency, count: count === 0 ? null : count })
              form.clearFieldError('frequency.count')
            }}
            max={99}
            error={form.errors['frequency.count']}
            disabled={readOnly}
          />
          <Select<FrequencyUnit>
            aria-label="A week or a month"
            data={FREQUENCIES}
            value={frequency.unit}
            onChange={(unit) => unit && form.setFieldValue('frequency', { ...frequency, unit })}
            disabled={readOnly}
          />
        </div>
      </div>
    </Section>
  )
}
