// What the statement is about: the period, the packages, whether amounts are shown; and what it comes to, in a few words.

import { Checkbox, Switch } from '@mantine/core'
import { formatDate } from '../../../shared/format.ts'
import { Pips } from '../../components/pips.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { usePractice } from '../../components/use-practice.ts'
import { PeriodFields } from './period-fields.tsx'
import { StatementSummary } from './statement-summary.tsx'
import styles from './statement.module.css'
import type { Statement } from './use-statement.ts'

export function StatementChoices({ statement }: { statement: Statement }) {
  const { period, earliest, figures, chosen, isMixed, showAmounts } = statement
  const practice = usePractice()
  return (
    <div className={styles.choices}>
      <PeriodFields period={period} earliest={earliest} onChange={statement.setPeriod} />
      <QueryState
        query={figures}
        isEmpty={({ packages }) => packages.length === 0}
        empty={<p className={styles.quiet}>No package was bought or used in this period.</p>}
      >
        {({ packages }) => (
          <>
            <Checkbox.Group label="Packages" value={chosen.map((p) => String(p.clientPackageId))}>
              <div className={styles.packages}>
                {packages.map((p) => (
                  <Checkbox
                    key={p.clientPackageId}
                    value={String(p.clientPackageId)}
                    onChange={(event) => statement.toggle(p.clientPackageId, event.currentTarget.checked)}
                    label={
                      <span className={styles.package}>
                        <bdi>{p.name}</bdi>
                        <span className={styles.quiet}>
                          bought {formatDate(p.boughtOn)}
                          {p.currency !== practice.currency && ` in ${p.currency}`}
                          {p.owner !== null && (
                            <>
                              {' by '}
                              <bdi>{p.owner}</bdi>
                            </>
                          )}
                        </span>
                        <Pips states={p.states} size="s" />
                      </span>
                    }
                  />
                ))}
              </div>
            </Checkbox.Group>
            <Switch
              label="Show amounts"
              checked={showAmounts}
              onChange={(event) => statement.setShowAmounts(event.currentTarget.checked)}
            />
          </>
        )}
      </QueryState>
      {chosen[0] && !isMixed && <StatementSummary packages={chosen} currency={chosen[0].currency} showAmounts={showAmounts} />}
    </div>
  )
}
