// Names from everywhere and texts meant to do harm: on paper they are text, and can be copied out again.

import { afterAll, describe, expect, it } from 'vitest'
import { makeInvoice, makePackage, makeStatement, makeVisit, practice } from './papers.ts'
import { documents, print, printBytes } from './printing.ts'

afterAll(() => documents.close())

const named = (name: string) => makeStatement({ client: { ...makeStatement().statement.client, name } })

describe('names', () => {
  it.each([
    'Łukasz Żółć',
    'Nguyễn',
    'Ελένη',
    'Ольга',
    'Þórður Ōkami',
    'Ṣẹ́gun Őze',
    '王小明',
    '山田たろう',
    '김철수',
    'Ἀθηνᾶ',
    'O’Brien-Ñuñez № 3',
  ])('come out right and can be copied: %s', async (name) => {
    const { lines, missingGlyphs, title } = await print(named(name))
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${name} Sun Mutual`)))
    expect(title).toContain(name)
    expect(missingGlyphs).toEqual([])
  })

  it.each(['כהן', 'محمد', 'فاطمة', 'دکتر'])('that run from right to left come out right: %s', async (name) => {
    const { lines, missingGlyphs } = await print(named(name))
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${name} Sun Mutual`)))
    expect(missingGlyphs).toEqual([])
  })

  it('of two words that run from right to left stand with the first word at the right', async () => {
    const { lines } = await print(named('משה כהן'))
    // Read from left to right across the page.
    expect(lines).toContainEqual(expect.stringMatching(/^כהן משה Sun Mutual/))
  })

  it('keeps letters that look alike apart', async () => {
    const { lines } = await print(named('AΑА BΒВ'))
    expect(lines).toContainEqual(expect.stringMatching(/^AΑА BΒВ /))
  })

  it('shows a box for a sign that no font has, keeps the sign to be read, and tells of it', async () => {
    const { bytes, missingGlyphs } = await printBytes(named('Asha नमस्ते 😀'))
    const { lines } = await print(named('Asha नमस्ते 😀'))
    expect(missingGlyphs).toEqual(['न', 'म', 'स्ते', '😀'])
    expect(lines).toContainEqual(expect.stringMatching(/^Asha □□□ □ /))
    expect(bytes.length).toBeGreaterThan(1000)
  })
})

describe('texts meant to do harm', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x","y")',
    '../../etc/passwd',
    'C:\\Windows\\System32',
    '(Tj) ET Q endstream endobj',
    '%PDF-1.7 \\( \\) << /JS (x) >>',
    '{{7*7}} ${x} %s',
    "Robert'); DROP TABLE clients;--",
    'A & B <b>',
  ]

  it.each(hostile)('are only text: %s', async (text) => {
    const visit = makeVisit('2026-03-03T08:30', 1, { service: text, practitioner: text, licence: '', treated: text })
    const paper = makeStatement({
      client: { ...makeStatement().statement.client, name: text, address: text, insurer: text },
      practice: { ...practice, name: text, registration: text },
      packages: [makePackage({ name: text, attended: [visit] })],
    })
    const { text: drawn, title } = await print(paper)
    const word = text.replace(/\s/g, '')
    expect(drawn.split(word).length - 1).toBeGreaterThanOrEqual(8)
    expect(title).toContain(text)
    expect((await print(makeInvoice({ clientName: text }))).text).toContain(word)
  })

  it('lose controls and marks that turn the direction of writing, and nothing else', async () => {
    const { lines } = await print(named('An\u0000na\u0007 \u202Egnp.exe\u202C \u2066Lee\u2069\u200B'))
    expect(lines).toContainEqual(expect.stringMatching(/^Anna gnp\.exe Lee /))
  })

  it('writes the title into the file’s metadata as well-formed XML', async () => {
    const { bytes } = await printBytes(named('A & B <b>'))
    const xml = Buffer.from(bytes).toString('utf8')
    expect(xml).toContain('A &#38; B &#60;b>'.replace('>', '&#62;'))
    expect(xml).not.toContain('A & B <b>')
  })

  it('of any length fit on the page', async () => {
    const long = 'Wilhelmina-Constantinopoulou '.repeat(13)
    const paper = makeStatement({
      client: { ...makeStatement().statement.client, name: long, address: 'a\n'.repeat(200), insurer: long },
      practice: { ...practice, name: long.slice(0, 120), address: long, registration: 'X'.repeat(120) },
      packages: [
        makePackage({ name: long, attended: [makeVisit('2026-03-03T08:30', 1, { service: 'y'.repeat(200), practitioner: long })] }),
      ],
    })
    const { pages } = await print(paper)
    expect(pages.length).toBeLessThan(4)
  })
})
