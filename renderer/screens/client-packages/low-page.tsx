// Whom to call: client packages with few sessions left or an end that is near, by the practice's own measure (Settings).

import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { CLIENT_PACKAGE_LIST } from '../../components/client-package-list-input.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/list/filter-bar.tsx'
import { PackagesTabs } from '../../components/packages-tabs.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Page } from '../../components/page.tsx'
import { printDocument } from '../../components/pdf-preview/print-document.ts'
import { QueryState } from '../../components/query-state.tsx'
import { SellDrawer } from '../../components/sell/sell-drawer.tsx'
import { showError } from '../../components/show-error.tsx'
import { usePractice } from '../../components/use-practice.ts'
import styles from './client-packages.module.css'
import { ExportButton } from './export-button.tsx'
import { LowTable } from './low-table.tsx'

const LOW: typeof CLIENT_PACKAGE_LIST = { ...CLIENT_PACKAGE_LIST, low: true, states: ['active'], sort: 'end' }
const MOST = 200

export function LowPage() {
  const practice = usePractice()
  const list = useQuery({
    ...api.clientPackages.list.queryOptions({ input: { ...LOW, page: 1, pageSize: MOST } }),
    placeholderData: keepPreviousData,
  })
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set()) // those without a letter
  const [selling, setSelling] = useState<{ clientId: number; packageId: number } | null>(null)
  const letters = useMutation(api.clientPackages.drawLetters.mutationOptions())
  const ids = (list.data?.rows ?? []).map((row) => row.id).filter((id) => !left.has(id))
  const print = () =>
    letters.mutate({ ids }, { onSuccess: ({ documentId }) => printDocument(documentId), onError: (error) => showError(error) })
  const toggle = (id: number) => setLeft((before) => (before.has(id) ? before.difference(new Set([id])) : before.union(new Set([id]))))

  return (
    <Page>
      <PageHeader
        title="Packages"
        tabs={<PackagesTabs tab="low" />}
        actions={
          (list.data?.total ?? 0) > 0 && (
            <Button disabled={ids.length === 0} loading={letters.isPending} onClick={print}>
              Print {plural(ids.length, 'letter')}
            </Button>
          )
        }
      />
      <FilterBar>
        <p className={styles.why}>
          {practice && `${plural(practice.lowSessions, 'session')} left or fewer, or ending within ${plural(practice.lowDays, 'day')}`}
        </p>
        <p role="status">{list.data && plural(list.data.total, 'client package')}</p>
        <ExportButton filter={LOW} disabled={!list.data?.total} />
      </FilterBar>
      <QueryState
        query={list}
        isEmpty={({ total }) => total === 0}
        empty={
          <Card>
            <EmptyState title="Nobody runs low">
              Clients with few sessions left, or with a package that ends soon, are listed here, so that you can call them in time.
            </EmptyState>
          </Card>
        }
      >
        {({ rows, total }) => (
          <>
            <Card flush>
              <LowTable
                rows={rows}
                select={(row) => (
                  <Checkbox
                    aria-label={`Letter to ${row.clientName} about ${row.name}`}
                    checked={!left.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                )}
                onSell={({ clientId, packageId }) => setSelling({ clientId, packageId })}
              />
            </Card>
            {total > rows.length && <p className={styles.why}>The first {MOST} are shown. Filter the client packages for the others.</p>}
          </>
        )}
      </QueryState>
      {selling && <SellDrawer {...selling} opened onClose={() => setSelling(null)} />}
    </Page>
  )
}
