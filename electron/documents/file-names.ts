// File names that sort and that Windows, macOS and Linux all take: `2026-11-21 Usage statement – Lee, Anna.pdf`.

import type { LocalDate } from '../../shared/dates.ts'
import { sortName } from '../../shared/format.ts'

interface Named {
  givenName: string
  familyName: string
}

export const statementFileName = (day: LocalDate, client: Named): string => `${tidy(`${day} Usage statement – ${sortName(client)}`)}.pdf`
export const invoiceFileName = (number: number | null, client: Named): string =>
  `${tidy(`Invoice ${number ?? 'draft'} – ${sortName(client)}`)}.pdf`

const LONGEST = 120

/** Without what file systems forbid, controls, marks that turn the direction of writing, and dots or spaces at the ends. */
function tidy(name: string): string {
  return [...name.normalize('NFC')]
    .map((c) => (/[<>:"/\\|?*]/.test(c) ? '-' : c))
    .filter((c) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(c))
    .slice(0, LONGEST)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
}
