// Prints a document through the browser's own PDF viewer, in a frame nobody sees; where there is none, or it keeps its
// window to itself, the document opens in a tab, to be printed from there.

import { client } from '../../api.ts'
import { documentAddress } from './document-bytes.ts'
import styles from './pdf-preview.module.css'

/** The frame must live until the print dialog is done with it, which nobody tells us: it stays until the next one. */
let frame: HTMLIFrameElement | null = null

export function printDocument(documentId: string): void {
  frame?.remove()
  if (!navigator.pdfViewerEnabled) return openDocument(documentId)
  const own = document.createElement('iframe')
  own.className = styles.printing ?? ''
  own.title = 'Printing'
  own.tabIndex = -1
  own.setAttribute('aria-hidden', 'true')
  own.addEventListener('load', () => {
    try {
      own.contentWindow?.focus()
      own.contentWindow?.print()
    } catch {
      openDocument(documentId)
    }
  })
  own.src = documentAddress(documentId)
  document.body.append(own)
  frame = own
}

export function openDocument(documentId: string): void {
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
