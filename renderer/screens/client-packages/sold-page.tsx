// The list of client packages: every one that was sold or assigned, filtered and sorted by what stands in the address.

import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PackagesTabs } from '../../components/packages-tabs.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Page } from '../../components/page.tsx'
import { FilterBar } from '../../components/list/filter-bar.tsx'
import { Pager } from '../../components/list/pager.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan } from '../../components/use-can.ts'
import { useClock } from '../../components/use-clock.ts'
import { AssignPackage } from './assign-package.tsx'
import { ExportButton } from './export-button.tsx'
import { SoldFilters } from './sold-filters.tsx'
import { filterOf, isFiltered, type SoldSearch } from './sold-search.ts'
import { SoldTable } from './sold-table.tsx'

const PAGE_SIZE = 50

export function SoldPage() {
  const search = useSearch({ from: '/packages/sold' })
  const navigate = useNavigate({ from: '/packages/sold' })
  const { today } = useClock()
  const maySell = useCan()('clientPackages.sell') !== undefined
  const filter = filterOf(search, today)
  const page = search.page ?? 1
  const list = useQuery({
    ...api.clientPackages.list.queryOptions({ input: { ...filter, page, pageSize: PAGE_SIZE } }),
    placeholderData: keepPreviousData,
  })
  const packages = useQuery(api.packages.list.queryOptions({ input: { includeDeleted: true } }))
  const categories = useQuery(api.catalog.listCategories.queryOptions())
  const change = (next: SoldSearch) => void navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace: true })

  return (
    <Page>
      <PageHeader title="Packages" actions={maySell && <AssignPackage />} tabs={<PackagesTabs tab="sold" />} />
      <FilterBar label="Filter client packages">
        <SoldFilters search={search} onChange={change} packages={packages.data ?? []} categories={categories.data ?? []} />
        <p role="status">{list.data && plural(list.data.total, 'client package')}</p>
        <ExportButton filter={filter} disabled={!list.data?.total} />
      </FilterBar>
      <QueryState
        query={list}
        isEmpty={({ total }) => total === 0}
        empty={
          <Card>
            {isFiltered(search) ? (
              <EmptyState
                title="No client package matches these filters"
                action={
                  <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
                    Show all
                  </Button>
                }
              />
            ) : (
              <EmptyState title="No package was sold yet" action={maySell && <AssignPackage />}>
                Each package that a client owns is listed here: what is left of it, until when, and what was paid.
              </EmptyState>
            )}
          </Card>
        }
      >
        {({ rows, total }) => (
          <>
            <Card flush>
              <SoldTable rows={rows} search={search} onChange={change} />
            </Card>
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next === 1 ? undefined : next }) })}
            />
          </>
        )}
      </QueryState>
    </Page>
  )
}
