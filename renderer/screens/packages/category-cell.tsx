// The category of a package in the table: a press opens the list of categories, where another, none or a new one is chosen.

import { useMutation } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
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

/** Only a button until it is pressed: a long list opens faster so. */
export function CategoryCell({ row, categories, mayEdit }: Props) {
  const [isUsed, setUsed] = useState(false)
  if (!mayEdit) return <CategoryName name={row.categoryName} />
  return isUsed ? (
    <UsedCell row={row} categories={categories} />
  ) : (
    <CategoryButton row={row} name={row.categoryName} onPress={() => setUsed(true)} />
  )
}

function UsedCell({ row, categories }: Omit<Props, 'mayEdit'>) {
  const [isOpen, setOpen] = useState(true)
  const [ahead, setAhead] = useState<{ of: PackageRow; name: string | null } | null>(null)
  const setCategory = useMutation(api.packages.setCategory.mutationOptions())
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const name = ahead?.of === row ? ahead.name : row.categoryName

  useEffect(() => {
    if (!isOpen && wasOpen.current && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

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
    return <CategoryButton row={row} name={name} isSaving={setCategory.isPending} button={button} onPress={() => setOpen(true)} />
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

interface ButtonProps {
  row: PackageRow
  name: string | null
  onPress: () => void
  isSaving?: boolean
  button?: RefObject<HTMLButtonElement | null>
}

function CategoryButton({ row, name, onPress, isSaving = false, button }: ButtonProps) {
  return (
    <button
      ref={button}
      type="button"
      className={styles.cell}
      aria-label={`Change the category of ${row.name}, ${name ?? 'none'}`}
      aria-busy={isSaving || undefined}
      onClick={onPress}
    >
      <CategoryName name={name} />
    </button>
  )
}

const CategoryName = ({ name }: { name: string | null }) =>
  name === null ? <span className={styles.none}>–</span> : <bdi title={name}>{name}</bdi>
