// The true preview of a document: the very PDF that is printed or saved, page under page. Used for statements and invoices.
// While another document is drawn, or it is fitted anew beside a drawer, the last one stays and is marked busy.

import { Alert, Button, Skeleton } from '@mantine/core'
import { useDebouncedValue, useElementSize } from '@mantine/hooks'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { PdfPage } from './pdf-page.tsx'
import styles from './pdf-preview.module.css'
import { usePdfDocument } from './use-pdf-document.ts'

interface Props {
  /** Null while it is being drawn. */
  documentId: string | null
  /** What the document is, for its region's name: "Usage statement". */
  label: string
  /** Another one is on its way: this one stays, marked busy. */
  redrawing?: boolean
  /** Why it could not be drawn, when that failed before there was an id. */
  failed?: string | null
  /** Makes the document again; shown when it failed. */
  onMakeAgain?: () => void
}

const A4_RATIO = Math.SQRT2
const WIDEST = 860

export function PdfPreview({ documentId, label, redrawing = false, failed = null, onMakeAgain }: Props) {
  const { ref, width: room } = useElementSize()
  const fitting = Math.min(Math.floor(room), WIDEST)
  const [width] = useDebouncedValue(fitting, 80)
  const { pdf, waiting, failed: notOpened } = usePdfDocument(documentId)
  const ratio = useRatio(pdf)
  const problem = failed ?? notOpened
  const busy = !problem && (waiting || redrawing || documentId === null)

  return (
    <section className={styles.preview} aria-label={`${label}, preview`} aria-busy={busy || width !== fitting} tabIndex={0}>
      <div ref={ref} className={styles.pages} data-stale={(busy && pdf !== null) || undefined}>
        {problem ? (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={`${label} could not be shown`} role="alert">
            <p className={styles.problem}>{problem}</p>
            {onMakeAgain && (
              <Button size="compact-sm" variant="default" onClick={onMakeAgain}>
                Try again
              </Button>
            )}
          </Alert>
        ) : pdf === null ? (
          <Waiting width={width} label={label} />
        ) : (
          Array.from({ length: pdf.numPages }, (_, i) => (
            <PdfPage key={`${pdf.fingerprints[0] ?? ''} ${i}`} pdf={pdf} number={i + 1} width={width} ratio={ratio} />
          ))
        )}
      </div>
    </section>
  )
}

function Waiting({ width, label }: { width: number; label: string }) {
  return (
    <div role="status" className={styles.page} style={{ width, height: Math.round(width * A4_RATIO) }}>
      <span className={styles.waitingWords}>{label} is being drawn</span>
      <Skeleton className={styles.skeleton} height="3%" width="40%" left="8%" top="6%" />
      <Skeleton className={styles.skeleton} height="4%" width="55%" left="8%" top="16%" />
      <Skeleton className={styles.skeleton} height="40%" width="84%" left="8%" top="26%" />
    </div>
  )
}

function useRatio(pdf: PDFDocumentProxy | null): number {
  const [ratio, setRatio] = useState(A4_RATIO)
  useEffect(() => {
    let wanted = true
    pdf?.getPage(1).then(
      (page) => {
        const { width, height } = page.getViewport({ scale: 1 })
        if (wanted) setRatio(height / width)
      },
      () => {}, // closed meanwhile
    )
    return () => {
      wanted = false
    }
  }, [pdf])
  return ratio
}
