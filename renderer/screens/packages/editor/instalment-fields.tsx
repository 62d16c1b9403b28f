// In how many parts the price is paid, how far apart, and what that comes to for one sold today.

import { Select } from '@mantine/core'
import type { DateUnit, LocalDate } from '../../../../shared/dates.ts'
import type { Instalment } from '../../../../shared/domain/instalments.ts'
import { formatDate, formatMoney } from '../../../../shared/format.ts'
import { CountInput } from '../../../components/count-input.tsx'
import type { PackageValues, SectionProps } from './package-form.ts'
import styles from './package.module.css'

const UNITS: { value: DateUnit; label: string }[] = [
  { value: 'days', label: 'days' },
  { value: 'weeks', label: 'weeks' },
  { value: 'months', label: 'months' },
]

interface Props extends Pick<SectionProps, 'form' | 'readOnly'> {
  plan: readonly Instalment[]
  today: LocalDate
}

export function InstalmentFields({ form, readOnly, plan, today }: Props) {
  const { currency, instalments: rule } = form.values
  const change = (next: Partial<PackageValues['instalments']>) => {
    form.setFieldValue('instalments', { ...rule, ...next })
    for (const field of Object.keys(next)) form.clearFieldError(`instalments.${field}`)
  }
  const field = (name: 'count' | 'every' | 'firstAfterDays', label: string) => (
    <CountInput
      label={label}
      value={rule[name]}
      onChange={(count) => change({ [name]: count })}
      error={form.errors[`instalments.${name}`]}
      disabled={readOnly}
    />
  )
  return (
    <div className={styles.instalments}>
      <div className={styles.fourColumns}>
        {field('count', 'Instalments')}
        {field('every', 'One every')}
        <Select label="Unit" data={UNITS} value={rule.unit} onChange={(unit) => unit && change({ unit })} disabled={readOnly} />
        {field('firstAfterDays', 'Days until the first')}
      </div>
      {plan.length > 0 && (
        <div className={styles.plan}>
          <p className={styles.note}>For one sold today, with tax. The dates and amounts can be changed at each sale.</p>
          <ol aria-label="The plan for one sold today">
            {plan.map(({ dueOn, amountMinor }) => (
              <li key={dueOn}>
                <span>{dueOn === today ? 'Today' : formatDate(dueOn)}</span>
                <b>{formatMoney(amountMinor, currency)}</b>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}
