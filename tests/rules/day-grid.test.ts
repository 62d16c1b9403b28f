// The layout of the day grid: snapping, lanes, closed time, where arrows lead.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as layout from '../../renderer/components/day-grid/layout.ts'
import { endOfColumn, freeFrom, slotTowards, tileTowards } from '../../renderer/components/day-grid/reach.ts'

const at = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1])
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
const arbitrarySpan = fc
  .tuple(fc.integer({ min: 0, max: 1425 }), fc.integer({ min: 5, max: 300 }))
  .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }))

describe('snapping', () => {
  it('draws an hour 68 pixels high', () => {
    expect(layout.toPx(60)).toBe(68)
    expect(layout.toPx(15)).toBe(17)
    expect(layout.toMinutes(layout.toPx(45))).toBe(45)
  })

  it('takes a click for the quarter hour it falls in', () => {
    expect(layout.stepAt(at('10:14'))).toBe(at('10:00'))
    expect(layout.stepAt(at('10:15'))).toBe(at('10:15'))
    expect(layout.stepAt(-20)).toBe(0)
    expect(layout.stepAt(9999)).toBe(at('23:45'))
  })

  it('draws a new appointment upwards as well as downwards, never shorter than a quarter hour', () => {
    expect(layout.drawn(at('10:05'), at('10:40'))).toEqual(span('10:00', '10:45'))
    expect(layout.drawn(at('10:40'), at('10:05'))).toEqual(span('10:00', '10:45'))
    expect(layout.drawn(at('10:05'), at('10:06'))).toEqual(span('10:00', '10:15'))
  })

  it('moves by quarter hours, keeps an odd start and length, and stays within the day', () => {
    expect(layout.moved(span('10:10', '10:50'), 22)).toEqual(span('10:25', '11:05'))
    expect(layout.moved(span('23:00', '23:45'), 120)).toEqual(span('23:15', '24:00'))
    expect(layout.moved(span('0:30', '1:00'), -300)).toEqual(span('0:00', '0:30'))
  })

  it('never makes an appointment shorter than a quarter hour or longer than the day', () => {
    expect(layout.resized(span('10:00', '10:45'), at('10:58'))).toEqual(span('10:00', '11:00'))
    expect(layout.resized(span('10:00', '10:45'), at('9:00'))).toEqual(span('10:00', '10:15'))
    expect(layout.resized(span('23:30', '23:45'), 2000)).toEqual(span('23:30', '24:00'))
  })

  it('finds the column under a pointer, also beyond the edges', () => {
    expect([-5, 0, 249, 250, 999, 1200].map((x) => layout.columnAt(x, 1000, 4))).toEqual([0, 0, 0, 1, 3, 3])
  })

  it('writes times as people do', () => {
    expect([0, at('8:05'), at('16:30'), 1440].map(layout.clockOf)).toEqual(['0:00', '8:05', '16:30', '24:00'])
  })
})

describe('lanes', () => {
  it('gives appointments that only touch the whole width', () => {
    expect(layout.lanesOf([span('9:00', '9:45'), span('9:45', '10:30')])).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ])
  })

  it('puts overlapping ones side by side and uses a lane again when it is free', () => {
    const lanes = layout.lanesOf([span('9:00', '11:00'), span('9:30', '10:00'), span('10:00', '10:30'), span('11:00', '11:30')])
    expect(lanes).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 1 },
    ])
  })

  it('never draws two overlapping appointments over each other', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySpan, { maxLength: 30 }), (spans) => {
        const lanes = layout.lanesOf(spans)
        for (const [i, a] of spans.entries()) {
          expect(lanes[i]!.lane).toBeLessThan(lanes[i]!.lanes)
          for (const [j, b] of spans.entries()) {
            if (i === j || a.from >= b.to || b.from >= a.to) continue
            expect(lanes[i]!.lane).not.toBe(lanes[j]!.lane)
            expect(lanes[i]!.lanes).toBe(lanes[j]!.lanes)
          }
        }
      }),
    )
  })
})

describe('closed time', () => {
  it('is before, between and after the working hours, and a gap around noon is lunch', () => {
    expect(layout.bandsOf([span('13:00', '17:00'), span('9:00', '12:00')])).toEqual([
      { ...span('0:00', '9:00'), label: '' },
      { ...span('12:00', '13:00'), label: 'Lunch' },
      { ...span('17:00', '24:00'), label: '' },
    ])
  })

  it('has no name when the gap is long, early or late', () => {
    const labels = layout
      .bandsOf([span('7:00', '8:00'), span('9:00', '12:00'), span('15:00', '16:00'), span('17:00', '18:00')])
      .map((b) => b.label)
    expect(labels).toEqual(['', '', '', '', ''])
  })

  it('is the whole day for somebody who does not work', () => {
    expect(layout.bandsOf([])).toEqual([{ ...layout.DAY, label: '' }])
  })

  it('fills the day together with the working hours, without holes or overlaps', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySpan, { maxLength: 6 }), (open) => {
        const all = [...layout.bandsOf(open), ...layout.joined(open)].sort((a, b) => a.from - b.from)
        expect(all[0]!.from).toBe(0)
        expect(all.at(-1)!.to).toBe(1440)
        for (const [i, part] of all.slice(1).entries()) expect(part.from).toBe(all[i]!.to)
      }),
    )
  })
})

describe('room and top', () => {
  it('shows one small line at 15 minutes, one line at 30, two at 45', () => {
    expect([15, 30, 45, 60].map(layout.roomOf)).toEqual(['tiny', 'line', 'two', 'tall'])
  })

  it('opens a day at the hour work starts, and at 8:00 when nobody works', () => {
    expect(layout.topOf([at('8:30'), at('10:00')], null, 540)).toBe(at('8:00'))
    expect(layout.topOf([], null, 540)).toBe(at('8:00'))
  })

  it('keeps now in sight', () => {
    expect(layout.topOf([at('8:00')], at('11:22'), 540)).toBe(at('8:00'))
    expect(layout.topOf([at('8:00')], at('18:20'), 540)).toBe(at('16:00'))
    expect(layout.topOf([at('8:00')], at('0:40'), 540)).toBe(0)
  })
})

describe('arrows', () => {
  const columns = ['a', 'b', 'c']
  const tiles = [
    { id: 1, column: 'a', ...span('9:00', '9:45') },
    { id: 2, column: 'a', ...span('11:00', '11:45') },
    { id: 3, column: 'c', ...span('8:00', '8:45') },
    { id: 4, column: 'c', ...span('10:45', '11:30') },
  ]
  const idTowards = (id: number, arrow: Parameters<typeof tileTowards>[3]) =>
    tileTowards(
      tiles,
      columns,
      tiles.find((t) => t.id === id)!,
      arrow,
    )?.id

  it('go up and down a column, and across to the appointment nearest in time', () => {
    expect(idTowards(1, 'ArrowDown')).toBe(2)
    expect(idTowards(2, 'ArrowUp')).toBe(1)
    expect(idTowards(2, 'ArrowRight')).toBe(4)
    expect(idTowards(3, 'ArrowLeft')).toBe(1)
  })

  it('stay where they are at the ends', () => {
    expect(idTowards(1, 'ArrowUp')).toBeUndefined()
    expect(idTowards(2, 'ArrowDown')).toBeUndefined()
    expect(idTowards(3, 'ArrowRight')).toBeUndefined()
  })

  it('know the ends of a column', () => {
    expect(endOfColumn(tiles, 'c', 'first')?.id).toBe(3)
    expect(endOfColumn(tiles, 'c', 'last')?.id).toBe(4)
    expect(endOfColumn(tiles, 'b', 'last')).toBeUndefined()
  })

  it('step over busy time when they look for a free slot', () => {
    const busy = (column: string) => tiles.filter((t) => t.column === column)
    const slot = { column: 'a', ...span('8:45', '9:00') }
    expect(slotTowards(slot, 'ArrowDown', columns, busy)).toEqual({ column: 'a', ...span('9:45', '10:00') })
    expect(slotTowards({ column: 'a', ...span('9:45', '10:00') }, 'ArrowUp', columns, busy)).toEqual(slot)
    expect(slotTowards({ column: 'b', ...span('11:00', '11:15') }, 'ArrowRight', columns, busy)).toEqual({
      column: 'c',
      ...span('11:30', '11:45'),
    })
    expect(slotTowards({ column: 'a', ...span('23:45', '24:00') }, 'ArrowDown', columns, busy)).toEqual({
      column: 'a',
      ...span('23:45', '24:00'),
    })
  })

  it('find no free slot where the whole day is taken', () => {
    expect(freeFrom('a', 600, 1, [layout.DAY])).toBeUndefined()
  })
})
