// Printing and saving a document. It is printed from the browser's own PDF viewer, in a tab of its own: that prints the PDF
// itself, sharp at any resolution. (Printing it from a hidden frame would need a content policy that lets us be framed.)

import { client } from '../../api.ts'
import { documentAddress } from './document-bytes.ts'

export function printDocument(documentId: string): void {
  window.open(documentAddress(documentId), '_blank', 'noopener')
}

/** The document under its own file name, by the browser's downloads. */
export function saveDocument(documentId: string): void {
  const link = document.createElement('a')
  link.href = `${documentAddress(documentId)}?download`
  link.download = '' // the answer names it
  link.click()
}

/** A receipt is its invoice as it stands now. */
export async function printInvoice(invoiceId: number): Promise<void> {
  const { documentId } = await client.reports.drawInvoice({ invoiceId })
  printDocument(documentId)
}
