// The text equivalent of the pips says what the row shows.

import { expect, it } from 'vitest'
import { countPips, leftWords, pipsWords } from '../../renderer/components/pips-words.ts'
import type { SessionState } from '../../shared/domain/words.ts'

const states = (text: string): SessionState[] =>
  text
    .split('')
    .map(
      (c) =>
        ({ u: 'used', b: 'booked', o: 'available', x: 'forfeited', e: 'expired', w: 'withdrawn', t: 'transferred' })[c] as SessionState,
    )

it('ten sessions, five used, one forfeited, one booked ahead, three free', () => {
  expect(leftWords(states('uuuuxubooo'))).toBe('3 of 10 left')
  expect(pipsWords(states('uuuuxubooo'))).toBe('3 of 10 left, 1 booked ahead, 5 used, 1 forfeited')
})
it('withdrawn and transferred sessions no longer count, lapsed ones do', () => {
  expect(pipsWords(states('ueeowt'))).toBe('1 of 4 left, 1 used, 2 lapsed')
  expect(countPips(states('ueeowt'))).toMatchObject({ total: 4, gone: 3 })
})
it('an unlimited package tells how often it was used', () => {
  expect(pipsWords(states('uub'), true)).toBe('unlimited, 2 used, 1 booked ahead')
})
