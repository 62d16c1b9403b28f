// What the category cells of a list share: the categories there are, and how a package is put into another.

import { createContext, useContext } from 'react'
import type { PackageRow } from '../../../components/package-words.ts'

interface CategoryEditing {
  categories: readonly { id: number; name: string }[]
  putInto: (row: PackageRow, category: { id: number; name: string } | null) => void
}

export const CategoryEditingContext = createContext<CategoryEditing | null>(null)

export function useCategoryEditing(): CategoryEditing {
  const editing = useContext(CategoryEditingContext)
  if (!editing) throw new Error('A category cell outside the list of packages')
  return editing
}

/** Marks the cell of a package, which takes the focus again once the package stands in another group. */
export const cellMark = (id: number): string => `category of package ${id}`
