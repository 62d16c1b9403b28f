// The package usage statement in words: every date and amount written, every sum taken, before anything is drawn.
// With amounts left out no amount may slip through, so whatever is money is made only where `money` is given.

import type { z } from 'zod'
import type { StatementPackage } from '../../shared/contract/reports.ts'
import { dayOf, type LocalDate, timeOf } from '../../shared/dates.ts'
import type { AppointmentStatus, SessionState } from '../../shared/domain/words.ts'
import { formatDate, formatLongDate, formatMoney, formatTime, plural } from '../../shared/format.ts'
import { add, type Minor, sum } from '../../shared/money.ts'
import type { StatementPaper } from '../host.ts'
import type { Cell, Column, Row } from './columns.ts'
import { addressLines, type Fact, type Letterhead } from './letterhead.ts'
import type { Total } from './totals.ts'

type Package = z.output<typeof StatementPackage>
type Visit = Package['attended'][number]
type Money = ((amount: Minor) => string) | null

export interface Block {
  /** Over the table; null for the attended visits, which come first and speak for themselves. */
  heading: string | null
  columns: Column[]
  rows: Row[]
  /** All rows by which the columns are placed, those of a neighbour block too. */
  placedBy: Row[]
}
export interface Section {
  name: string
  states: readonly SessionState[]
  unlimited: boolean
  counts: string
  /** When and how it was bought. */
  about: string
  blocks: Block[]
  totals: Total[]
}
export interface StatementWords {
  fileTitle: string
  letterhead: Letterhead
  facts: Fact[]
  sections: Section[]
  overall: Total[]
  signature: { name: string; certification: string }
  footer: string
}

const STATUSES: Record<AppointmentStatus, string> = {
  booked: 'Booked',
  confirmed: 'Booked',
  arrived: 'Arrived',
  inSession: 'In session',
  completed: 'Attended',
  cancelled: 'Cancelled',
  cancelledByPractice: 'Cancelled by the practice',
  lateCancelled: 'Late cancellation',
  noShow: 'No-show',
}

export function statementWords({ statement, showAmounts }: StatementPaper): StatementWords {
  const { client, practice, packages, from, through } = statement
  const currency = packages[0]?.currency
  const money: Money = showAmounts && currency !== undefined ? (amount) => formatMoney(amount, currency) : null
  const period = periodWords(from, through)
  const taxWords = statement.pricesIncludeTax ? 'Tax included' : 'Values before tax'
  return {
    fileTitle: `Package usage statement – ${client.name}, ${period}`,
    letterhead: {
      practice: practice.name,
      lines: [...addressLines(practice.address), [practice.phone, practice.email].filter(Boolean).join(' · ')],
      aside: [practice.registration, formatLongDate(statement.madeOn)],
      title: 'Package usage statement',
    },
    facts: [
      {
        label: 'Client',
        name: client.name,
        lines: [...(client.birthDate ? [`born ${formatLongDate(client.birthDate)}`] : []), ...addressLines(client.address)],
      },
      {
        label: 'Insurer',
        lines: client.insurer || client.insurerNumber ? [client.insurer, client.insurerNumber && `Member ${client.insurerNumber}`] : [],
      },
      { label: 'Period', lines: [period, ...(money ? [`All amounts in ${currency}`, taxWords] : [])] },
    ],
    sections: packages.map((p) => section(p, client.name, from, statement.pricesIncludeTax, money)),
    overall: money && packages.length > 1 ? totals(packages, from, statement.pricesIncludeTax, money) : [],
    signature: {
      name: signer(packages) ?? practice.name,
      certification: 'I certify that the services listed as attended were provided on the dates shown.',
    },
    footer: [practice.name, 'Package usage statement', client.name].join(' · '),
  }
}

function section(p: Package, client: string, from: LocalDate, includeTax: boolean, money: Money): Section {
  const columns = visitColumns(p, includeTax, money)
  const [attended, notAttended] = [p.attended, p.notAttended].map((visits) =>
    visits.map((v) => visitRow(v, p, columns, client, money)),
  ) as [Row[], Row[]]
  const handedOver = p.handedOver.map(({ on, product, valueMinor }) => [formatDate(on), product, ...(money ? [money(valueMinor)] : [])])
  const productColumns: Column[] = [
    { title: 'Date' },
    { title: 'Product', grow: 1 },
    ...(money ? [{ title: 'Value', align: 'right' as const }] : []),
  ]
  const bought = [
    p.receivedFrom === null ? `Bought ${formatLongDate(p.boughtOn)}` : `Received ${formatLongDate(p.boughtOn)} from ${p.receivedFrom}`,
    p.invoiceNumber === null ? '' : [`invoice ${p.invoiceNumber}`, ...p.replacedNumbers.map((n) => `in place of ${n}`)].join(', '),
    p.owner !== null ? `${p.prepaid ? 'prepaid' : 'shared'} by ${p.owner}` : money ? p.paidWords : '',
  ]
  return {
    name: p.name,
    states: p.states,
    unlimited: p.unlimited ?? false,
    counts: [p.countWords, p.endWords].filter(Boolean).join(' · '),
    about: bought.filter(Boolean).join(' · '),
    blocks: [
      { heading: null, columns, rows: attended, placedBy: [...attended, ...notAttended] },
      { heading: 'Charged, not attended', columns, rows: notAttended, placedBy: [...attended, ...notAttended] },
      { heading: 'Products handed over', columns: productColumns, rows: handedOver, placedBy: handedOver },
    ].filter((block) => block.rows.length > 0),
    totals: money ? totals([p], from, includeTax, money) : [],
  }
}

function visitColumns(p: Package, includeTax: boolean, money: Money): Column[] {
  const taxed = [...p.attended, ...p.notAttended].some((v) => v.taxMinor !== 0)
  return [
    { title: 'No.' },
    { title: 'Date' },
    { title: 'Time', align: 'right' },
    { title: 'Min.', align: 'right' },
    { title: 'Service', grow: 1 },
    { title: 'Practitioner, licence', grow: 1.15 },
    // Words wrap where three amounts stand beside them.
    money && taxed ? { title: 'Status', grow: 0.75 } : { title: 'Status' },
    ...(money ? [{ title: p.prepaid ? 'Value' : 'Fee', align: 'right' as const }] : []),
    ...(money && taxed ? [{ title: includeTax ? 'Tax in it' : 'Tax', align: 'right' as const }] : []),
    ...(money && taxed && !p.prepaid && !includeTax ? [{ title: 'Billed', align: 'right' as const }] : []),
  ]
}

function visitRow(v: Visit, p: Package, columns: Column[], client: string, money: Money): Row {
  const notes = [
    v.treated && v.treated !== client ? `for ${v.treated}` : '',
    !p.prepaid && v.invoiceNumber !== null ? `invoice ${v.invoiceNumber}` : '',
  ].filter(Boolean)
  const amounts = money ? [money(v.valueMinor), money(v.taxMinor), money(add(v.valueMinor, v.taxMinor))] : []
  const row: Cell[] = [
    v.position === null ? '' : String(v.position),
    formatDate(dayOf(v.at)),
    formatTime(timeOf(v.at)),
    String(v.minutes),
    { text: v.service, notes },
    [v.practitioner, unbroken(v.licence)].filter(Boolean).join(', '),
    STATUSES[v.status],
    ...amounts,
  ]
  return row.slice(0, columns.length)
}

/** The sums of one package, or of all of them. */
function totals(packages: Package[], from: LocalDate, includeTax: boolean, money: (amount: Minor) => string): Total[] {
  const total = (of: (p: Package) => Minor): Minor => sum(packages.map(of))
  const count = (of: (p: Package) => number): number => packages.reduce((n, p) => n + of(p), 0)
  const notAttended = count((p) => p.notAttended.length)
  const handedOver = count((p) => p.handedOver.length)
  const parts: Total[] = [
    {
      label: `Attended, ${plural(
        count((p) => p.attended.length),
        'session',
      )}`,
      amount: money(total((p) => p.attendedMinor)),
    },
    ...(notAttended
      ? [{ label: `Charged, not attended, ${plural(notAttended, 'session')}`, amount: money(total((p) => p.notAttendedMinor)) }]
      : []),
    ...(handedOver ? [{ label: `Products handed over, ${handedOver}`, amount: money(total((p) => p.handedOverMinor)) }] : []),
  ]
  const used = sum([total((p) => p.attendedMinor), total((p) => p.notAttendedMinor), total((p) => p.handedOverMinor)])
  const [tax, billed, paid, refunded, due, notInvoiced] = [
    total((p) => p.taxMinor),
    total((p) => p.billedMinor),
    total((p) => p.paidMinor),
    total((p) => p.refundedMinor),
    total((p) => p.dueMinor),
    total((p) => p.notInvoicedMinor),
  ]
  const prepaid = (label: string, of: (p: Package) => Package['prepaidAtStart']): Total[] => {
    const [sessions, value] = [count((p) => (p.prepaid ? of(p).sessions : 0)), total((p) => of(p).valueMinor)]
    return sessions || value ? [{ label: `${label}, ${plural(sessions, 'session')}`, amount: money(value) }] : []
  }
  const moved = (label: string, of: (p: Package) => Package['movedIn']): Total[] => {
    const [sessions, value] = [count((p) => of(p).sessions), total((p) => of(p).valueMinor)]
    return sessions || value ? [{ label: `${label}, ${plural(sessions, 'session')}`, amount: money(value) }] : []
  }
  const byVisit = packages.filter((p) => !p.prepaid).length
  return [
    ...parts.slice(0, 1),
    ...peopleOf(packages, money),
    ...parts.slice(1),
    ...(parts.length > 1
      ? [
          {
            label: packages.some((p) => p.prepaid) ? 'Used in this period' : 'Fees in this period',
            amount: money(used),
            weight: 'sum' as const,
          },
        ]
      : []),
    ...prepaid(`${due === 0 ? 'Prepaid' : 'Not yet received'} before ${formatLongDate(from)}`, (p) => p.prepaidAtStart),
    ...moved('Brought in from other packages', (p) => p.movedIn),
    ...prepaid(due === 0 && notInvoiced === 0 ? 'Prepaid, not yet received' : 'Not yet received', (p) => p.prepaidAtEnd),
    ...moved('Moved to other packages', (p) => p.movedOut),
    ...(tax === 0 ? [] : [{ label: includeTax ? 'Tax included' : 'Tax', amount: money(tax) }]),
    ...(byVisit
      ? [{ label: byVisit < packages.length ? 'Billed at appointments' : 'Billed', amount: money(billed), weight: 'final' as const }]
      : []),
    ...(packages.every(isPaidByAnother) ? [] : [{ label: 'Paid', amount: money(paid), ...(byVisit ? {} : { weight: 'final' as const }) }]),
    ...(refunded === 0 ? [] : [{ label: 'Refunded', amount: money(refunded) }]),
    ...(due === 0 ? [] : [{ label: 'Not paid yet', amount: money(due) }]),
    ...(notInvoiced === 0 ? [] : [{ label: 'Not invoiced yet', amount: money(notInvoiced) }]),
  ]
}

const isPaidByAnother = ({ owner, prepaid }: Package): boolean => owner !== null && prepaid

/** The attended visits by the person treated, where that was not the client alone. */
function peopleOf(packages: Package[], money: (amount: Minor) => string): Total[] {
  const people = Map.groupBy(
    packages.flatMap((p) => p.byPerson),
    (row) => row.clientId,
  )
  return [...people.values()].map((rows) => ({
    label: `of which for ${rows[0]!.name}, ${plural(
      rows.reduce((n, row) => n + row.sessions, 0),
      'session',
    )}`,
    amount: money(sum(rows.map((row) => row.valueMinor))),
  }))
}

/** A licence stays on one line. */
const unbroken = (text: string): string => text.replace(/ /g, '\u00a0')

/** The one practitioner who gave all visits; where there were several, the practice signs. */
function signer(packages: Package[]): string | undefined {
  const names = new Set(packages.flatMap((p) => p.attended).map((v) => [v.practitioner, v.licence].filter(Boolean).join(', ')))
  return names.size === 1 ? [...names][0] : undefined
}

function periodWords(from: LocalDate, through: LocalDate): string {
  if (from === through) return formatLongDate(from)
  const start = formatLongDate(from)
  return `${from.slice(0, 4) === through.slice(0, 4) ? start.replace(/ \d{4}$/, '') : start} – ${formatLongDate(through)}`
}
