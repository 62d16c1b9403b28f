// What is suggested for a package by rule, what a connected model is told, and what is taken of its answer.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messagesAbout, MOST_CHARACTERS, suggestionIn } from '../../electron/model-talk.ts'
import { localDate } from '../../shared/dates.ts'
import { categoryFor, type Describable, descriptionOf, type SuggestedItem } from '../../shared/domain/suggestions.ts'
import { modelAddressOf } from '../../shared/model-address.ts'
import { replayable } from '../support/random.ts'

const item = (names: string[], more: Partial<SuggestedItem> = {}): SuggestedItem => ({
  names,
  count: 10,
  isProduct: false,
  categoryIds: [],
  ...more,
})
const pack = (items: SuggestedItem[], more: Partial<Describable> = {}): Describable => ({
  name: 'Relax 10',
  items,
  expiry: { kind: 'afterPurchase', count: 12, unit: 'months' },
  frequency: null,
  ...more,
})
const physio = item(['Physio 45'])
const oil = item(['Massage oil'], { count: 2, isProduct: true })

describe('the description of a package', () => {
  it.each<[string, Describable, string]>([
    ['of one service', pack([physio]), '10 sessions of Physio 45. To be used within 12 months of the purchase.'],
    [
      'of a single session, until a day',
      pack([item(['Physio 45'], { count: 1 })], { expiry: { kind: 'onDate', date: localDate('2026-12-31') } }),
      '1 session of Physio 45. To be used by 31 Dec 2026.',
    ],
    [
      'of services to choose from and a product, meant so often',
      pack([item(['Relax 60', 'Sports 60', 'Hot stone 90']), oil], { frequency: { count: 2, unit: 'week' } }),
      '10 sessions of Relax 60, Sports 60 or Hot stone 90, as you choose and 2 × Massage oil. Meant for 2 sessions a week. To be used within 12 months of the purchase.',
    ],
    [
      'without limit or end, in small letters',
      pack([item(['open gym'], { count: null })], { expiry: { kind: 'never' } }),
      'As many sessions of open gym as you like. There is no end date.',
    ],
    [
      'whose time begins with the first visit',
      pack([physio], { expiry: { kind: 'afterFirstUse', count: 1, unit: 'months' } }),
      '10 sessions of Physio 45. To be used within 1 month of the first visit.',
    ],
    [
      'of products alone says nothing of how often',
      pack([oil], { frequency: { count: 2, unit: 'week' }, expiry: { kind: 'never' } }),
      '2 × Massage oil. There is no end date.',
    ],
    ['whose end is not said yet', pack([physio], { expiry: null }), '10 sessions of Physio 45.'],
    ['that holds nothing yet is empty', pack([item([])]), ''],
  ])('%s', (_what, made, words) => {
    expect(descriptionOf(made)).toBe(words)
  })

  it('names every item and holds nothing that was not given, whatever the package', () => {
    const names = fc.array(fc.stringMatching(/^[A-Z][a-z]{2,8}( \d\d)?$/), { minLength: 1, maxLength: 4 })
    const items = fc.array(
      fc.record({ names, count: fc.option(fc.integer({ min: 1, max: 99 })), isProduct: fc.boolean(), categoryIds: fc.constant([]) }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(items, (made) => {
        const words = descriptionOf(pack(made))
        expect(words).toMatch(/^[A-Z0-9].*\.$/)
        for (const { names: each, count } of made) {
          for (const name of each) expect(words).toContain(name)
          if (count !== null) expect(words).toContain(String(count))
        }
        expect(words).not.toContain('Relax')
      }),
      replayable(),
    )
  })
})

const CATEGORIES = [
  { id: 1, name: 'Physiotherapy' },
  { id: 2, name: 'Massages' },
  { id: 3, name: 'Programmes and courses' },
  { id: 4, name: 'Spa' },
]
describe('the category of a package', () => {
  it.each<[string, Describable, number | null]>([
    ['is where its service stands', pack([item(['Deep tissue'], { categoryIds: [2] })]), 2],
    [
      'is that of most of its sessions',
      pack([item(['A'], { categoryIds: [1], count: 3 }), item(['B'], { categoryIds: [2], count: 8 })]),
      2,
    ],
    [
      'is not that of the oil that comes with it',
      pack([item(['A'], { categoryIds: [1], count: 3 }), { ...oil, categoryIds: [2], count: 4 }]),
      1,
    ],
    ['is found by a word of an item, one or many', pack([item(['Sports massage 60'])]), 2],
    ['is found by a word of the name', pack([item(['Kinesio'])], { name: 'Physio plus' }), 1],
    ['is where the service stands, though the name sounds like another', pack([item(['A'], { categoryIds: [1] })], { name: 'Massage' }), 1],
    ['is none when nothing fits', pack([item(['Consultation 30'])]), null],
    ['is found by a short word that is all of its name', pack([item(['Spa day'])]), 4],
    ['is none for “and” or numbers in common', pack([item(['Tea and cake 10'])]), null],
    ['is none of another practice', pack([item(['A'], { categoryIds: [9] })]), null],
  ])('%s', (_what, made, id) => {
    expect(categoryFor(made, CATEGORIES)).toBe(id)
  })

  it('is one that exists or none, in whatever order the items stand', () => {
    const items = fc.array(
      fc.record({
        names: fc.array(fc.constantFrom('Massage', 'Physio', 'Oil')),
        count: fc.integer({ min: 1, max: 20 }),
        isProduct: fc.boolean(),
        categoryIds: fc.array(fc.integer({ min: 1, max: 5 })),
      }),
    )
    fc.assert(
      fc.property(items, (made) => {
        const found = categoryFor(pack(made), CATEGORIES)
        expect([1, 2, 3, 4, null]).toContain(found)
        expect(categoryFor(pack(made.toReversed()), CATEGORIES)).toBe(found)
      }),
      replayable(),
    )
  })
})

describe('what a model is told', () => {
  it('is the names of the package, its items and the categories, how many, and nothing else', () => {
    const [task, told] = messagesAbout('Relax 10', [physio, { ...oil, count: null }], CATEGORIES)
    expect(task!.role).toBe('system')
    expect(JSON.parse(told!.content)).toEqual({
      package: 'Relax 10',
      items: [
        { sessionsOf: ['Physio 45'], quantity: 10 },
        { product: ['Massage oil'], quantity: 'unlimited' },
      ],
      categories: ['Physiotherapy', 'Massages', 'Programmes and courses', 'Spa'],
    })
  })
})

describe('what a model answers', () => {
  const said = (description: unknown, category: unknown = null) => JSON.stringify({ description, category })

  it.each([
    ['plainly', said('Ten visits.', 'Massages'), { description: 'Ten visits.', categoryId: 2 }],
    ['in a fence', `\`\`\`json\n${said('Ten visits.', ' massages ')}\n\`\`\``, { description: 'Ten visits.', categoryId: 2 }],
    ['after thinking aloud', `<think>Hm, {…}</think>\n${said('Ten visits.')}`, { description: 'Ten visits.', categoryId: null }],
    ['over several lines', said(' Ten\n  visits. '), { description: 'Ten visits.', categoryId: null }],
    ['with a category that does not exist', said('Ten visits.', 'Wellness'), { description: 'Ten visits.', categoryId: null }],
    ['without one', '{"description":"Dix séances."}', { description: 'Dix séances.', categoryId: null }],
  ])('%s is taken', (_what, answer, taken) => {
    expect(suggestionIn(answer, CATEGORIES)).toEqual(taken)
  })

  it.each([
    ['no JSON', 'Sure! Here is a description: Ten visits.'],
    ['something else in JSON', '{"text":"Ten visits."}'],
    ['a list', '[]'],
    ['no text', said(7)],
    ['nothing', said('  ')],
    ['too much', said('x'.repeat(MOST_CHARACTERS + 1))],
    ['markup', said('<b>Ten</b> visits.')],
    ['bold letters of another kind', said('**Ten** visits.')],
    ['an address', said('See https://example.com')],
    ['control characters', said('Ten\u0007 visits.')],
    ['half a character', said('Ten \ud800 visits.')],
  ])('that is %s is left out', (_what, answer) => {
    expect(suggestionIn(answer, CATEGORIES)).toBeNull()
  })

  it('is plain text of a bearable length or left out, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.string({ unit: 'binary' }).map((text) => said(text, text)),
        ),
        (answer) => {
          const taken = suggestionIn(answer, CATEGORIES)
          if (taken === null) return
          expect(taken.description.length).toBeLessThanOrEqual(MOST_CHARACTERS)
          expect(taken.description).not.toMatch(/[\p{Cc}\p{Cs}]/u)
          expect(taken.description.trim()).toBe(taken.description)
        },
      ),
      replayable(),
    )
  })
})

describe('the address of a model', () => {
  it.each([
    ['https://api.example.com/v1', 'https://api.example.com/v1'],
    [' https://api.example.com/v1/ ', 'https://api.example.com/v1'],
    ['https://api.example.com/v1/chat/completions', 'https://api.example.com/v1'],
    ['http://localhost:11434', 'http://localhost:11434/v1'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/v1'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
    ['http://192.168.1.20:11434/v1', 'http://192.168.1.20:11434/v1'],
    ['http://front-desk:11434/v1', 'http://front-desk:11434/v1'],
    ['http://studio.local/api/openai', 'http://studio.local/api/openai'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(modelAddressOf(typed)).toBe(kept)
    expect(modelAddressOf(kept)).toBe(kept)
  })

  it.each([
    '',
    'localhost:11434',
    'api.example.com/v1',
    'http://api.example.com/v1', // the key could be read on the way
    'http://8.8.8.8/v1',
    'http://172.32.0.1/v1',
    'http://10.example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'https://user:secret@api.example.com/v1',
    'https://api.example.com/v1?key=1',
    'https://api.example.com/v1#top',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://api.example.com',
  ])('%s is none', (typed) => {
    expect(modelAddressOf(typed)).toBeNull()
  })
})
