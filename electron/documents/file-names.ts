// File names that sort and that Windows, macOS and Linux all take: `2026-11-21 Usage statement – Lee, Anna.pdf`.
// They begin with our own words, so a client called "CON" or "..\secret" is only a part of a name.

import type { LocalDate } from '../../shared/dates.ts'
import { sortName } from '../../shared/format.ts'

interface Named {
  givenName: string
  familyName: string
}

export const statementFileName = (day: LocalDate, client: Named): string => pdfName(`${day} Usage statement`, client)
export const lettersFileName = (day: LocalDate): string => `${day} Letters.pdf`
export const refundNoteFileName = (day: LocalDate, client: Named): string => pdfName(`${day} Refund note`, client)
export const invoiceFileName = (number: number | null, client: Named): string => pdfName(`Invoice ${number ?? 'draft'}`, client)

function pdfName(what: string, client: Named): string {
  const name = safePart(sortName(client))
  return `${name ? `${what} – ${name}` : what}.pdf`
}

/** Windows counts letters, Linux bytes (255 for a name); folders above need room too. */
const MOST_LETTERS = 90
const MOST_BYTES = 160

/** Without what file systems forbid, without controls and marks that turn the direction of writing, and without dots or spaces at the ends. */
function safePart(text: string): string {
  const tidy = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\ufffd]/g, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/\s+/gu, ' ')
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }) // made here: it takes 7 ms, too long for every start
  let part = ''
  for (const { segment } of graphemes.segment(tidy)) {
    if (part.length + segment.length > MOST_LETTERS || Buffer.byteLength(part + segment) > MOST_BYTES) break
    part += segment
  }
  return part.replace(/^[. ]+|[. ]+$/g, '')
}
