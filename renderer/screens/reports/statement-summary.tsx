// What the statement comes to, in words: the same figures as on its totals, readable without seeing the PDF.

import { formatMoney, plural } from '../../../shared/format.ts'
import { type Minor, sum } from '../../../shared/money.ts'
import styles from './statement.module.css'
import type { StatementFigures } from './use-statement.ts'

type Section = StatementFigures['packages'][number]

interface Props {
  packages: readonly Section[]
  currency: string
  showAmounts: boolean
}

export function StatementSummary({ packages, currency, showAmounts }: Props) {
  const total = (of: (p: Section) => Minor) => sum(packages.map(of))
  const count = (of: (p: Section) => number) => packages.reduce((n, p) => n + of(p), 0)
  const attended = count((p) => p.attended.length)
  const missed = count((p) => p.notAttended.length)
  const pieces = count((p) => p.handedOver.length)
  const toCome = count((p) => (p.prepaid ? p.prepaidAtEnd.sessions : 0))
  const movedOut = count((p) => p.movedOut.sessions)
  const people = packages.flatMap((p) =>
    p.byPerson.map((row) => [`for ${row.name}, ${plural(row.sessions, 'session')}`, row.valueMinor] as [string, Minor]),
  )
  const due = total((p) => p.dueMinor)
  const notInvoiced = total((p) => p.notInvoicedMinor)
  const isPaidByAnother = packages.every((p) => p.owner !== null && p.prepaid)
  const lines: [string, Minor][] = [
    [`Attended, ${plural(attended, 'session')}`, total((p) => p.attendedMinor)],
    ...people,
    ...(missed > 0 ? [[`Charged, not attended, ${plural(missed, 'session')}`, total((p) => p.notAttendedMinor)] as [string, Minor]] : []),
    ...(pieces > 0 ? [[`Handed over, ${plural(pieces, 'piece')}`, total((p) => p.handedOverMinor)] as [string, Minor]] : []),
    ...(toCome > 0
      ? [
          [
            `${due === 0 && notInvoiced === 0 ? 'Prepaid, not' : 'Not'} yet received, ${plural(toCome, 'session')}`,
            total((p) => p.prepaidAtEnd.valueMinor),
          ] as [string, Minor],
        ]
      : []),
    ...(movedOut > 0
      ? [[`Moved to other packages, ${plural(movedOut, 'session')}`, total((p) => p.movedOut.valueMinor)] as [string, Minor]]
      : []),
    ...(showAmounts && !isPaidByAnother ? [['Paid', total((p) => p.paidMinor)] as [string, Minor]] : []),
    ...(showAmounts && packages.some((p) => p.refundedMinor > 0) ? [['Refunded', total((p) => p.refundedMinor)] as [string, Minor]] : []),
    ...(showAmounts && due > 0 ? [['Not paid yet', due] as [string, Minor]] : []),
    ...(showAmounts && notInvoiced > 0 ? [['Not invoiced yet', notInvoiced] as [string, Minor]] : []),
  ]

  return (
    <section aria-label="In short" className={styles.summary}>
      <h2>In short</h2>
      {attended + missed + pieces === 0 && <p className={styles.quiet}>No visits in this period.</p>}
      <dl>
        {lines.map(([label, amount], index) => (
          <div key={index}>
            <dt>{label}</dt>
            {showAmounts && <dd>{formatMoney(amount, currency)}</dd>}
          </div>
        ))}
      </dl>
      {showAmounts && <p className={styles.quiet}>Amounts in {currency}.</p>}
    </section>
  )
}
