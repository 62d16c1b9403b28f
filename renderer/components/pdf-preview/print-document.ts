// Printing and saving a document: by the host, or by the browser where the host leaves it to that. The browser prints it from
// its own PDF viewer, in a tab of its own, sharp at any resolution. (A hidden frame would need a policy that lets us be framed.)

import { client } from '../../api.ts'
import { showError } from '../show-error.tsx'
import { documentAddress } from './document-bytes.ts'

const said = (work: Promise<void>): void => void work.catch((error: unknown) => showError(error))

export const printDocument = (documentId: string): void => said(print(documentId))

/** The document under its own file name. */
export const saveDocument = (documentId: string): void => said(save(documentId))

/** A receipt is its invoice as it stands now. */
export async function printInvoice(invoiceId: number): Promise<void> {
  const { documentId } = await client.reports.drawInvoice({ invoiceId })
  await print(documentId)
}

/** Says itself why it could not be printed. */
export const printRefundNote = (clientPackageId: number): void =>
  said(client.reports.drawRefundNote({ clientPackageId }).then(({ documentId }) => print(documentId)))

async function print(documentId: string): Promise<void> {
  const { outcome } = await client.documents.print({ documentId })
  if (outcome === 'browser') window.open(documentAddress(documentId), '_blank', 'noopener')
}

async function save(documentId: string): Promise<void> {
  const { outcome } = await client.documents.save({ documentId })
  if (outcome !== 'browser') return
  const link = document.createElement('a')
  link.href = `${documentAddress(documentId)}?download`
  link.download = '' // the answer names it
  link.click()
}
