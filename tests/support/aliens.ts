// Values of every kind that somebody might send, and the places in an input where to put them.

import { HOSTILE_NAMES } from './hostile.ts'

export const ALIENS: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  '',
  ' ',
  '0',
  '1e3',
  'true',
  '\u0000',
  '\ud800',
  '\uFEFF',
  '\u2028',
  'x'.repeat(100_000),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31',
  '1900-01-01',
  '2026-11-24T24:00',
  '9999-12-31T23:59',
  '2026-11-24T08:30:00Z',
  '25:00',
  'NaN',
  '[object Object]',
  '__proto__',
  'constructor',
  '"',
  '*',
  'a*',
  '"a" AND (',
  'NEAR(a b, 2)',
  'col:x',
  '%',
  '_',
  "'; DROP TABLE clients;--",
  [],
  [null],
  [[]],
  Array(200).fill(0),
  {},
  { a: 1 },
  JSON.parse('{"__proto__": {"role": "owner"}}'),
  { toString: 1 },
  new Date(0),
  new Map([['a', 1]]),
  new Uint8Array(8),
  /x/,
  ...HOSTILE_NAMES,
]

type Path = (string | number)[]
/** Every place in a value: itself, its fields, their fields. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[key] = replaced(copy[key], rest, by)
  if (rest.length === 0 && by === undefined) delete copy[key]
  return copy
}
