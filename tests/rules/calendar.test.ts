// What the calendar draws and says: columns and tiles from what was read, words for the ear and for notices.

import { describe, expect, it } from 'vitest'
import { firstOf, lanesByTile, slotBeside } from '../../renderer/components/day-grid/standing.ts'
import { columnsOfDay, columnsOfWeek, gridTile, instantOf, slotOf } from '../../renderer/screens/appointments/calendar-columns.ts'
import {
  bookedWords,
  changedWords,
  dayHeading,
  describeTile,
  loadWords,
  type TileData,
  weekHeading,
} from '../../renderer/screens/appointments/calendar-words.ts'
import { localDate, localDateTime, localTime } from '../../shared/dates.ts'

const DAY = localDate('2026-11-24')
const at = (time: string, day = '2026-11-24') => localDateTime(`${day}T${time}`)

const tile = (fields: Partial<TileData> = {}): TileData => ({
  id: 1,
  startsAt: at('08:30'),
  endsAt: at('09:15'),
  busyUntil: at('09:30'),
  practitionerId: 7,
  clientId: 3,
  clientName: 'Anna Lee',
  serviceId: 4,
  serviceName: 'Physio 45',
  status: 'completed',
  packageName: 'Relax 10',
  count: { position: 7, of: 10 },
  unpaid: false,
  hasNote: false,
  ...fields,
})
const jonas = {
  id: 7,
  name: 'Jonas Berg',
  specialty: 'Physiotherapy',
  hours: [
    { day: DAY, fromTime: localTime('08:00'), toTime: localTime('12:00') },
    { day: DAY, fromTime: localTime('13:00'), toTime: localTime('17:00') },
  ],
}
const asked = { today: DAY, mayBook: () => true, hasHours: () => true }

describe('words', () => {
  it('say all that a tile shows, in one sentence for the ear', () => {
    expect(describeTile(tile(), 'with Jonas Berg')).toBe('Anna Lee, 8:30 to 9:15, Physio 45, completed, Relax 10, 7 of 10, with Jonas Berg')
    const bare = tile({ packageName: null, count: null, status: 'noShow', unpaid: true, hasNote: true })
    expect(describeTile(bare, 'on Tuesday 24 November')).toBe(
      'Anna Lee, 8:30 to 9:15, Physio 45, no-show, unpaid, has a note, on Tuesday 24 November',
    )
    expect(describeTile(tile({ count: { position: 3, of: null } }), '')).toContain('visit 3')
  })

  it('give the year only where it is another one, and both months of a week that has two', () => {
    expect(dayHeading(DAY, DAY)).toBe('Tuesday 24 November')
    expect(dayHeading(localDate('2027-01-05'), DAY)).toBe('Tuesday 5 January 2027')
    expect(weekHeading(localDate('2026-11-23'))).toBe('23 – 29 November 2026')
    expect(weekHeading(localDate('2026-11-30'))).toBe('30 November – 6 December 2026')
    expect(weekHeading(localDate('2026-12-28'))).toBe('28 December 2026 – 3 January 2027')
  })

  it('tell how full a day is', () => {
    expect(loadWords(270, 480)).toBe('4½ of 8 h')
    expect(loadWords(45, 480)).toBe('¾ of 8 h')
    expect(loadWords(0, 480)).toBe('0 of 8 h')
    expect(loadWords(0, 0)).toBe('not in')
    expect(loadWords(60, 0)).toBe('1 h, not in')
    expect(loadWords(60, 1440)).toBe('1 h booked')
  })

  it('say what a booking and a change did', () => {
    const booked = { clientName: 'Anna Lee', startsAt: at('10:00'), session: { packageName: 'Talk 8', remaining: 3 } }
    expect(bookedWords(booked, DAY)).toBe('Anna Lee is booked today at 10:00 · Talk 8, 3 left.')
    expect(bookedWords({ ...booked, session: null }, localDate('2026-11-23'))).toBe('Anna Lee is booked tomorrow at 10:00.')
    const before = { clientName: 'Anna Lee', practitionerId: 7, practitionerName: 'Jonas Berg', startsAt: at('10:00'), endsAt: at('10:45') }
    const after = { ...before, droppedPackage: null }
    expect(changedWords(before, { ...after, startsAt: at('11:00'), endsAt: at('11:45') })).toBe('Anna Lee moved to 11:00.')
    expect(changedWords(before, { ...after, practitionerId: 8, practitionerName: 'Kim Alvarez' })).toBe(
      'Anna Lee moved to 10:00 with Kim Alvarez.',
    )
    expect(changedWords(before, { ...after, endsAt: at('11:00') })).toBe('Anna Lee now ends at 11:00.')
    expect(changedWords(before, after)).toBe('The appointment of Anna Lee is changed.')
    const elsewhere = { ...after, startsAt: at('10:00', '2026-11-26'), endsAt: at('10:45', '2026-11-26'), droppedPackage: 'Relax 10' }
    expect(changedWords(before, elsewhere)).toBe(
      'Anna Lee moved to Thu 26 Nov, 10:00. Relax 10 does not hold there: the regular fee applies.',
    )
  })
})

describe('columns and tiles', () => {
  it('are the practitioners of a day, with their hours and how full they are', () => {
    const [column] = columnsOfDay([jonas], [tile(), tile({ id: 2, status: 'cancelled' })], DAY, asked)
    expect(column).toMatchObject({
      key: '7',
      title: 'Jonas Berg',
      subtitle: 'Physiotherapy · ¾ of 8 h',
      spoken: 'with Jonas Berg',
      isNow: true,
      bookable: true,
    })
    expect(column!.open).toEqual([
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ])
  })

  it('are the days of a week, only one of which is today', () => {
    const columns = columnsOfWeek(jonas, [tile()], localDate('2026-11-23'), asked)
    expect(columns.map((c) => c.key)).toHaveLength(7)
    expect(columns.filter((c) => c.isNow).map((c) => c.key)).toEqual([DAY])
    expect(columns.map((c) => c.subtitle).slice(0, 2)).toEqual(['not in', '¾ of 8 h'])
  })

  it('leave every hour open for someone without working hours', () => {
    const [column] = columnsOfDay([{ ...jonas, hours: [] }], [], DAY, { ...asked, hasHours: () => false })
    expect(column!.open).toEqual([{ from: 0, to: 1440 }])
  })

  it('keep the break after an appointment busy, and free the time of a cancelled one', () => {
    expect(gridTile(tile(), '7', '', true)).toMatchObject({ from: 510, to: 555, busyUntil: 570, gone: false })
    expect(gridTile(tile({ status: 'lateCancelled' }), '7', '', false)).toMatchObject({ busyUntil: 555, gone: true })
    expect(gridTile(tile({ status: 'noShow' }), '7', '', false)).toMatchObject({ busyUntil: 555, gone: false })
  })

  it('end at midnight for what goes on after it', () => {
    const late = tile({ startsAt: at('23:30'), endsAt: at('00:30', '2026-11-25'), busyUntil: at('00:45', '2026-11-25') })
    expect(gridTile(late, '7', '', true)).toMatchObject({ from: 1410, to: 1440, busyUntil: 1440 })
    expect(instantOf(DAY, 1440)).toBe('2026-11-25T00:00')
  })

  it('turn a place back into a practitioner and a time, in a day and in a week', () => {
    const time = { from: 600, to: 645 }
    expect(slotOf({ column: '7', ...time }, { kind: 'day', day: DAY })).toEqual({
      practitionerId: 7,
      startsAt: at('10:00'),
      endsAt: at('10:45'),
    })
    expect(slotOf({ column: '2026-11-26', ...time }, { kind: 'week', practitionerId: 7 })).toEqual({
      practitionerId: 7,
      startsAt: at('10:00', '2026-11-26'),
      endsAt: at('10:45', '2026-11-26'),
    })
  })
})

describe('where the keyboard begins', () => {
  const columns = columnsOfDay([jonas, { ...jonas, id: 8 }], [], DAY, asked)
  const tiles = [
    gridTile(tile({ id: 2 }), '8', '', true),
    gridTile(tile({ id: 1, startsAt: at('10:00'), endsAt: at('10:45'), busyUntil: at('10:45') }), '7', '', true),
  ]
  const busy = (column: string) => tiles.filter((t) => t.column === column).map((t) => ({ from: t.from, to: t.busyUntil }))

  it('is the first tile of the first column that has one', () => {
    expect(firstOf(tiles, columns)?.id).toBe(1)
    expect(lanesByTile(tiles).get(2)).toEqual({ lane: 0, lanes: 1 })
  })

  it('is the free slot after the tile that had the focus, and its break', () => {
    expect(slotBeside(tiles[0], columns, null, busy)).toEqual({ column: '8', from: 570, to: 585 })
  })

  it('is now when no tile had it, and nowhere for somebody who may not book', () => {
    expect(slotBeside(undefined, columns, 682, busy)).toEqual({ column: '7', from: 675, to: 690 })
    expect(
      slotBeside(
        undefined,
        columns.map((c) => ({ ...c, bookable: false })),
        682,
        busy,
      ),
    ).toBeUndefined()
  })
})
