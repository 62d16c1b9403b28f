// Windows' .ico and macOS' .icns: a table of contents and the PNGs behind it.

export const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Apple's names of the sizes, the doubled ones for sharp screens among them. */
export const ICNS_TYPES = {
  icp4: 16,
  icp5: 32,
  icp6: 64,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
}

const HEAD = 6
const ENTRY = 16

export function icoOf(images: readonly { size: number; png: Buffer }[]): Buffer {
  const table = Buffer.alloc(HEAD + ENTRY * images.length)
  table.writeUInt16LE(1, 2) // an icon, not a cursor
  table.writeUInt16LE(images.length, 4)
  let offset = table.length
  images.forEach(({ size, png }, i) => {
    const at = HEAD + ENTRY * i
    table.writeUInt8(size % 256, at) // 256 is written as 0
    table.writeUInt8(size % 256, at + 1)
    table.writeUInt16LE(1, at + 4) // planes
    table.writeUInt16LE(32, at + 6) // bits a pixel
    table.writeUInt32LE(png.length, at + 8)
    table.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([table, ...images.map(({ png }) => png)])
}

export function icnsOf(images: readonly { type: string; png: Buffer }[]): Buffer {
  const parts = images.map(({ type, png }) => Buffer.concat([headOf(type, png.length), png]))
  return Buffer.concat([
    headOf(
      'icns',
      parts.reduce((n, part) => n + part.length, 0),
    ),
    ...parts,
  ])
}

function headOf(type: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(length + head.length, 4)
  return head
}
