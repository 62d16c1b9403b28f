// Letters about packages that run low: a page for each client, with what is left and how to reach the practice.

import { afterAll, expect, it } from 'vitest'
import type { LettersPaper } from '../../electron/host.ts'
import { localDate } from '../../shared/dates.ts'
import { documents, print } from './printing.ts'
import { practice } from './papers.ts'

afterAll(() => documents.close())

const letter = {
  name: 'Łukasz Żółć',
  address: '4 Mill Lane\nVictoria BC',
  packageName: 'Relax 6',
  remaining: 2,
  end: localDate('2026-12-09'),
}
const paper = (letters: LettersPaper['letters'], values: Partial<LettersPaper['practice']> = {}): LettersPaper => ({
  kind: 'letters',
  practice: { ...practice, paper: 'A4', ...values },
  madeOn: localDate('2026-11-24'),
  letters,
})

it('writes to each client on a page of their own', async () => {
  const { lines, pages } = await print(paper([letter, { ...letter, name: 'Ольга' }]))
  expect(pages).toHaveLength(2)
  expect(lines).toEqual(expect.arrayContaining(['Dear Łukasz Żółć,', 'Dear Ольга,', '4 Mill Lane']))
  expect(lines.join(' ')).toContain('There are 2 sessions left on your package “Relax 6”. It is valid until 9 December 2026.')
  expect(lines.join(' ')).toContain('please call us on 604 555 0100')
})

it('finds words for one session, none, no end and no limit, and for a practice without a telephone', async () => {
  const text = async (values: Partial<typeof letter | LettersPaper['letters'][number]>, own = {}) =>
    (await print(paper([{ ...letter, ...values }], own))).lines.join(' ')
  expect(await text({ remaining: 1 })).toContain(
    'There is 1 session left on your package “Relax 6”. It is valid until 9 December 2026. Please use it before then',
  )
  expect(await text({ remaining: 1, end: null })).toMatch(/1 session left on your package “Relax 6”\. To book/)
  expect(await text({ remaining: 0 })).toContain('All sessions of your package “Relax 6” are used or booked.')
  expect(await text({ remaining: null })).toContain('Your package “Relax 6” is ending soon. It is valid until 9 December 2026.')
  expect(await text({}, { phone: '', email: '' })).toContain('please speak to us at the front desk.')
})
