// The usage page of a package: what it is, and every client who has it, with what is left, until when, what was paid, and
// the timeline of all that happened.

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { FilterBar } from '../../components/list/filter-bar.tsx'
import { BackLink } from '../../components/place/back-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Page } from '../../components/page.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useCan } from '../../components/use-can.ts'
import { useClock } from '../../components/use-clock.ts'
import { AssignPackage } from './assign-package.tsx'
import styles from './client-packages.module.css'
import { ExportButton } from './export-button.tsx'
import { filterOf, type SoldSearch } from './sold-search.ts'
import { UsageFilters } from './usage-filters.tsx'
import { UsageList } from './usage-list.tsx'
import { UsageOverview } from './usage-overview.tsx'
import { pieceOf } from './use-usage-rows.ts'

export function UsagePage() {
  const { packageId } = useParams({ from: '/packages/$packageId/usage' })
  const search = useSearch({ from: '/packages/$packageId/usage' })
  const navigate = useNavigate({ from: '/packages/$packageId/usage' })
  const { today } = useClock()
  const can = useCan()
  const id = Number(packageId)
  const versions = useQuery(api.packages.versions.queryOptions({ input: { id } }))
  const current = versions.data?.find((v) => v.current)
  const pkg = useQuery(api.packages.get.queryOptions({ input: { id } }))
  const filter = { ...filterOf(search, today), packageId: id }
  const change = (next: SoldSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const isOffered = pkg.data?.active === true && !pkg.data.deleted
  const { data: piece } = useQuery(pieceOf(filter, 1))

  // The page is about the package in all its versions, so it has one address: that of the version that is sold.
  if (current && current.id !== id)
    return <Navigate to="/packages/$packageId/usage" params={{ packageId: String(current.id) }} search={search} replace />
  return (
    <Page>
      <PageHeader
        title={pkg.data?.name ?? 'Package'}
        beside={
          pkg.data?.deleted ? <ToneBadge tone="bad">Deleted</ToneBadge> : pkg.data && !pkg.data.active && <ToneBadge>Inactive</ToneBadge>
        }
        subtitle={
          <BackLink to="/packages" className={styles.back}>
            All packages
          </BackLink>
        }
        actions={
          pkg.data && (
            <>
              <Button variant="default" onClick={() => void navigate({ to: '/packages/$packageId', params: { packageId } })}>
                {can('packages.edit') ? 'Edit package' : 'Open package'}
              </Button>
              {can('clientPackages.sell') && isOffered && <AssignPackage packageId={id} />}
            </>
          )
        }
      />
      <QueryState query={pkg}>
        {(data) => (
          <QueryState query={versions}>
            {(all) => (
              <>
                <UsageOverview pkg={data} versions={all} />
                <FilterBar label="Filter the clients who have it">
                  <UsageFilters search={search} onChange={change} />
                  <ExportButton filter={filter} disabled={piece?.total === 0} />
                </FilterBar>
                <UsageList filter={filter} search={search} onChange={change} />
              </>
            )}
          </QueryState>
        )}
      </QueryState>
    </Page>
  )
}
