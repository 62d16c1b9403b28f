// How the books can end after the refund, each with what the invoice will say.

import { Radio } from '@mantine/core'
import type { BookEnding } from '../../../../shared/domain/words.ts'
import { type BookEnd, BOOKS_TITLES, booksWords, type CancelPreview } from './cancel-words.ts'
import styles from './cancel.module.css'

interface Props {
  preview: CancelPreview
  invoiceNumber: number
  ends: readonly BookEnd[]
  books: BookEnding
  onChange: (books: BookEnding) => void
}

export function BooksChoice({ preview, invoiceNumber, ends, books, onChange }: Props) {
  const [only] = ends
  if (ends.length === 1 && only)
    return (
      <p className={styles.said}>
        Invoice {invoiceNumber}: {booksWords(only, preview)}
      </p>
    )
  return (
    <Radio.Group label={`Invoice ${invoiceNumber}`} value={books} onChange={onChange}>
      <div className={styles.rows}>
        {ends.map((end) => (
          <Radio.Card key={end.books} value={end.books} className={styles.row}>
            <Radio.Indicator />
            <span>
              <b>{BOOKS_TITLES[end.books]}</b>
              <span className={styles.note}>{booksWords(end, preview)}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
