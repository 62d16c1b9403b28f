// A drawn document, opened for showing. While the next one is on its way the last one stays, so a preview never blinks.

import { useQuery } from '@tanstack/react-query'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { Refusal } from '../../../shared/errors.ts'
import { sentenceOfError } from '../../errors.ts'
import { documentBytes } from './document-bytes.ts'
import { openPdf } from './pdf-engine.ts'

export interface PdfDocument {
  /** The newest one that could be opened; null until there is one. */
  pdf: PDFDocumentProxy | null
  bytes: Uint8Array | null
  /** Whether `pdf` is not (yet) the document asked for. */
  waiting: boolean
  /** What went wrong with the document asked for. */
  failed: string | null
}

interface Opened {
  bytes: Uint8Array
  pdf: PDFDocumentProxy | null
  failed: string | null
}

export function usePdfDocument(documentId: string | null): PdfDocument {
  const fetched = useQuery(documentBytes(documentId))
  const bytes = fetched.data ?? null
  const [opened, setOpened] = useState<Opened | null>(null)

  useEffect(() => {
    if (bytes === null) return
    let wanted = true
    openPdf(bytes).then(
      (pdf) => (wanted ? setOpened({ bytes, pdf, failed: null }) : void pdf.loadingTask.destroy()),
      (error: unknown) => wanted && setOpened({ bytes, pdf: null, failed: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      wanted = false
    }
  }, [bytes])

  const pdf = opened?.pdf ?? null
  useEffect(() => () => void pdf?.loadingTask.destroy(), [pdf])

  const isOfThis = bytes !== null && opened?.bytes === bytes
  return {
    pdf,
    bytes,
    waiting: documentId !== null && !fetched.isError && !isOfThis,
    failed: (fetched.error && sentenceOf(fetched.error)) ?? (isOfThis ? opened.failed : null),
  }
}

const sentenceOf = (error: Error): string => (error instanceof Refusal ? error.message : sentenceOfError(error))
