// What the statement is about: the period, the packages, whether amounts are shown; and what it comes to, in a few words.

import { Checkbox, Switch } from '@mantine/core'
import { formatDate } from '../../../shared/format.ts'
import { Pips } from '../../components/pips.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { PeriodFields } from './period-fields.tsx'
import { StatementSummary } from './statement-summary.tsx'
import styles from './statement.module.css'
import type { Statement } from './use-statement.ts'

export function StatementChoices({ statement }: { statement: Statement }) {
  const { period, earliest, figures, chosen, showAmounts } = statement
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
      {figures.data && chosen.length > 0 && (
        <StatementSummary packages={chosen} currency={figures.data.currency} showAmounts={showAmounts} />
      )}
    </div>
  )
}
