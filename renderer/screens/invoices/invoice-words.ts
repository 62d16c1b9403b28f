// What an invoice and its payments are called, and whether one still asks for money.

import type { z } from 'zod'
import type { Invoice as InvoiceSchema, InvoicePayment, InvoiceRow } from '../../../shared/contract/invoices.ts'
import type { PaymentMethod } from '../../../shared/domain/words.ts'
import { formatDate } from '../../../shared/format.ts'
import { METHOD_WORDS } from '../../words.ts'

export type Invoice = z.output<typeof InvoiceSchema>
export type Payment = z.output<typeof InvoicePayment>

export const titleOf = ({ number }: { number: number | null }): string => (number === null ? 'Draft invoice' : `Invoice ${number}`)

/** A void or discarded invoice asks for nothing, whatever its lines say; a draft only once it is published. */
export const isAsking = ({ state, dueMinor }: Pick<z.output<typeof InvoiceRow>, 'state' | 'dueMinor'>): boolean =>
  dueMinor > 0 && (state === 'open' || state === 'partPaid' || state === 'overdue')

/** A payment may be taken on what asks for money, and ahead of time on the draft of an appointment, which it publishes. */
export const canBePaid = (invoice: Invoice): boolean =>
  isAsking(invoice) || (invoice.state === 'draft' && invoice.appointmentId !== null && invoice.dueMinor > 0)

/** Whoever is asked for something can be somebody else; one that is void or settled names its payer for good. */
export const canBeBilled = ({ state, totalMinor }: Pick<Invoice, 'state' | 'totalMinor'>): boolean =>
  totalMinor > 0 && state !== 'void' && state !== 'discarded' && state !== 'loss'

/** `in cash`, `by card`: how money came or goes back. */
export const byMethod = (method: PaymentMethod): string =>
  method === 'cash' ? 'in cash' : method === 'other' ? 'by another method' : `by ${METHOD_WORDS[method].toLowerCase()}`

export function datesOf({ publishedOn, dueOn, state }: Pick<Invoice, 'publishedOn' | 'dueOn' | 'state'>): string {
  if (!publishedOn) return state === 'discarded' ? 'Never published' : 'Gets its number when the appointment is completed or paid'
  const due = dueOn && dueOn !== publishedOn && state !== 'paid' && state !== 'void' ? `, due ${formatDate(dueOn)}` : ''
  return `${formatDate(publishedOn)}${due}`
}
