// The package usage statement, made by the real worker and read back.

import { afterAll, describe, expect, it } from 'vitest'
import { parseMoney } from '../../shared/format.ts'
import { minor } from '../../shared/money.ts'
import { documents, print } from './printing.ts'
import { makePackage, makeStatement, makeVisit, manyVisits, packageW1, packageW16, packageW9 } from './papers.ts'

afterAll(() => documents.close())

/** The amount at the end of the line that begins with `label`, in minor units. */
function amountOf(lines: string[], label: string): number | undefined {
  const line = lines.find((text) => text.startsWith(label))
  return line === undefined ? undefined : parseMoney(line.split(' ').at(-1) ?? '', 'CAD')
}
/** The last amounts of the visits' rows, in minor units. */
const visitAmounts = (lines: string[]): number[] =>
  lines.filter((line) => /^\d+ \d+ \w{3} \d{4} /.test(line)).map((line) => parseMoney(line.split(' ').at(-1) ?? '', 'CAD') ?? NaN)
const sumOf = (amounts: number[]): number => amounts.reduce((a, b) => a + b, 0)

describe('what a statement says', () => {
  it('shows a prepaid package with its visits, its late cancellation and what is still to come (W1)', async () => {
    const { lines } = await print(makeStatement({ packages: [packageW1] }))
    expect(lines).toContain('1 3 Mar 2026 8:30 45 Physio 45 Jonas Berg, PT 20417 Attended 83.34')
    expect(lines).toContain('3 24 Mar 2026 8:30 45 Physio 45 Jonas Berg, PT 20417 Attended 83.33')
    expect(lines).toContain('2 10 Mar 2026 8:30 45 Physio 45 Jonas Berg, PT 20417 Late cancellation 83.34')
    expect(lines.indexOf('Charged, not attended')).toBeGreaterThan(0)
    expect(lines).toContain('Attended, 2 sessions 166.67')
    expect(lines).toContain('Charged, not attended, 1 session 83.34')
    expect(lines).toContain('Prepaid, not yet received, 3 sessions 249.99')
    expect(lines).toContain('Paid 500.00')
    expect(lines).not.toContainEqual(expect.stringContaining('Prepaid before'))
  })

  it('shows fees, tax and what was billed when each appointment is paid for (W9)', async () => {
    const { lines } = await print(makeStatement({ packages: [packageW9] }))
    expect(lines).toContainEqual(expect.stringMatching(/^No\. Date Time Min\. Service Practitioner, licence Status Fee Tax Billed$/))
    expect(lines).toContainEqual(expect.stringMatching(/^1 6 Feb 2026 14:00 .* 80\.00 10\.40 90\.40$/))
    expect(lines).toContainEqual(expect.stringContaining('invoice 1052'))
    expect(lines).toContain('Attended, 1 session 80.00')
    expect(lines).toContain('Charged, not attended, 1 session 80.00')
    expect(lines).toContain('Tax 20.80')
    expect(lines).toContain('Billed 180.80')
    expect(lines).not.toContainEqual(expect.stringContaining('Prepaid'))
  })

  it('splits a shared package by who was treated, and says to the other who prepaid (W4)', async () => {
    const visit = (day: number, place: number, treated: string) =>
      makeVisit(`2026-03-0${day}T08:00`, place, { treated, valueMinor: minor(7_500) })
    const shared = makePackage({
      name: 'Family 20',
      attended: [visit(3, 1, 'Anna Lee'), visit(4, 2, 'Mia Lee'), visit(5, 3, 'Anna Lee')],
      byPerson: [
        { clientId: 7, name: 'Anna Lee', sessions: 2, valueMinor: minor(15_000) },
        { clientId: 8, name: 'Mia Lee', sessions: 1, valueMinor: minor(7_500) },
      ],
      prepaidAtEnd: { sessions: 17, valueMinor: minor(127_500) },
      paidMinor: minor(150_000),
    })
    const { lines } = await print(makeStatement({ packages: [shared] }))
    expect(lines).toContain('Attended, 3 sessions 225.00')
    expect(lines).toContain('of which for Anna Lee, 2 sessions 150.00')
    expect(lines).toContain('of which for Mia Lee, 1 session 75.00')
    expect(lines).toContain('for Mia Lee')
    expect(lines).not.toContainEqual(expect.stringContaining('Used in this period'))

    const hers = makePackage({ owner: 'Leo Lee', paidWords: 'prepaid by Leo Lee', attended: [visit(3, 2, 'Anna Lee')] })
    const other = await print(makeStatement({ packages: [hers] }))
    expect(other.lines).toContainEqual(expect.stringMatching(/^Bought 2 March 2026 · invoice 1042 · prepaid by Leo Lee$/))
    expect(other.lines).toContain('Attended, 1 session 75.00')
    expect(other.lines).not.toContainEqual(expect.stringMatching(/^Paid /))
    expect((await print(makeStatement({ packages: [hers] }, false))).lines).toContainEqual(expect.stringContaining('prepaid by Leo Lee'))
  })

  it('calls nothing prepaid that is not paid yet, and says how much that is', async () => {
    const owing = makePackage({
      prepaidAtStart: { sessions: 6, valueMinor: minor(50_000) },
      prepaidAtEnd: { sessions: 4, valueMinor: minor(33_332) },
      paidMinor: minor(10_000),
      dueMinor: minor(40_000),
    })
    const { lines } = await print(makeStatement({ packages: [owing] }))
    expect(lines).toContainEqual(expect.stringMatching(/^Not yet received before 1 January 2026, 6 .*500\.00$/))
    expect(lines).toContain('Not yet received, 4 sessions 333.32')
    expect(lines).toContain('Paid 100.00')
    expect(lines).toContain('Not paid yet 400.00')
    expect(lines).not.toContainEqual(expect.stringMatching(/^Prepaid/))
  })

  it('calls nothing prepaid that was given without an invoice', async () => {
    const given = makePackage({
      prepaidAtEnd: { sessions: 2, valueMinor: minor(80_000) },
      paidMinor: minor(0),
      notInvoicedMinor: minor(80_000),
    })
    const { lines } = await print(makeStatement({ packages: [given] }))
    expect(lines).toContain('Not yet received, 2 sessions 800.00')
    expect(lines).toContain('Not invoiced yet 800.00')
    expect(lines).not.toContainEqual(expect.stringContaining('Prepaid, not yet received'))
  })

  it('names the invoices that its invoice took the place of, since earlier papers name those', async () => {
    const { lines } = await print(makeStatement({ packages: [makePackage({ invoiceNumber: 1051, replacedNumbers: [1042] })] }))
    expect(lines).toContainEqual(expect.stringContaining('invoice 1051, in place of 1042 · '))
  })

  it('says what was prepaid before and after a year (W16)', async () => {
    const { lines } = await print(makeStatement({ packages: [packageW16] }))
    expect(lines).toContain('Attended, 3 sessions 249.99')
    expect(lines).toContain('Prepaid before 1 January 2026, 4 sessions 333.32')
    expect(lines).toContain('Prepaid, not yet received, 1 session 83.33')
    expect(lines).toContain('Paid 0.00')
    expect(lines).toContainEqual(expect.stringMatching(/^5 10 Mar 2026 /))
  })

  it('names what was moved to another client, and where a moved package came from (W13)', async () => {
    const given = makePackage({
      movedOut: { sessions: 2, valueMinor: minor(16_666) },
      prepaidAtEnd: { sessions: 2, valueMinor: minor(16_666) },
    })
    const anna = await print(makeStatement({ packages: [given] }))
    expect(anna.lines).toContain('Moved to other packages, 2 sessions 166.66')
    const came = { receivedFrom: 'Anna Lee’s Relax 6', invoiceNumber: null, movedIn: { sessions: 2, valueMinor: minor(16_666) } }
    const ben = await print(makeStatement({ packages: [makePackage(came)] }))
    expect(ben.lines).toContainEqual(expect.stringContaining('Received 2 March 2026 from Anna Lee’s Relax 6'))
    expect(ben.lines).toContain('Brought in from other packages, 2 sessions 166.66')
  })

  it('adds up on the page: rows to sums, packages to all packages', async () => {
    const { lines } = await print(makeStatement({ packages: [packageW1, packageW16] }))
    const overall = lines.slice(lines.findIndex((line) => line.startsWith('All packages')))
    expect(sumOf(visitAmounts(lines))).toBe(16667 + 8334 + 24999)
    expect(amountOf([overall[0]?.replace('All packages ', '') ?? ''], 'Attended, 5 sessions')).toBe(16667 + 24999)
    expect(amountOf(overall, 'Used in this period')).toBe(16667 + 8334 + 24999)
    expect(amountOf(overall, 'Prepaid before')).toBe(33332)
    expect(amountOf(overall, 'Prepaid, not yet received')).toBe(24999 + 8333)
    expect(amountOf(overall, 'Paid')).toBe(50000)
  })

  it('counts the sessions of prepaid packages alone as prepaid, whatever is left of those paid at each appointment', async () => {
    const eachAppointment = { ...packageW9, prepaidAtEnd: { sessions: 4, valueMinor: minor(0) } }
    const { lines } = await print(makeStatement({ packages: [packageW1, eachAppointment] }))
    const overall = lines.slice(lines.findIndex((line) => line.startsWith('All packages')))
    expect(overall).toContainEqual(expect.stringMatching(/Prepaid, not yet received, 3 sessions 249\.99$/))
    expect(lines.filter((line) => line.includes('Prepaid, not yet received'))).toHaveLength(2)
  })

  it('lists products that were handed over', async () => {
    const belt = { on: packageW1.boughtOn, product: 'Belt', valueMinor: minor(5556) }
    const { lines } = await print(
      makeStatement({ packages: [makePackage({ ...packageW1, handedOver: [belt], handedOverMinor: minor(5556) })] }),
    )
    expect(lines).toContain('2 Mar 2026 Belt 55.56')
    expect(lines).toContain('Products handed over, 1 55.56')
    expect(lines).toContain('Used in this period 305.57')
  })

  it('leaves every amount out when amounts are not wanted', async () => {
    const { lines } = await print(makeStatement({ packages: [packageW1, packageW9, packageW16] }, false))
    expect(lines.filter((line) => /\d\.\d\d/.test(line))).toEqual([])
    expect(lines.filter((line) => /CAD|Paid|paid|Value|Fee|Billed|tax/.test(line))).toEqual([])
    expect(lines).toContain('1 3 Mar 2026 8:30 45 Physio 45 Jonas Berg, PT 20417 Attended')
  })

  it('says the currency and whether tax is included', async () => {
    const without = await print(makeStatement({ packages: [packageW1] }))
    const included = await print(makeStatement({ packages: [{ ...packageW1, currency: 'GBP' }], pricesIncludeTax: true }))
    expect(without.lines.join('\n')).toMatch(/All amounts in CAD\n.*Values before tax/)
    expect(included.lines.join('\n')).toMatch(/All amounts in GBP\n.*Tax included/)
  })

  it('names the treated person where it is not the client', async () => {
    const visit = makeVisit('2026-03-03T08:30', 1, { treated: 'Leo Lee' })
    const { lines } = await print(makeStatement({ packages: [makePackage({ attended: [visit] })] }))
    expect(lines).toContain('for Leo Lee')
  })

  it('is signed by the one practitioner who gave all visits, else by the practice', async () => {
    const other = makeVisit('2026-03-05T08:30', 2, { practitioner: 'Ida Holm', licence: 'PT 31180' })
    const one = await print(makeStatement({ packages: [packageW1] }))
    const two = await print(makeStatement({ packages: [makePackage({ attended: [...packageW1.attended, other] })] }))
    expect(one.lines).toContain('Jonas Berg, PT 20417')
    expect(two.lines).not.toContain('Jonas Berg, PT 20417')
    expect(two.lines).toContainEqual(expect.stringMatching(/^Harbour Street Practice$/))
  })

  it('says so when there is no package to tell of', async () => {
    const { lines, pages } = await print(makeStatement())
    expect(pages).toHaveLength(1)
    expect(lines).toContain('No package was used in this period.')
  })
})

describe('a statement of many pages', () => {
  it.each(['A4', 'LETTER'] as const)('repeats the header on every page and keeps the totals with the last visit (%s)', async (paper) => {
    const { pages, lines } = await print(makeStatement({ packages: [manyVisits(200)], paper }))
    expect(pages.length).toBeGreaterThan(5)
    for (const [i, page] of pages.entries()) {
      expect(page.filter((line) => line.startsWith('No. Date Time Min. Service'))).toHaveLength(1)
      expect(page.at(-1)).toBe(`Harbour Street Practice · Package usage statement · Anna Lee Page ${i + 1} of ${pages.length}`)
      if (i > 0) expect(page[0]).toBe('Year 200 (continued)')
    }
    expect(visitAmounts(lines)).toHaveLength(200)
    expect(sumOf(visitAmounts(lines))).toBe(amountOf(lines, 'Attended, 200 sessions'))
    const last = pages.at(-1) ?? []
    expect(visitAmounts(last).length).toBeGreaterThan(0)
    expect(last).toContain('Paid 9,020.00')
  })

  it('never leaves totals or a heading alone, whatever the number of visits', async () => {
    const isVisit = (line: string): boolean => /^\d+ \d+ \w{3} \d{4} /.test(line)
    const alone: string[] = []
    for (let count = 8; count < 32; count++) {
      const { pages } = await print(makeStatement({ packages: [manyVisits(count), packageW9] }))
      for (const page of pages) {
        const totals = page.findIndex((line) => line.startsWith('Attended, '))
        if (totals >= 0 && !page.slice(0, totals).some(isVisit)) alone.push(`totals at ${count} visits`)
        const heading = page.findLastIndex((line) => /^Back 6|Charged, not attended$/.test(line))
        if (heading >= 0 && !page.slice(heading).some(isVisit)) alone.push(`heading at ${count} visits`)
      }
    }
    expect(alone).toEqual([])
  }, 60_000)

  it('goes on over pages when one row is longer than a page', async () => {
    const visit = makeVisit('2026-03-03T08:30', 1, { service: 'Words without end '.repeat(400) })
    const { pages, lines } = await print(makeStatement({ packages: [makePackage({ attended: [visit] })] }))
    expect(pages.length).toBeGreaterThan(1)
    expect(lines.join(' ').match(/Words/g)).toHaveLength(400)
  })
})

describe('for readers of the structure', () => {
  it('has a title, a language, headings, and tables with header cells', async () => {
    const { title, language, showsTitle, roles, figures } = await print(makeStatement({ packages: [packageW1] }))
    expect(title).toBe('Package usage statement – Anna Lee, 1 January – 21 November 2026')
    expect(language).toBe('en')
    expect(showsTitle).toBe(true)
    const count = (role: string): number => roles.flat().filter((r) => r === role).length
    expect([count('Document'), count('H1'), count('H2'), count('H3'), count('Table')]).toEqual([1, 1, 1, 1, 3])
    expect([count('TH'), count('TD')]).toEqual([8 + 8 + 5, 3 * 8 + 5])
    expect(figures).toEqual(['Sessions: 2 used, 1 charged, not attended, 1 booked, 2 left'])
  })

  it('is one table over many pages, its repeated headers left out', async () => {
    const { roles } = await print(makeStatement({ packages: [manyVisits(60)] }))
    expect(roles.map((page) => page.filter((role) => role === 'TH').length)).toEqual([8, 0, 2])
  })

  it('says in words what the pips show, up to a bar and without a limit', async () => {
    const { figures } = await print(
      makeStatement({
        packages: [
          makePackage({ states: ['expired', 'available', 'used', 'withdrawn'] }),
          makePackage({ states: Array.from({ length: 40 }, () => 'used') }),
          makePackage({ states: ['used', 'booked'], unlimited: true }),
        ],
      }),
    )
    expect(figures).toEqual(['Sessions: 1 used, 1 left, 1 lapsed', 'Sessions: 40 used', 'Sessions: 1 used, 1 booked, no limit'])
  })
})
