// File names of documents, as three operating systems take them.

import { expect, it } from 'vitest'
import { invoiceFileName, statementFileName } from '../../electron/documents/file-names.ts'
import { localDate } from '../../shared/dates.ts'

const day = localDate('2026-11-21')
const anna = { givenName: 'Anna', familyName: 'Lee' }

it('sort by date or number', () => {
  expect(statementFileName(day, anna)).toBe('2026-11-21 Usage statement – Lee, Anna.pdf')
  expect(invoiceFileName(1042, anna)).toBe('Invoice 1042 – Lee, Anna.pdf')
  expect(invoiceFileName(null, anna)).toBe('Invoice draft – Lee, Anna.pdf')
})

it('keep names from everywhere', () => {
  expect(invoiceFileName(1, { givenName: 'Łukasz', familyName: 'Żółć' })).toBe('Invoice 1 – Żółć, Łukasz.pdf')
  expect(invoiceFileName(1, { givenName: '小明', familyName: '王' })).toBe('Invoice 1 – 王, 小明.pdf')
})

it.each([
  ['..\\..\\secret', '-..-secret'],
  ['/etc/passwd', '-etc-passwd'],
  ['a<b>:"|?*c', 'a-b------c'],
  ['\u202Efdp.exe', 'fdp.exe'],
  ['a\u0000\u0007\nb', 'ab'],
  ['trailing. . ', 'trailing'],
  ['lone \ud800', 'lone -'],
  ['CON', 'CON'],
])('hold nothing that a file system forbids: %j', (familyName, kept) => {
  expect(invoiceFileName(7, { givenName: '', familyName })).toBe(`Invoice 7 – ${kept}.pdf`)
})

it('leave a client without a usable name out', () => {
  expect(invoiceFileName(7, { givenName: '', familyName: '...' })).toBe('Invoice 7.pdf')
})

it('stay short in letters and in bytes, and never cut a letter in two', () => {
  for (const name of ['x'.repeat(400), '王'.repeat(400), '👨‍👩‍👧'.repeat(100), 'é'.repeat(300)]) {
    const file = statementFileName(day, { givenName: name, familyName: name })
    expect(file.length).toBeLessThanOrEqual(130)
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(200)
    expect(file.isWellFormed()).toBe(true)
    expect(file.endsWith('.pdf')).toBe(true)
  }
})
