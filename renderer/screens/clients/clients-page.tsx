// The list of clients: search as you type, kept in the address; a row opens the profile. Enter in the search field
// opens the first row, so a client is reached with a few letters.

import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/list/filter-bar.tsx'
import { SearchField, TYPING_PAUSE_MS } from '../../components/list/search-field.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan } from '../../components/use-can.ts'
import { useClientWords } from '../../components/use-practice.ts'
import { ClientDrawer } from './client-drawer.tsx'
import { ClientsTable } from './clients-table.tsx'
import { Pager } from '../../components/list/pager.tsx'

const route = getRouteApi('/clients')
const PAGE_SIZE = 50

export function ClientsPage() {
  const words = useClientWords()
  const can = useCan()
  const navigate = useNavigate()
  const { search = '', page = 1, new: adding = false } = route.useSearch()
  const list = useQuery({
    ...api.clients.list.queryOptions({ input: { search, page, pageSize: PAGE_SIZE } }),
    placeholderData: keepPreviousData,
  })

  const open = (id: number) => void navigate({ to: '/clients/$clientId', params: { clientId: String(id) } })
  const mayAdd = can('clients.edit') !== undefined
  const show = (next: { page?: number; new?: boolean }) => void navigate({ to: '/clients', search: { ...(search && { search }), ...next } })
  const add = () => show({ new: true })
  useHotkeys([['N', () => mayAdd && add()]])

  return (
    <Page>
      <PageHeader title={words.Many} actions={mayAdd && <Button onClick={add}>New {words.one}</Button>} />
      <FilterBar label={`Filter ${words.many}`}>
        <SearchField
          label={`Search ${words.many}`}
          placeholder="Name, phone, e-mail or number"
          autoFocus
          value={search}
          waitMs={TYPING_PAUSE_MS}
          onChange={(text) => void navigate({ to: '/clients', search: text ? { search: text } : {}, replace: true })}
          onKeyDown={(event) => {
            const isShown = list.data !== undefined && event.currentTarget.value.trim() === search && !list.isPlaceholderData
            const first = list.data?.rows[0]
            if (event.key === 'Enter' && isShown && search !== '' && first) open(first.id)
          }}
        />
        <span role="status">
          {list.data && (search === '' ? plural(list.data.total, words.one, words.many) : `${list.data.total} found`)}
        </span>
      </FilterBar>
      <QueryState
        query={list}
        isEmpty={({ total }) => total === 0}
        empty={
          <Card>
            {search === '' ? (
              <EmptyState title={`No ${words.many} yet`} action={mayAdd && <Button onClick={add}>New {words.one}</Button>}>
                Everyone you treat is listed here, with their packages, visits and invoices.
              </EmptyState>
            ) : (
              <EmptyState
                title={`No ${words.one} matches “${search}”`}
                action={
                  mayAdd && (
                    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={add}>
                      <span>
                        Add “<bdi>{search}</bdi>”
                      </span>
                    </Button>
                  )
                }
              >
                Try the beginning of a name, a phone number, an e-mail address or a number.
              </EmptyState>
            )}
          </Card>
        }
      >
        {({ rows, total }) => (
          <>
            <Card flush>
              <ClientsTable rows={rows} label={words.Many} onOpen={open} />
            </Card>
            <Pager page={page} pageSize={PAGE_SIZE} total={total} onPage={(next) => show({ page: next })} />
          </>
        )}
      </QueryState>
      <ClientDrawer
        client={null}
        typed={list.data?.total === 0 ? search : ''}
        opened={adding && mayAdd}
        onClose={() => show({ page })}
        onSaved={(client) => open(client.id)}
      />
    </Page>
  )
}
