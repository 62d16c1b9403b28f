// The PDF of the statement, or why there is none: nothing happened in the period, nothing is ticked, the currencies differ, or it could not be drawn.

import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/format.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { PdfPreview } from '../../components/pdf-preview/pdf-preview.tsx'
import { useClock } from '../../components/use-clock.ts'
import { sentenceOfError } from '../../errors.ts'
import { periodOf } from './periods.ts'
import styles from './statement.module.css'
import type { Statement } from './use-statement.ts'

export function StatementPreview({ statement }: { statement: Statement }) {
  const { today } = useClock()
  const { figures, chosen, currencies, isMixed, drawn, period, earliest } = statement
  const wholeLife = periodOf('all', today, earliest)

  if (figures.error && !figures.data) return <div className={styles.nothing} /> // said at the left, with the way to try again
  if (figures.data?.packages.length === 0) {
    return (
      <div className={styles.nothing}>
        <EmptyState
          title={`Nothing between ${formatDate(period.from)} and ${formatDate(period.through)}`}
          action={
            (wholeLife.from < period.from || wholeLife.through > period.through) && (
              <Button variant="default" onClick={() => statement.setPeriod(wholeLife)}>
                Show all since {formatDate(wholeLife.from)}
              </Button>
            )
          }
        >
          No package was bought, used or paid in this period. Its visits will be listed here as they will be printed.
        </EmptyState>
      </div>
    )
  }
  if (figures.data && chosen.length === 0) {
    return (
      <div className={styles.nothing}>
        <EmptyState
          title="No package is chosen"
          action={
            <Button variant="default" onClick={statement.tickAll}>
              Choose all
            </Button>
          }
        >
          Tick at least one package at the left.
        </EmptyState>
      </div>
    )
  }
  if (isMixed) {
    return (
      <div className={styles.nothing}>
        <EmptyState
          title="One currency on each statement"
          action={
            <div className={styles.actions}>
              {currencies.map((currency) => (
                <Button key={currency} variant="default" onClick={() => statement.tickOnly(currency)}>
                  Only those in {currency}
                </Button>
              ))}
              <Button variant="subtle" onClick={() => statement.setShowAmounts(false)}>
                All, without amounts
              </Button>
            </div>
          }
        >
          The packages chosen are in {currencies.join(' and ')}, and amounts of different currencies can’t be added up.
        </EmptyState>
      </div>
    )
  }
  return (
    <PdfPreview
      label="Usage statement"
      documentId={drawn.data?.documentId ?? null}
      redrawing={statement.documentId === null}
      failed={drawn.error ? sentenceOfError(drawn.error) : null}
      onMakeAgain={() => void drawn.refetch()}
    />
  )
}
