// Categories: the groups in which services, products and packages are listed, in the order the practice gives them.

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { CategoryForm } from '../../components/category-form.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan } from '../../components/use-can.ts'
import { CategoriesTable } from './categories-table.tsx'
import { CategoryEnd } from './category-end.tsx'
import type { Category, Doing } from './category-words.ts'

export function CategoriesSection() {
  const mayEdit = useCan()('packages.edit') !== undefined
  const categories = useQuery(api.catalog.listCategories.queryOptions())
  const counts = useQuery(api.catalog.countInCategories.queryOptions())
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  const newButton = mayEdit ? <Button onClick={() => setDoing({ what: 'make' })}>New category</Button> : null
  const rowsOf = (list: Omit<Category, 'held'>[]): Category[] =>
    list.map((category) => ({ ...category, held: counts.data?.find((c) => c.categoryId === category.id) }))

  return (
    <Page>
      <PageHeader
        title="Categories"
        subtitle="Groups for services, products and packages, in the order lists show them."
        actions={newButton}
      />
      <QueryState
        query={categories}
        empty={
          <Card>
            <EmptyState title="No categories yet." action={newButton}>
              With a few dozen packages, groups such as “Physiotherapy” and “Massage” make lists easier to read.
            </EmptyState>
          </Card>
        }
      >
        {(list) => {
          const rows = rowsOf(list)
          const others = (id: number) => rows.filter((row) => row.id !== id)
          return (
            <>
              <CategoriesTable read={rows} mayEdit={mayEdit} onDo={setDoing} />
              {doing?.what === 'rename' && (
                <CategoryForm
                  key={doing.category.id}
                  category={rows.find((row) => row.id === doing.category.id) ?? doing.category}
                  onClose={stop}
                />
              )}
              {(doing?.what === 'merge' || doing?.what === 'delete') && (
                <CategoryEnd
                  key={`${doing.what} ${doing.category.id}`}
                  what={doing.what}
                  category={doing.category}
                  others={others(doing.category.id)}
                  onClose={stop}
                />
              )}
            </>
          )
        }}
      </QueryState>
      {doing?.what === 'make' && <CategoryForm category={null} onClose={stop} />}
    </Page>
  )
}
