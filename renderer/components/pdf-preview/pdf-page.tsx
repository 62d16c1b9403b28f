// One page of a PDF on a canvas, with its text beside it for those who can't see it. Drawn when it comes near the view;
// its place is kept before that, so nothing jumps.

import { VisuallyHidden } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import styles from './pdf-preview.module.css'

interface Props {
  pdf: PDFDocumentProxy
  number: number
  /** In CSS pixels. */
  width: number
  /** Height ÷ width of the document's first page, until this one is known. */
  ratio: number
}

export function PdfPage({ pdf, number, width, ratio }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [text, setText] = useState('')
  const [drawnWidth, setDrawnWidth] = useState(0)
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '800px' })
  const near = entry?.isIntersecting ?? number === 1

  useEffect(() => {
    if (!near || width === 0) return
    const drawing = drawPage(pdf, number, width, canvas.current, () => setDrawnWidth(width))
    return drawing.stop
  }, [pdf, number, width, near])

  useEffect(() => {
    let wanted = true
    void textOfPage(pdf, number).then((words) => wanted && setText(words))
    return () => {
      wanted = false
    }
  }, [pdf, number])

  return (
    <div ref={ref} className={styles.page} aria-busy={near && drawnWidth !== width} style={{ width, height: Math.round(width * ratio) }}>
      <canvas ref={canvas} role="img" aria-label={`Page ${number} of ${pdf.numPages}`} className={styles.canvas} />
      <VisuallyHidden>{text}</VisuallyHidden>
    </div>
  )
}

/** Draws beside the screen first and swaps the picture in whole, so a redrawn page does not flash white. */
function drawPage(pdf: PDFDocumentProxy, number: number, width: number, target: HTMLCanvasElement | null, onDrawn: () => void) {
  let stopped = false
  let cancel = () => {}
  const draw = async () => {
    const page = await pdf.getPage(number)
    const sharpness = Math.min(window.devicePixelRatio || 1, 3)
    const viewport = page.getViewport({ scale: (width * sharpness) / page.getViewport({ scale: 1 }).width })
    const beside = document.createElement('canvas')
    beside.width = Math.round(viewport.width)
    beside.height = Math.round(viewport.height)
    if (stopped) return
    const task = page.render({ canvas: beside, viewport })
    cancel = () => task.cancel()
    await task.promise
    if (stopped || !target) return
    target.width = beside.width
    target.height = beside.height
    target.getContext('2d')?.drawImage(beside, 0, 0)
    onDrawn()
  }
  // A drawing that was stopped, or whose document was closed, ends in a rejection that means nothing.
  draw().catch((error: unknown) => {
    if (!stopped) console.error(error)
  })
  return {
    stop: () => {
      stopped = true
      cancel()
    },
  }
}

async function textOfPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  } catch {
    return '' // closed meanwhile
  }
}
