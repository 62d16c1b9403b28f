// What an upgrade comes to, line by line: the full price, the value that lowers it, tax on the difference, and what stays behind.

import { IconAlertTriangle } from '@tabler/icons-react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'
import { formatMoney, formatRate, plural } from '../../../../shared/format.ts'
import { negate } from '../../../../shared/money.ts'
import sell from '../../sell/sell.module.css'
import change from '../change/change.module.css'

export type UpgradePreview = InferContractRouterOutputs<Contract>['clientPackages']['previewUpgrade']

interface Props {
  preview: UpgradePreview
  /** The one that gives way, and the new one. */
  oldName: string
  newName: string
  stale: boolean
}

export function UpgradeSums({ preview: u, oldName, newName, stale }: Props) {
  const money = (amount: number) => formatMoney(amount, u.currency)
  return (
    <section aria-label="What the upgrade comes to" aria-busy={stale} className={sell.quote}>
      <ul className={sell.items}>
        {u.items.map(({ label, quantity }, index) => (
          <li key={`${index} ${label}`}>
            <bdi>{label}</bdi>
            <span>× {quantity ?? 'unlimited'}</span>
          </li>
        ))}
      </ul>
      <dl className={sell.sums}>
        <Sum label={newName} value={money(u.priceMinor)} />
        <Sum label={`Value of ${u.what} of ${oldName}`} value={money(negate(u.lessMinor))} />
        {u.taxes.map(({ name, rate, taxMinor }) => (
          <Sum key={name} label={`${name} ${formatRate(rate)}${u.pricesIncludeTax ? ', included' : ''}`} value={money(taxMinor)} />
        ))}
        <Sum label={`Total, ${u.currency}`} value={u.totalMinor === 0 ? 'Nothing to pay' : money(u.totalMinor)} strong />
      </dl>
      {u.warnings.map((warning) => (
        <p key={warning} className={sell.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {warning}
        </p>
      ))}
      <div className={change.outcome} role="status">
        <bdi>{newName}</bdi> {u.endWords === 'No end' ? 'has no end' : `ends ${u.endWords}`}
        {u.valuePerSessionMinor !== null && `, ${money(u.valuePerSessionMinor)} a session`}.
        <p className={change.note}>
          Nothing is left free on <bdi>{oldName}</bdi>
          {u.booked > 0 && `; ${plural(u.booked, 'booked visit')} ${u.booked === 1 ? 'stays' : 'stay'} on it`}.
          {u.oldDueMinor > 0 && ` What is still to pay on it stays due: ${money(u.oldDueMinor)}.`}
        </p>
        {u.leaves.map((words) => (
          <p key={words} className={change.warning} dir="auto">
            {words}
          </p>
        ))}
        {u.creditMinor > 0 && (
          <p className={change.note}>
            {money(u.creditMinor)} of the value is more than the new price: it goes off the old invoice with its tax, and what was paid for
            it to the account.
          </p>
        )}
      </div>
    </section>
  )
}

function Sum({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div data-strong={strong || undefined}>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      <dd>{value}</dd>
    </div>
  )
}
