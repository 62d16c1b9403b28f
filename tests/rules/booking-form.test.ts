// What the form of an appointment works out by itself: the service, the end, how it is paid; and the words of an ending.

import { describe, expect, it } from 'vitest'
import {
  type Available,
  type BookingValues,
  chosenItem,
  endAfter,
  feeOf,
  hintFor,
  lengthOf,
  problemsOf,
  onlyPractitioner,
  serviceFor,
  shownOptions,
  slotOfValues,
} from '../../renderer/screens/appointments/booking.ts'
import { endedWords, sessionChoices } from '../../renderer/screens/appointments/ending-words.ts'
import { minor } from '../../shared/money.ts'

const service = (id: number, practitionerIds: number[] = [], active = true) => ({
  id,
  name: `Service ${id}`,
  durationMinutes: 45,
  active,
  practitionerIds,
})

describe('the service', () => {
  it('is the one used last, if the practitioner gives it', () => {
    const services = [service(1, [7]), service(2, [7, 8]), service(3, [8])]
    expect(serviceFor(2, 7, services)).toBe(2)
    expect(serviceFor(3, 7, services)).toBeNull()
    expect(serviceFor(3, null, services)).toBe(3)
  })

  it('is the only one there is to give, and never one that is inactive', () => {
    expect(serviceFor(null, 7, [service(1, [7]), service(2, [8])])).toBe(1)
    expect(serviceFor(1, 7, [service(1, [7], false), service(2, []), service(3, [7])])).toBeNull()
  })
})

it('the practitioner need not be chosen where there is only one', () => {
  const person = (id: number, isPractitioner = true, active = true) => ({ id, isPractitioner, active })
  expect(onlyPractitioner([person(1, false), person(2), person(3, true, false)])).toBe(2)
  expect(onlyPractitioner([person(1), person(2)])).toBeNull()
  expect(onlyPractitioner([person(1, false)])).toBeNull()
})

describe('the time', () => {
  it('ends after the length of the service, at the latest with the day', () => {
    expect(endAfter('10:15', 50)).toBe('11:05')
    expect(endAfter('23:30', 60)).toBe('23:59')
    expect(endAfter('', 45)).toBe('')
  })

  it('is a slot only when it is whole and in order', () => {
    expect(slotOfValues({ day: '2026-11-24', from: '10:00', to: '10:45' })).toEqual({
      startsAt: '2026-11-24T10:00',
      endsAt: '2026-11-24T10:45',
    })
    expect(slotOfValues({ day: '2026-11-24', from: '10:00', to: '10:00' })).toBeNull()
    expect(slotOfValues({ day: '24.11.', from: '10:00', to: '10:45' })).toBeNull()
    expect(lengthOf({ from: '10:00', to: '10:50' })).toBe(50)
    expect(lengthOf({ from: '10:00', to: '' })).toBeNull()
  })
})

describe('how it is paid', () => {
  const option = (clientPackageItemId: number, why: string | null = null) => ({
    clientPackageItemId,
    clientPackageId: 1,
    name: 'Relax 10',
    covers: why === null,
    why,
    remaining: 4,
    total: 10,
    states: [],
    end: null,
    endWords: 'No end',
    feeMinor: minor(0),
    note: 'prepaid, invoice 1107',
    warning: null,
    slotMinutes: null,
    sharedBy: null,
    mayUse: null,
    notes: '',
  })
  const available: Available = {
    options: [option(5), option(6, 'it covers Massage 60, not this service')],
    preselected: 5,
    regularFeeMinor: minor(9000),
    currency: 'CAD',
  }

  it('is what the practice preselects until somebody chooses', () => {
    expect(chosenItem(undefined, available, 'preselect')).toBe(5)
    expect(chosenItem(null, available, 'preselect')).toBeNull()
    expect(chosenItem(undefined, { ...available, preselected: null }, 'never')).toBeNull()
  })

  it('stays open while the practice wants to be asked and there is something to choose', () => {
    expect(chosenItem(undefined, { ...available, preselected: null }, 'ask')).toBeUndefined()
    expect(chosenItem(undefined, { ...available, options: [option(6, 'ended')], preselected: null }, 'ask')).toBeNull()
  })

  it('falls back when the chosen package can no longer be used', () => {
    expect(chosenItem(6, available, 'preselect')).toBe(5)
    expect(chosenItem(6, { ...available, preselected: null }, 'preselect')).toBeNull()
  })

  it('shows those that fit first, and of those that do not only what matters', () => {
    const other = (id: number, clientPackageId: number, covers: boolean, why: string | null) => ({
      ...option(id, why),
      clientPackageId,
      covers,
    })
    const options = [
      other(1, 1, true, null),
      other(2, 1, false, 'not this'),
      other(3, 2, true, 'ended'),
      other(4, 2, false, 'not this'),
      other(5, 3, false, 'not this'),
      other(6, 4, false, 'not this'),
    ]
    const ids = (all: boolean) => shownOptions(options, all).shown.map((o) => o.clientPackageItemId)
    expect(ids(false)).toEqual([1, 3, 5])
    expect(shownOptions(options, false).hidden).toBe(1)
    expect(ids(true)).toEqual([1, 3, 5, 6])
    const spent = { ...option(7, 'no sessions are left'), clientPackageId: 7, covers: true, remaining: 0 }
    expect(shownOptions([option(1), spent], false)).toMatchObject({ shown: [{ clientPackageItemId: 1 }], hidden: 1 })
    expect(shownOptions([spent], false)).toMatchObject({ shown: [{ clientPackageItemId: 7 }], hidden: 0 })
  })

  it('says why none of the client’s packages can pay, when none can', () => {
    const unfit = (fields: object) => ({ ...option(6, 'some reason'), ...fields })
    const hint = (...options: Parameters<typeof hintFor>[0]) => hintFor(options, 'Anna Lee', 'Counselling 50')
    expect(hint()).toBeNull()
    expect(hint(option(5), unfit({}))).toBeNull()
    expect(hint(unfit({ name: 'Family 20' }), unfit({ name: 'Relax 10' }))).toBe(
      'Anna Lee has Family 20 and Relax 10, but not for Counselling 50.',
    )
    expect(hint(unfit({ covers: true, remaining: 0 }))).toBe('Anna Lee has no sessions left on Relax 10.')
    expect(hint(unfit({ covers: true }))).toBe('Anna Lee has Relax 10, but it can’t be used on that day.')
    expect(hint({ ...unfit({ covers: true }), sharedBy: 'Leo Lee', mayUse: 0 })).toBe('Anna Lee may use no more of Relax 10.')
  })

  it('says what the visit will cost', () => {
    expect(feeOf(5, available)).toBe(0)
    expect(feeOf(null, available)).toBe(9000)
    expect(feeOf(undefined, available)).toBeNull()
    expect(feeOf(null, undefined)).toBeNull()
  })
})

it('names every field that is missing', () => {
  const nothing: BookingValues = {
    client: null,
    serviceId: null,
    practitionerId: null,
    day: null,
    from: '',
    to: '',
    item: undefined,
    note: '',
  }
  expect(problemsOf(nothing, 'patient')).toEqual({
    client: 'Choose a patient.',
    serviceId: 'Choose a service.',
    practitionerId: 'Choose a practitioner.',
    day: 'Enter a date.',
    from: 'Enter when it starts.',
  })
  const backwards = {
    ...nothing,
    client: { id: 1, givenName: 'Anna', familyName: 'Lee' },
    serviceId: 1,
    practitionerId: 1,
    day: '2026-11-24',
    from: '10:00',
    to: '9:00',
  }
  expect(problemsOf(backwards, 'client')).toEqual({ from: 'Enter when it ends.' })
  expect(problemsOf({ ...backwards, to: '09:00' }, 'client')).toEqual({ from: 'The end must be after the start.' })
})

describe('an ending', () => {
  const facts = {
    rule: 'return' as const,
    packageName: 'Relax 10',
    afterReturn: 8,
    lapsesAtOnce: false,
    feeMinor: minor(9040),
    currency: 'CAD',
  }

  it('says beforehand what becomes of the session', () => {
    const [back, kept] = sessionChoices(facts)
    expect(back).toMatchObject({ detail: '1 session goes back to Relax 10 → 8 left', badge: 'The rule' })
    expect(kept.detail).toBe('Counts as used, 90.40 is charged')
    expect(sessionChoices({ ...facts, feeMinor: minor(0) })[1].detail).toBe('Counts as used, nothing more is charged')
    expect(sessionChoices({ ...facts, lapsesAtOnce: true })[0].detail).toContain('it lapses at once')
  })

  it('says afterwards what became of it', () => {
    expect(endedWords('Anna Lee', 'noShow', 'forfeit', facts)).toBe('Anna Lee is marked as a no-show. 1 session of Relax 10 is kept.')
    expect(endedWords('Anna Lee', 'cancelled', 'return', facts)).toBe(
      'The appointment of Anna Lee is cancelled. Relax 10: 8 sessions left.',
    )
    expect(endedWords('Anna Lee', 'cancelled', 'return', { ...facts, afterReturn: null })).toBe(
      'The appointment of Anna Lee is cancelled. Relax 10: the session went back.',
    )
    expect(endedWords('Anna Lee', 'lateCancelled', null, { ...facts, packageName: null })).toBe(
      'The appointment of Anna Lee is cancelled late.',
    )
  })
})
