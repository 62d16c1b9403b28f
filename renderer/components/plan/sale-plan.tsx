// How a sale in instalments is paid, folded into a few lines; Change unfolds days and amounts.

import { Button } from '@mantine/core'
import { formatDate, formatMoney } from '../../../shared/format.ts'
import type { Minor } from '../../../shared/money.ts'
import { draftOf, type Instalment, type PartDraft } from './plan-draft.ts'
import { PlanFields } from './plan-fields.tsx'
import styles from './plan.module.css'

interface Props {
  /** As the package says. */
  offered: readonly Instalment[]
  /** Null until it is changed. */
  draft: readonly PartDraft[] | null
  onChange: (draft: PartDraft[] | null) => void
  totalMinor: Minor
  currency: string
}

export function SalePlan({ offered, draft, onChange, totalMinor, currency }: Props) {
  return (
    <section aria-label="How it is paid" className={styles.plan}>
      <p className={styles.head}>
        In {offered.length} instalments
        {draft === null ? (
          <Button variant="subtle" size="compact-sm" aria-label="Change the instalments" onClick={() => onChange(draftOf(offered))}>
            Change
          </Button>
        ) : (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            As the package says
          </Button>
        )}
      </p>
      {draft === null ? (
        <ul className={styles.list}>
          {offered.map(({ dueOn, amountMinor }) => (
            <li key={dueOn}>
              <span>{formatDate(dueOn)}</span>
              <span>{formatMoney(amountMinor, currency)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <PlanFields value={draft} onChange={onChange} totalMinor={totalMinor} currency={currency} />
      )}
    </section>
  )
}
