// The icons of the installed app are those that resources/icons/make.ts makes from the SVG as it is now, in the sizes and
// formats that each system asks for.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ICNS_TYPES, ICO_SIZES, PNG_SIZES } from '../../resources/icons/formats.ts'
import { readPng } from '../../resources/icons/png.ts'

const source = createHash('sha256').update(readFileSync('resources/icons/icon.svg')).digest('hex')
const square = (side: number) => ({ width: side, height: side, source })

it.each(PNG_SIZES)('Linux has a picture of %i dots', (side) => {
  expect(readPng(readFileSync(`resources/icons/${side}x${side}.png`))).toEqual(square(side))
})

it('the icon of Windows has its sizes, small ones as bitmaps with transparency, the large one as PNG', () => {
  const ico = readFileSync('resources/icons/icon.ico')
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, ICO_SIZES.length])
  let end = 6 + 16 * ICO_SIZES.length
  ICO_SIZES.forEach((side, i) => {
    const at = 6 + 16 * i
    const [length, place] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
    expect([ico[at], ico[at + 1], ico.readUInt16LE(at + 6), place]).toEqual([side % 256, side % 256, 32, end])
    end = place + length
    if (side === 256) return expect(readPng(ico.subarray(place, end))).toEqual(square(256))
    expect([ico.readInt32LE(place + 4), ico.readInt32LE(place + 8), ico.readUInt16LE(place + 14)]).toEqual([side, side * 2, 32])
    const middle = place + 40 + 4 * (side / 2) * (side + 1)
    expect([...ico.subarray(middle, middle + 4)], 'the pip in the middle').toEqual([0x66, 0x6b, 0x0b, 255])
    expect(ico[place + 43], 'the corner').toBe(0)
  })
  expect(end).toBe(ico.length)
})

it('the icon of macOS has its types, each in its size', () => {
  const icns = readFileSync('resources/icons/icon.icns')
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  let at = 8
  for (const [type, side] of ICNS_TYPES) {
    const length = icns.readUInt32BE(at + 4)
    expect([icns.toString('latin1', at, at + 4), readPng(icns.subarray(at + 8, at + length))]).toEqual([type, square(side)])
    at += length
  }
  expect(at).toBe(icns.length)
})
