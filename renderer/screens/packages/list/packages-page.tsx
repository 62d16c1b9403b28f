// The packages that can be sold: filtered and sorted by what stands in the address, grouped where categories are in use.

import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Card } from '../../../components/card.tsx'
import { CategoryForm } from '../../../components/category-form.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PackagesTabs } from '../../../components/packages-tabs.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { useCan } from '../../../components/use-can.ts'
import { PackagesList } from './packages-list.tsx'
import type { PackagesSearch } from './packages-search.ts'

export function PackagesPage() {
  const search = useSearch({ from: '/packages' })
  const navigate = useNavigate({ from: '/packages' })
  const mayEdit = useCan()('packages.edit') !== undefined
  const packages = useQuery(api.packages.list.queryOptions({ input: { includeDeleted: search.deleted === true } }))
  const categories = useQuery(api.catalog.listCategories.queryOptions())
  const [isNaming, setNaming] = useState(false)
  const change = (next: PackagesSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  useHotkeys([['N', () => mayEdit && void navigate({ to: '/packages/new' })]])
  const newPackage = mayEdit && (
    <Button component={Link} to="/packages/new">
      New package
    </Button>
  )
  const newCategory = mayEdit && (
    <Button variant="default" onClick={() => setNaming(true)}>
      New category
    </Button>
  )

  return (
    <Page>
      <PageHeader
        title="Packages"
        actions={
          <>
            {newCategory}
            {newPackage}
          </>
        }
        tabs={<PackagesTabs tab="packages" />}
      />
      <QueryState
        query={packages}
        isEmpty={(rows) => rows.length === 0 && search.deleted !== true}
        empty={
          <Card>
            <EmptyState title="No packages yet" action={newPackage}>
              A package holds sessions that clients buy together: ten physio sessions, or a massage a month. What you make here can be sold
              at once.
            </EmptyState>
          </Card>
        }
      >
        {(rows) => (
          <QueryState query={categories} isEmpty={() => false}>
            {(known) => (
              <PackagesList
                read={rows}
                categories={known}
                search={search}
                onChange={change}
                onReset={() => void navigate({ search: {}, replace: true })}
              />
            )}
          </QueryState>
        )}
      </QueryState>
      {isNaming && <CategoryForm category={null} onClose={() => setNaming(false)} />}
    </Page>
  )
}
