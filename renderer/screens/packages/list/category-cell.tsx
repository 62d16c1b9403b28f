// The category of a package in the table: a press opens the list of categories, where another, none or a new one is chosen.

import { useEffect, useRef, useState } from 'react'
import { CategoryPicker } from '../../../components/category-picker.tsx'
import { cellMark, useCategoryEditing } from './category-editing.ts'
import type { PackageRow } from '../../../components/package-words.ts'
import styles from './cell.module.css'

export function CategoryCell({ row, mayEdit }: { row: PackageRow; mayEdit: boolean }) {
  const { categories, putInto } = useCategoryEditing()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const name = row.categoryName
  const words = name === null ? <span className={styles.none}>–</span> : <bdi title={name}>{name}</bdi>

  useEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  if (!mayEdit) return <span className={styles.still}>{words}</span>
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className={styles.cell}
        data-of="category"
        aria-label={`Change the category of ${row.name}, ${name ?? 'none'}`}
        data-cell={cellMark(row.id)}
        onClick={() => setOpen(true)}
      >
        {words}
      </button>
    )
  return (
    <div className={styles.editor}>
      <CategoryPicker
        aria-label={`Category of ${row.name}`}
        size="xs"
        categories={categories}
        value={row.categoryId}
        onChange={(id, chosen) => {
          setOpen(false)
          if (id !== row.categoryId) putInto(row, id === null ? null : { id, name: chosen ?? '' })
        }}
        startsOpen
        onLeave={() => setOpen(false)}
      />
    </div>
  )
}
