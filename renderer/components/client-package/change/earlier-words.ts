// What putting an earlier visit on a package says: which visit, what becomes of its invoice, what it comes to. Pure text.

import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'
import { dayOf, timeOf } from '../../../../shared/dates.ts'
import { formatDate, formatMoney, formatTime, plural } from '../../../../shared/format.ts'

export type EarlierVisit = InferContractRouterOutputs<Contract>['clientPackages']['earlierVisits']['visits'][number]

/** `9 Mar 2026, 10:00 · Physio 45 · Jonas Berg`, and for whom when that is not the owner. */
export const visitWords = ({ at, service, practitioner, treated }: EarlierVisit, ownerName: string): string =>
  [`${formatDate(dayOf(at))}, ${formatTime(timeOf(at))}`, service, practitioner, treated === ownerName ? '' : `for ${treated}`]
    .filter(Boolean)
    .join(' · ')

/** `Invoice 1001: 90.00 → 0.00, 90.00 to the account` */
export function invoiceWords({ invoice }: EarlierVisit, currency: string): string {
  if (!invoice) return 'No invoice, so no money changes'
  const money = (amount: number) => formatMoney(amount, currency)
  const credit = invoice.creditMinor > 0 ? `, ${money(invoice.creditMinor)} to the account` : ''
  return `Invoice ${invoice.number ?? ''}: ${money(invoice.totalMinor)} → ${money(invoice.afterMinor)}${credit}`
}

/** `2 visits use 2 sessions; 180.00 goes to the account.` */
export const outcomeWords = (visits: number, creditMinor: number, currency: string): string =>
  `${plural(visits, 'visit uses', 'visits use')} ${plural(visits, 'session')}${
    creditMinor > 0 ? `; ${formatMoney(creditMinor, currency)} goes to the account` : ''
  }.`
