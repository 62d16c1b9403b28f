// Statements and invoices as the services would give them: the worked examples W1, W9 and W16, and makers with defaults.

import type { InvoicePaper, StatementPaper } from '../../electron/host.ts'
import { addDays, localDate, localDateTime } from '../../shared/dates.ts'
import { type Minor, minor, sum } from '../../shared/money.ts'

type Statement = StatementPaper['statement']
type Package = Statement['packages'][number]
type Visit = Package['attended'][number]
type Invoice = InvoicePaper['invoice']
type Line = Invoice['lines'][number]

export const practice: Statement['practice'] = {
  name: 'Harbour Street Practice',
  address: '12 Harbour Street\nVancouver BC V6C 1A1',
  phone: '604 555 0100',
  email: 'desk@harbourstreet.example',
  registration: 'GST 81234 5678 RT0001',
}
const anna: Statement['client'] = {
  id: 7,
  name: 'Anna Lee',
  birthDate: localDate('1986-03-14'),
  address: '4 Mill Lane\nVancouver BC V5K 0A1',
  insurer: 'Sun Mutual',
  insurerNumber: '88-2041',
}

export function makeVisit(at: string, position: number, values: Partial<Visit> = {}): Visit {
  return {
    position,
    at: localDateTime(at),
    minutes: 45,
    service: 'Physio 45',
    practitioner: 'Jonas Berg',
    licence: 'PT 20417',
    treated: 'Anna Lee',
    status: 'completed',
    valueMinor: minor(0),
    taxMinor: minor(0),
    invoiceNumber: null,
    ...values,
  }
}

const valueOf = (visits: readonly { valueMinor: Minor }[]): Minor => sum(visits.map((v) => v.valueMinor))

export function makePackage(values: Partial<Package> = {}): Package {
  const { attended = [], notAttended = [], handedOver = [] } = values
  return {
    clientPackageId: 1,
    name: 'Relax 6',
    currency: 'CAD',
    boughtOn: localDate('2026-03-02'),
    receivedFrom: null,
    invoiceNumber: 1042,
    replacedNumbers: [],
    owner: null,
    paidWords: '500.00 paid by card on 2 March 2026',
    endWords: 'no end',
    prepaid: true,
    unlimited: false,
    states: ['used', 'used', 'available', 'available', 'available', 'available'],
    countWords: '2 attended · 4 left',
    attended,
    notAttended,
    handedOver,
    byPerson: [],
    attendedMinor: valueOf(attended),
    notAttendedMinor: valueOf(notAttended),
    handedOverMinor: valueOf(handedOver),
    dueMinor: minor(0),
    notInvoicedMinor: minor(0),
    prepaidAtStart: { sessions: 0, valueMinor: minor(0) },
    prepaidAtEnd: { sessions: 0, valueMinor: minor(0) },
    movedIn: { sessions: 0, valueMinor: minor(0) },
    movedOut: { sessions: 0, valueMinor: minor(0) },
    paidMinor: minor(0),
    refundedMinor: minor(0),
    taxMinor: minor(0),
    billedMinor: minor(0),
    ...values,
  }
}

export function makeStatement(values: Partial<Statement> = {}, showAmounts = true): StatementPaper {
  return {
    kind: 'statement',
    showAmounts,
    statement: {
      client: anna,
      practice,
      from: localDate('2026-01-01'),
      through: localDate('2026-11-21'),
      madeOn: localDate('2026-11-21'),
      pricesIncludeTax: false,
      paper: 'A4',
      packages: [],
      ...values,
    },
  }
}

/** W1 before the booking of 26 March: attended 166.67, charged and not attended 83.34, prepaid 249.99, paid 500.00. */
export const packageW1 = makePackage({
  states: ['used', 'forfeited', 'used', 'booked', 'available', 'available'],
  countWords: '2 attended · 1 charged, not attended · 1 booked · 2 left',
  endWords: 'valid until 31 March 2027',
  attended: [
    makeVisit('2026-03-03T08:30', 1, { valueMinor: minor(8334), invoiceNumber: 1043 }),
    makeVisit('2026-03-24T08:30', 3, { valueMinor: minor(8333), invoiceNumber: 1045 }),
  ],
  notAttended: [makeVisit('2026-03-10T08:30', 2, { valueMinor: minor(8334), status: 'lateCancelled', invoiceNumber: 1044 })],
  prepaidAtEnd: { sessions: 3, valueMinor: minor(24999) },
  paidMinor: minor(50000),
})

/** W9: paid each appointment at 80.00 and 13 %: attended 80.00, charged and not attended 80.00, tax 20.80, billed 180.80. */
export const packageW9 = makePackage({
  clientPackageId: 2,
  name: 'Back 6',
  boughtOn: localDate('2026-02-02'),
  invoiceNumber: 1051,
  paidWords: '',
  prepaid: false,
  states: ['used', 'forfeited', 'available', 'available', 'available', 'available'],
  countWords: '1 attended · 1 charged, not attended · 4 left',
  endWords: 'no end',
  attended: [makeVisit('2026-02-06T14:00', 1, { valueMinor: minor(8000), taxMinor: minor(1040), invoiceNumber: 1052 })],
  notAttended: [
    makeVisit('2026-02-20T14:00', 2, { valueMinor: minor(8000), taxMinor: minor(1040), invoiceNumber: 1053, status: 'lateCancelled' }),
  ],
  taxMinor: minor(2080),
  billedMinor: minor(18080),
  paidMinor: minor(9040),
})

/** W16 over 2026: prepaid at the start 333.32, attended 249.99, prepaid at the end 83.33, paid 0.00. */
export const packageW16 = makePackage({
  boughtOn: localDate('2025-11-04'),
  paidWords: '500.00 paid by card on 4 November 2025',
  states: ['used', 'used', 'used', 'used', 'used', 'available'],
  countWords: '3 attended · 1 left',
  attended: [
    makeVisit('2026-01-13T09:15', 3, { valueMinor: minor(8333) }),
    makeVisit('2026-02-10T09:15', 4, { valueMinor: minor(8333) }),
    makeVisit('2026-03-10T09:15', 5, { valueMinor: minor(8333) }),
  ],
  prepaidAtStart: { sessions: 4, valueMinor: minor(33332) },
  prepaidAtEnd: { sessions: 1, valueMinor: minor(8333) },
})

/** A package of many visits, one a day, each worth 45.10. */
export function manyVisits(count: number): Package {
  const first = localDate('2026-01-02')
  const attended = Array.from({ length: count }, (_, i) =>
    makeVisit(`${addDays(first, i)}T08:30`, i + 1, {
      valueMinor: minor(4510),
      service: i % 7 === 0 ? 'Physiotherapy with exercise, extended first assessment' : 'Physio 45',
      practitioner: i % 3 === 0 ? 'Ida Holm' : 'Jonas Berg',
      licence: i % 3 === 0 ? 'PT 31180' : 'PT 20417',
    }),
  )
  return makePackage({
    name: `Year ${count}`,
    states: attended.map(() => 'used'),
    countWords: `${count} attended · 0 left`,
    attended,
    paidMinor: minor(4510 * count),
  })
}

export function makeLine(values: Partial<Line> = {}): Line {
  const unitPriceMinor = values.unitPriceMinor ?? minor(50000)
  const quantity = values.quantity ?? 1
  const discountMinor = values.discountMinor ?? minor(0)
  return {
    id: 1,
    kind: 'package',
    description: 'Relax 6: 6 × Physio 45',
    quantity,
    unitPriceMinor,
    discountMinor,
    discountReason: '',
    amountMinor: minor(unitPriceMinor * quantity - discountMinor),
    adjustmentReason: null,
    taxes: [],
    ...values,
  }
}

/** Invoice 1042 of W5: Relax 6, 500.00 and 13 % tax, 565.00 paid by card. */
export function makeInvoice(values: Partial<Invoice> = {}, paper: Partial<InvoicePaper['practice']> = {}): InvoicePaper {
  const gst = { name: 'HST', rate: 13_000, taxMinor: minor(6500) }
  const day = localDate('2026-03-02')
  const invoice: Invoice = {
    id: 1,
    mark: '',
    number: 1042,
    kind: 'sale',
    state: 'paid',
    publishedOn: day,
    dueOn: day,
    clientId: 7,
    clientName: 'Anna Lee',
    words: 'Relax 6',
    currency: 'CAD',
    totalMinor: minor(56500),
    paidMinor: minor(56500),
    lossMinor: minor(0),
    dueMinor: minor(0),
    treatedClientId: 7,
    treatedClientName: 'Anna Lee',
    payerChosen: false,
    replaces: null,
    replacedBy: null,
    appointmentId: null,
    relatedInvoice: null,
    pricesIncludeTax: false,
    lines: [makeLine({ taxes: [gst] })],
    netMinor: minor(50000),
    taxes: [gst],
    taxMinor: minor(6500),
    plan: [],
    payments: [
      {
        id: 1,
        method: 'card',
        amountMinor: minor(56500),
        allocatedMinor: minor(56500),
        receivedOn: day,
        reversed: false,
        reverses: false,
        reason: '',
        staffName: 'Rosa Lind',
      },
    ],
    ...values,
  }
  return {
    kind: 'invoice',
    invoice,
    practice: { ...practice, paper: 'A4', country: 'CA', ...paper },
    client: { name: invoice.clientName, address: anna.address },
  }
}
