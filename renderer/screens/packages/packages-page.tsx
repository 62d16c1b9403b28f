// The list of packages: filtered and sorted by what stands in the address, grouped by category where categories are in use.

import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PackagesTabs } from '../../components/packages-tabs.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Page } from '../../components/page.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan } from '../../components/use-can.ts'
import { PackagesFilters } from './packages-filters.tsx'
import { grouped, matching, type PackagesSearch, sorted } from './packages-search.ts'
import { PackagesTable } from './packages-table.tsx'

export function PackagesPage() {
  const search = useSearch({ from: '/packages' })
  const navigate = useNavigate({ from: '/packages' })
  const mayEdit = useCan()('packages.edit') !== undefined
  const packages = useQuery(api.packages.list.queryOptions({ input: { includeDeleted: search.deleted === true } }))
  const categories = useQuery(api.catalog.listCategories.queryOptions())
  const change = (next: PackagesSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  useHotkeys([['N', () => mayEdit && void navigate({ to: '/packages/new' })]])
  const newPackage = mayEdit && (
    <Button component={Link} to="/packages/new">
      New package
    </Button>
  )

  return (
    <Page>
      <PageHeader title="Packages" actions={newPackage} tabs={<PackagesTabs tab="packages" />} />
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
        {(rows) => {
          const shown = sorted(matching(rows, search), search)
          const groups = search.grouped === false ? null : grouped(shown, categories.data ?? [])
          const canGroup = rows.some((row) => row.categoryId !== null)
          return (
            <>
              <PackagesFilters search={search} onChange={change} categories={categories.data ?? []} canGroup={canGroup} />
              {shown.length > 0 ? (
                <PackagesTable rows={shown} groups={groups} search={search} onChange={change} />
              ) : (
                <Card>
                  <EmptyState
                    title="No package matches these filters"
                    action={
                      <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
                        Show all active packages
                      </Button>
                    }
                  />
                </Card>
              )}
            </>
          )
        }}
      </QueryState>
    </Page>
  )
}
