// What another charge makes of the sessions that are not used yet, said before it is saved: "Physio 45 #3–#6: 83.33 → 75.00".

import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import { formatMoney } from '../../../shared/format.ts'
import styles from './sell.module.css'
import { groupChanges } from './value-groups.ts'

type Preview = InferContractRouterOutputs<Contract>['clientPackages']['previewInvoice']

export function ValueChanges({ preview: { sessions, pot, currency } }: { preview: Preview }) {
  const money = (amount: number) => formatMoney(amount, currency)
  const potChanges = pot !== null && pot.beforeMinor !== pot.afterMinor
  if (sessions.length === 0 && !potChanges) return null
  return (
    <section aria-label="What changes" className={styles.changes} role="status">
      <p>What is not used yet is worth</p>
      <ul>
        {groupChanges(sessions).map((g) => (
          <li key={`${g.label} ${g.from}`}>
            <span>
              <bdi>{g.label}</bdi> {g.from === g.through ? `#${g.from}` : `#${g.from}–#${g.through}`}
            </span>
            <span>
              {money(g.beforeMinor)} → {money(g.afterMinor)}
            </span>
          </li>
        ))}
        {potChanges && (
          <li>
            <span>Unlimited visits</span>
            <span>
              {money(pot.beforeMinor)} → {money(pot.afterMinor)}
            </span>
          </li>
        )}
      </ul>
    </section>
  )
}
