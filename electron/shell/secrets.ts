// Passwords and PINs as scrypt hashes, worked out off the main thread. A hash carries its own parameters,
// so raising them later never locks anyone out: what was stored is checked as it was made.

import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

const LOG_N = 15 // 32 MiB and about an eighth of a second a try
const R = 8
const P = 1
const HASH_BYTES = 32

/** `scrypt$15$8$1$SALT$HASH`, salt and hash in base64url. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(secret, salt, HASH_BYTES, { logN: LOG_N, r: R, p: P })
  return ['scrypt', LOG_N, R, P, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Throws on a stored value that no version of Tenpack wrote: that is damage, not a wrong password. */
export async function matchesSecret(secret: string, stored: string): Promise<boolean> {
  const parts = /^scrypt\$(1[0-9]|20)\$(\d{1,2})\$(\d{1,2})\$([\w-]{6,})\$([\w-]{32,})$/.exec(stored)
  if (!parts) throw new Error('A stored password hash is not in a form that can be read')
  const [, logN, r, p, salt, hash] = parts as unknown as [string, string, string, string, string, string]
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(secret, Buffer.from(salt, 'base64url'), expected.length, { logN: Number(logN), r: Number(r), p: Number(p) })
  return timingSafeEqual(given, expected)
}

/** The same letters typed on another keyboard (é as one character or as two) are the same password. */
function derive(secret: string, salt: Buffer, bytes: number, { logN, r, p }: { logN: number; r: number; p: number }): Promise<Buffer> {
  const N = 2 ** logN
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  return new Promise((done, fail) => {
    scrypt(secret.normalize('NFKC'), salt, bytes, options, (error, hash) => (error ? fail(error) : done(hash)))
  })
}
