// What a client package's card says, in words.

import { expect, it } from 'vitest'
import {
  type ClientPackage,
  countWords,
  factsOf,
  holdLines,
  type Item,
  leftWords,
  pipWords,
  scheduledWords,
  sharingWords,
  spanWords,
  stateOf,
} from '../../renderer/components/client-package/client-package-words.ts'
import { moneyIn } from '../../renderer/components/use-money.ts'
import { adjustWords } from '../../renderer/components/client-package/change/adjust-words.ts'
import { endChangeWords, heldEndWords } from '../../renderer/components/client-package/change/end-words.ts'
import { leftOf } from '../../renderer/screens/client-packages/sold-words.ts'
import { localDate, localDateTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'

const money = moneyIn('CAD')
const today = localDate('2026-11-21')
const pip = (state: Item['pips'][number]['state'], at: string | null = null): Item['pips'][number] => ({
  sessionId: 1,
  number: 1,
  state,
  valueMinor: minor(7_500),
  at: at === null ? null : localDateTime(at),
  appointmentId: null,
  practitioner: at === null ? null : 'Jonas Berg',
  clientId: at === null ? null : 1,
  clientName: at === null ? null : 'Anna Lee',
})
const item: Item = {
  id: 1,
  label: 'Physio 45',
  isProduct: false,
  serviceIds: [1],
  unlimited: false,
  total: 10,
  remaining: 3,
  bookedAhead: 1,
  used: 5,
  forfeited: 1,
  lapsed: 0,
  moved: false,
  pips: [pip('used', '2026-08-04T08:30'), pip('booked', '2026-11-24T08:30'), pip('available')],
}
const owned: ClientPackage = {
  id: 1,
  clientId: 1,
  ownerName: 'Anna Lee',
  packageId: 1,
  name: 'Relax 10',
  state: 'active',
  paymentStyle: 'upfront',
  currency: 'CAD',
  priceMinor: minor(80_000),
  chargeMinor: minor(75_000),
  discountRate: 0,
  toComeMinor: minor(30_000),
  paidMinor: minor(75_000),
  totalMinor: minor(75_000),
  dueMinor: minor(0),
  purchasedOn: localDate('2026-08-04'),
  validFrom: null,
  end: localDate('2027-03-31'),
  endWords: '31 Mar 2027',
  manualEnd: null,
  holds: [],
  soldBy: 'Mara Ruiz',
  cancellation: null,
  invoice: { id: 1, number: 1042, payerId: 1 },
  payerName: null,
  nextInstalment: null,
  awaitsInvoice: false,
  chargeReason: '',
  nextVisitAt: localDateTime('2026-11-24T08:30'),
  notes: '',
  broughtInMinor: minor(0),
  cameFrom: [],
  movedTo: [],
  authorisations: [],
  sharedWith: [],
  items: [item],
}

it('says what is left first, then booked ahead, used and forfeited', () => {
  expect(countWords(item, today)).toEqual({ lead: '3 left', rest: '1 booked ahead · 5 used · 1 forfeited' })
  expect(countWords({ ...item, total: 20, remaining: 7 }, today).lead).toBe('7 of 20 left')
  expect(countWords({ ...item, unlimited: true }, today).lead).toBe('Unlimited')
})

it('says of a product what was handed over, and when the last piece was', () => {
  const belt = {
    ...item,
    isProduct: true,
    total: 1,
    used: 1,
    remaining: 0,
    bookedAhead: 0,
    forfeited: 0,
    pips: [pip('used', '2026-06-02T00:00')],
  }
  expect(countWords(belt, today)).toEqual({ lead: '', rest: 'handed over 2 Jun' })
  expect(countWords({ ...belt, total: 2, remaining: 1 }, today)).toEqual({ lead: '1 to hand over', rest: '1 handed over' })
})

it('says in a table what is left and booked, and of a product that lapsed just that', () => {
  expect(leftWords(item, today)).toBe('3 left · 1 booked')
  expect(leftWords({ ...item, bookedAhead: 0 }, today)).toBe('3 left')
  const belt = { ...item, isProduct: true, total: 1, used: 0, remaining: 0, bookedAhead: 0, forfeited: 0, lapsed: 1 }
  expect(leftWords(belt, today)).toBe('1 lapsed')
  expect(leftWords({ ...belt, remaining: 1, lapsed: 0 }, today)).toBe('1 to hand over')
})

it('tells of a session its day, its practitioner and its worth, and who took it when it was not the owner', () => {
  expect(pipWords(pip('used', '2026-11-10T08:30'), item, owned, { money, today, ownerName: 'Anna Lee' })).toBe(
    '10 Nov · Jonas Berg\nused · worth 75.00',
  )
  expect(pipWords(pip('used', '2025-11-10T08:30'), item, owned, { money, today, ownerName: 'Leo Rossi' })).toBe(
    '10 Nov 2025 · Jonas Berg · Anna Lee\nused · worth 75.00',
  )
  expect(pipWords(pip('available'), item, owned, { money, today, ownerName: '' })).toBe('free · worth 75.00')
})

it('warns from fourteen days before the end', () => {
  const wordsOn = (day: string) => stateOf(owned, localDate(day))
  expect(wordsOn('2027-03-16')).toEqual({ words: 'Active', tone: 'good' })
  expect(wordsOn('2027-03-17')).toEqual({ words: 'Expires in 14 days', tone: 'warn' })
  expect(wordsOn('2027-03-30')).toEqual({ words: 'Expires tomorrow', tone: 'warn' })
  expect(wordsOn('2027-03-31')).toEqual({ words: 'Last day today', tone: 'warn' })
})

it('shows the discount beside the charge and what is due beside the paid amount', () => {
  const facts = factsOf({ ...owned, paidMinor: minor(50_000), dueMinor: minor(25_000) }, money)
  expect(facts).toContainEqual({ label: 'Charge', value: '750.00', note: '800.00 less 50.00' })
  expect(facts).toContainEqual({ label: 'Paid', value: '500.00', note: '250.00 due', tone: 'warn' })
  expect(facts).toContainEqual({ label: 'Valid until', value: '31 Mar 2027', isEnd: true })
})

it('shows no amounts for a package paid at each appointment', () => {
  expect(factsOf({ ...owned, paymentStyle: 'eachAppointment' }, money).map((fact) => fact.label)).toEqual(['Valid until', 'Paid', 'Next'])
})

it('says until when it is on hold, and names every hold that runs or is to come', () => {
  const held = (fromDay: string, throughDay: string | null, reason = '') => ({
    id: 1,
    fromDay: localDate(fromDay),
    throughDay: throughDay === null ? null : localDate(throughDay),
    reason,
  })
  const onHold = {
    ...owned,
    state: 'onHold' as const,
    holds: [held('2026-11-10', '2026-12-05', 'Surgery'), held('2026-01-01', '2026-01-09')],
  }
  expect(stateOf(onHold, today)).toEqual({ words: 'On hold until 5 Dec', tone: 'warn' })
  expect(holdLines(onHold, today)).toEqual(['On hold from 10 Nov 2026 through 5 Dec 2026: Surgery'])
  const open = { ...onHold, holds: [held('2026-11-10', null)] }
  expect(stateOf(open, today).words).toBe('On hold')
  expect(holdLines(open, today)).toEqual(['On hold from 10 Nov 2026 until further notice'])
})

it('says what a hold does to the end: moves it, unless it was set by hand or there is none', () => {
  const moves = { before: '31 Mar 2027', after: '14 Apr 2027' }
  expect(heldEndWords(moves, owned, false)).toBe('Its end: 31 Mar 2027 → 14 Apr 2027')
  expect(heldEndWords(moves, owned, true)).toBe('Its end: 31 Mar 2027 → 14 Apr 2027, and on with each day')
  const stays = { before: '31 Mar 2027', after: '31 Mar 2027' }
  expect(heldEndWords(stays, { ...owned, manualEnd: owned.end }, true)).toBe('Its end stays 31 Mar 2027: it was set by hand.')
  expect(heldEndWords({ before: 'No end', after: 'No end' }, { ...owned, end: null }, false)).toBe('It has no end that would move.')
  const waiting = { before: '90 days after first use', after: '90 days after first use' }
  expect(heldEndWords(waiting, { ...owned, end: null }, false)).toBe('Its end: 90 days after first use, and the days on hold more.')
  expect(endChangeWords(stays)).toBe('Its end stays: 31 Mar 2027.')
  expect(endChangeWords(moves)).toBe('31 Mar 2027 → 14 Apr 2027')
})

it('counts nothing as left of an unlimited one that has ended, in the list as in the file', () => {
  const unlimited = [{ ...item, unlimited: true }]
  expect(leftOf({ items: unlimited, state: 'active' })).toBe('∞')
  expect(leftOf({ items: unlimited, state: 'expired' })).toBe('0')
  expect(leftOf({ items: [{ ...item, unlimited: true, moved: true }, item], state: 'active' })).toBe('0 · 3')
})

it('gives a spent one the months from its sale to its last session', () => {
  expect(spanWords(owned)).toBe('Aug – Nov 2026')
  expect(spanWords({ ...owned, purchasedOn: localDate('2025-12-30') })).toBe('Dec 2025 – Nov 2026')
})

it('says how much is scheduled, while anything is left to schedule', () => {
  expect(scheduledWords(owned)).toBe('7 of 10 scheduled, 3 to schedule')
  expect(scheduledWords({ ...owned, items: [{ ...item, remaining: 0 }] })).toBeNull()
  expect(scheduledWords({ ...owned, items: [{ ...item, unlimited: true }] })).toBeNull()
  expect(scheduledWords({ ...owned, state: 'expired' })).toBeNull()
})

it('says of instalments what falls due next, and since when it is overdue', () => {
  const next = { dueOn: localDate('2026-12-01'), amountMinor: minor(16_667), isOverdue: false }
  const noteOf = (isOverdue: boolean) =>
    factsOf({ ...owned, dueMinor: minor(33_333), nextInstalment: { ...next, isOverdue } }, money).find((f) => f.label === 'Paid')?.note
  expect(noteOf(false)).toBe('166.67 due 1 Dec')
  expect(noteOf(true)).toBe('166.67 overdue since 1 Dec')
})

it('says to the owner who shares it and how much they took, and to the others who shares it and how much is left for them', () => {
  const shared = {
    ...owned,
    ownerName: 'Leo Lee',
    sharedWith: [
      { clientId: 2, name: 'Anna Lee', cap: 3, taken: 2 },
      { clientId: 3, name: 'Mia Lee', cap: null, taken: 4 },
    ],
  }
  expect(sharingWords(shared, 1)).toBe('Shared with Anna Lee (2 of 3), Mia Lee (4 so far)')
  expect(sharingWords(shared, 2)).toBe('Shared by Leo Lee · Anna Lee may use 1 more')
  expect(sharingWords(shared, 3)).toBe('Shared by Leo Lee')
  expect(sharingWords(owned, 1)).toBe('')
  expect(factsOf(shared, money, 2).map((f) => f.label)).toEqual(['Valid until', 'Next'])
})

it('says what adding and taking off makes of it, and that what is added after the end lapses at once', () => {
  const of = { free: 2, after: 3, kind: 'add' as const, endedOn: null }
  expect(adjustWords(of)).toBe('2 left → 3 left. Added sessions are worth nothing: the charge stays.')
  expect(adjustWords({ ...of, after: 1, kind: 'takeOff' })).toBe(
    '2 left → 1 left. The charge stays; what is taken off keeps its value in the books.',
  )
  expect(adjustWords({ ...of, after: -1, kind: 'takeOff' })).toBe('Only 2 sessions are free.')
  expect(adjustWords({ ...of, free: 0, after: 1, endedOn: '31 Mar 2027' })).toBe(
    'It ended on 31 Mar 2027, so what is added lapses at once, until its end is changed.',
  )
})
