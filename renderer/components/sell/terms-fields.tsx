// From when and until when, in one line; Change unfolds the two dates. Another end than the package's own needs a reason.

import { Button, CloseButton, TextInput } from '@mantine/core'
import { DayInput } from '../day-input.tsx'
import { useClock } from '../use-clock.ts'
import type { Quote } from './sale-types.ts'
import styles from './sell.module.css'
import { NO_TERMS, type TermsDraft, validityWords } from './terms-draft.ts'

interface Props {
  quote: Quote
  value: TermsDraft
  onChange: (draft: TermsDraft) => void
  problems: { validFrom?: string | undefined; end?: string | undefined; reason?: string | undefined }
  /** What stands behind the dates: "80.00 a session". */
  more: string
}

export function TermsFields({ quote, value, onChange, problems, more }: Props) {
  const { today } = useClock()
  const set = (part: Partial<TermsDraft>) => onChange({ ...value, ...part })
  return (
    <div className={styles.terms}>
      <p role="status">
        <b>{validityWords(quote, today)}</b>
        {more && ` · ${more}`}
      </p>
      {!value.shown && (
        <Button variant="subtle" size="compact-sm" aria-label="Change from when and until when" onClick={() => set({ shown: true })}>
          Change
        </Button>
      )}
      {value.shown && (
        <div role="group" aria-label="Valid" className={styles.termFields}>
          <DayInput
            label="From"
            autoFocus
            value={value.validFrom ?? quote.validFrom ?? today}
            onChange={(validFrom) => set({ validFrom })}
            error={problems.validFrom}
          />
          <DayInput
            label="Through"
            placeholder="No end"
            value={value.end ?? quote.end}
            onChange={(end) => set({ end })}
            error={problems.end}
          />
          <CloseButton size="sm" aria-label="As the package says" onClick={() => onChange(NO_TERMS)} />
          {value.end !== null && (
            <TextInput
              className={styles.wide}
              label="Reason for this end"
              required
              dir="auto"
              maxLength={200}
              value={value.reason}
              onChange={(event) => set({ reason: event.currentTarget.value })}
              error={problems.reason}
            />
          )}
        </div>
      )}
    </div>
  )
}
