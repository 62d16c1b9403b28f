// The icon files of Windows (.ico) and macOS (.icns), put together from square pictures.

import type { Picture } from './png.ts'

/** Linux: one PNG a size. */
export const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const
export const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 256] as const
/** Apple's type of each picture and its size in dots; the even ones are for fine screens. */
export const ICNS_TYPES = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const

const ENTRY = 16

/** The largest as PNG; the others as bitmaps, since not every part of Windows reads small PNGs. */
export function makeIco(entries: readonly { picture: Picture; png: Buffer }[]): Buffer {
  const images = entries.map(({ picture, png }) => (picture.size < 256 ? bitmap(picture) : png))
  const head = Buffer.alloc(6 + ENTRY * entries.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(entries.length, 4)
  let place = head.length
  entries.forEach(({ picture: { size } }, i) => {
    const at = 6 + ENTRY * i
    head.set([size % 256, size % 256], at) // 256 is written as 0
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(images[i]!.length, at + 8)
    head.writeUInt32LE(place, at + 12)
    place += images[i]!.length
  })
  return Buffer.concat([head, ...images])
}

/** Rows from the bottom, blue first, then a mask of one bit a dot that transparency makes needless. */
function bitmap({ size, rgba }: Picture): Buffer {
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(size, 4)
  head.writeInt32LE(size * 2, 8) // both pictures
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const dots = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4)
      dots.set([blue, green, red, alpha], ((size - 1 - y) * size + x) * 4)
    }
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size)
  return Buffer.concat([head, dots, mask])
}

export function makeIcns(entries: readonly { type: string; png: Buffer }[]): Buffer {
  const parts = entries.map(({ type, png }) => Buffer.concat([headOf(type, png.length), png]))
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([headOf('icns', length), ...parts])
}

function headOf(type: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(length + 8, 4)
  return head
}
