// The category of a package in the table: a press opens the list of categories, where another, none or a new one is chosen.

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, newKey } from '../../api.ts'
import { CategoryPicker } from '../../components/category-picker.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import type { PackageRow } from './package-words.ts'
import styles from './packages.module.css'

interface Props {
  row: PackageRow
  categories: readonly { id: number; name: string }[]
  mayEdit: boolean
}

export function CategoryCell({ row, categories, mayEdit }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [ahead, setAhead] = useState<{ of: PackageRow; name: string | null } | null>(null)
  const setCategory = useMutation(api.packages.setCategory.mutationOptions())
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const name = ahead?.of === row ? ahead.name : row.categoryName

  useEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const words = name === null ? <span className={styles.none}>–</span> : <bdi title={name}>{name}</bdi>
  if (!mayEdit) return words

  const said = (category: string | null) => (category === null ? `${row.name} has no category now` : `${row.name} is in ${category} now`)
  function choose(categoryId: number | null, chosen: string | null) {
    setOpen(false)
    if (categoryId === row.categoryId) return
    setAhead({ of: row, name: chosen })
    setCategory.mutate(
      { key: newKey(), id: row.id, categoryId },
      {
        onSuccess: () => notifyDone(said(chosen), { undo: takeBack }),
        onError: (error) => {
          setAhead(null)
          showError(error)
        },
      },
    )
  }
  const takeBack = () =>
    setCategory.mutate(
      { key: newKey(), id: row.id, categoryId: row.categoryId },
      { onSuccess: () => notifyDone(said(row.categoryName)), onError: (error) => showError(error) },
    )

  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className={styles.cell}
        aria-label={`Change the category of ${row.name}, ${name ?? 'none'}`}
        aria-busy={setCategory.isPending || undefined}
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
        onChange={choose}
        startsOpen
        onLeave={() => setOpen(false)}
      />
    </div>
  )
}
