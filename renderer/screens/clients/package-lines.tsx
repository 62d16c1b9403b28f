// The packages in use, one short line an item: what is left and until when.

import { Pips } from '../../components/pips.tsx'
import { type ClientPackage, countWords, sharingWords, stateOf } from '../../components/client-package/client-package-words.ts'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import styles from './client.module.css'

export function PackageLines({ rows, clientId }: { rows: readonly ClientPackage[]; clientId: number }) {
  const { today } = useClock()
  return (
    <ul className={styles.lines}>
      {rows.map((row) => {
        const state = stateOf(row, today)
        return (
          <li key={row.id} className={styles.line}>
            <span className={styles.lineName}>
              <bdi>{row.name}</bdi>
              {state.tone !== 'good' && <ToneBadge tone={state.tone}>{state.words}</ToneBadge>}
              {row.clientId !== clientId && <span className={styles.forWhom}>{sharingWords(row, clientId)}</span>}
            </span>
            <span className={styles.lineItems}>
              {row.items.map((item) => {
                const { lead, rest } = countWords(item, today)
                return (
                  <span key={item.id} className={styles.lineItem}>
                    <Pips states={item.pips.map((pip) => pip.state)} unlimited={item.unlimited} />
                    <span>
                      {lead ? <b>{lead}</b> : rest} {row.items.length > 1 && <bdi className={styles.quiet}>{item.label}</bdi>}
                    </span>
                  </span>
                )
              })}
            </span>
            <span className={styles.quiet}>{row.end ? `until ${row.endWords}` : row.endWords}</span>
          </li>
        )
      })}
    </ul>
  )
}
