// pdf.js, loaded only when a document is shown. Its worker comes from our own origin, as the content policy demands;
// wasm and eval stay off, since the policy forbids both and our documents need neither.

import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

let worker: PDFWorker | null = null

/** Opens the bytes of a PDF. They are copied: pdf.js takes what it is given for itself. Destroy the document's loadingTask when done. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  const { ERRORS: verbosity } = pdfjs.VerbosityLevel // a page left while it is drawn is no warning
  worker ??= new pdfjs.PDFWorker({ verbosity })
  const task = pdfjs.getDocument({ data: bytes.slice(), worker, verbosity, useWasm: false, isEvalSupported: false, useSystemFonts: false })
  return task.promise
}
