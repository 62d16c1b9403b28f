// The one search box: clients, their appointments, packages by name and invoices by number, a few of each.

import { listClients } from '../../db/queries/clients.ts'
import { listAppointmentsOfClients, listInvoicesByNumber, listPackageNames } from '../../db/queries/search.ts'
import { fullName } from '../../shared/format.ts'
import { fold, typedWords } from '../../shared/search-text.ts'
import type { QueryContext } from '../context.ts'

const MOST = 6

export async function all({ db, today }: QueryContext, { text }: { text: string }) {
  const words = typedWords(text)
  if (words.length === 0) return { clients: [], appointments: [], packages: [], invoices: [] }
  const clients = await listClients(db, text, { limit: MOST, offset: 0 })
  const appointments = await listAppointmentsOfClients(
    db,
    clients.map((c) => c.id),
    today,
    MOST,
  )
  const packages = (await listPackageNames(db)).filter(({ name }) => beginsWords(name, words))
  const digits = /^\s*#?\s*([1-9]\d{0,8})\s*$/.exec(text)?.[1]
  const invoices = digits === undefined ? [] : await listInvoicesByNumber(db, digits, MOST)
  return {
    clients: clients.map((c) => ({ id: c.id, name: fullName(c), number: c.number, phone: c.phone })),
    appointments: appointments.map(({ id, startsAt, serviceName, ...c }) => ({ id, startsAt, serviceName, clientName: fullName(c) })),
    packages: packages.slice(0, MOST),
    invoices: invoices.flatMap(({ id, number, ...c }) => (number === null ? [] : [{ id, number, clientName: fullName(c) }])),
  }
}

/** Whether every typed word begins a word of the name. */
function beginsWords(name: string, words: readonly string[]): boolean {
  const own = fold(name).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => own.some((o) => o.startsWith(word)))
}
