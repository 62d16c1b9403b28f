// The list of invoices ("Sales"): state, search and page stand in the address, and what is due on all of them beside the filters.
// Drafts of coming appointments are left out unless asked for: they have no number and ask for nothing yet.

import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { InvoiceState } from '../../../shared/domain/words.ts'
import { formatMoney, plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { FilterBar } from '../../components/list/filter-bar.tsx'
import { SearchField, TYPING_PAUSE_MS } from '../../components/list/search-field.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Page } from '../../components/page.tsx'
import { Pager } from '../../components/list/pager.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import { InvoicesEmpty } from './invoices-empty.tsx'
import { InvoicesTable } from './invoices-table.tsx'
import { StateFilter } from './state-filter.tsx'

const PAGE_SIZE = 50
const PUBLISHED: InvoiceState[] = ['open', 'partPaid', 'overdue', 'paid', 'loss', 'void']

export function InvoicesPage() {
  const { search = '', states, clientId, page = 1 } = useSearch({ from: '/sales' })
  const navigate = useNavigate({ from: '/sales' })
  const words = useClientWords()
  const invoices = useQuery({
    ...api.invoices.list.queryOptions({
      input: { search, clientId: clientId ?? null, states: states ?? PUBLISHED, page, pageSize: PAGE_SIZE },
    }),
    placeholderData: keepPreviousData,
  })
  const change = (next: { search?: string | undefined; states?: InvoiceState[] | undefined; clientId?: undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next, page: undefined }), replace: true })
  const clear = () => void navigate({ search: {}, replace: true })
  const isFiltered = search !== '' || states !== undefined || clientId !== undefined

  return (
    <Page>
      <PageHeader title="Sales" />
      <FilterBar label="Filter invoices">
        <SearchField
          label={`Number or ${words.one}`}
          value={search}
          waitMs={TYPING_PAUSE_MS}
          onChange={(text) => change({ search: text })}
        />
        <StateFilter states={states} onChange={(chosen) => change({ states: chosen })} />
        {clientId !== undefined && (
          <Button
            variant="default"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={`Show every ${words.one}`}
            onClick={() => change({ clientId: undefined })}
          >
            <bdi>Only {invoices.data?.rows[0]?.clientName ?? `one ${words.one}`}</bdi>
          </Button>
        )}
        <p role="status">
          {invoices.data && (
            <>
              {plural(invoices.data.total, 'invoice')}
              {invoices.data.due.length > 0 && (
                <>
                  {' · '}
                  <b>{invoices.data.due.map((d) => `${formatMoney(d.amountMinor, d.currency)} ${d.currency}`).join(' and ')}</b> due
                </>
              )}
            </>
          )}
        </p>
      </FilterBar>
      <QueryState query={invoices} isEmpty={({ total }) => total === 0} empty={<InvoicesEmpty isFiltered={isFiltered} onClear={clear} />}>
        {({ rows, total }) => (
          <>
            <Card flush>
              <InvoicesTable rows={rows} />
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
