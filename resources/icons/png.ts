// PNG of square pictures, eight bits a channel with transparency, with a line of text that says what it was made from.

import { crc32, deflateSync } from 'node:zlib'

export interface Picture {
  size: number
  /** Four bytes a dot, row by row from the top. */
  rgba: Uint8Array
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

export function makePng({ size, rgba }: Picture, source: string): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6], 8) // bits a channel, colour with transparency
  const rows = Buffer.alloc(size * (size * 4 + 1)) // each row begins with 0: not filtered
  for (let y = 0; y < size; y++) rows.set(rgba.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1)
  const parts = [
    ['IHDR', head],
    ['tEXt', Buffer.from(`Source\0${source}`, 'latin1')],
    ['IDAT', deflateSync(rows, { level: 9 })],
    ['IEND', Buffer.alloc(0)],
  ] as const
  return Buffer.concat([SIGNATURE, ...parts.map(([type, data]) => chunk(type, data))])
}

/** What a test needs to know of a PNG made here. */
export function readPng(bytes: Buffer): { width: number; height: number; source: string } {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG')
  const text = /tEXtSource\0([0-9a-f]+)/.exec(bytes.toString('latin1'))?.[1] ?? ''
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), source: text.slice(0, 64) }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
