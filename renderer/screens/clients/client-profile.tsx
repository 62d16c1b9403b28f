// The profile of a client once it is read: head, tabs, side column, and the drawers that work on it.

import { ActionIcon, Button, Tabs } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Fragment, useRef, useState } from 'react'
import { countryNameOf } from '../../../shared/countries.ts'
import { formatClientNumber, formatDate, fullName } from '../../../shared/format.ts'
import { Avatar } from '../../components/avatar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { SellDrawer } from '../../components/sell/sell-drawer.tsx'
import { useCan } from '../../components/use-can.ts'
import { useClientWords } from '../../components/use-practice.ts'
import { AppointmentsTab } from './appointments-tab.tsx'
import { AtAGlance } from './at-a-glance.tsx'
import { ClientDrawer } from './client-drawer.tsx'
import type { OneClient } from './client-types.ts'
import styles from './client.module.css'
import { InvoicesTab } from './invoices-tab.tsx'
import { LinkedTab } from './linked/linked-tab.tsx'
import { NotesCard } from './notes-card.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { PackagesTab } from './packages-tab.tsx'

const route = getRouteApi('/clients/$clientId')
const TABS = ['overview', 'appointments', 'packages', 'invoices', 'linked'] as const
type Tab = (typeof TABS)[number]

export function ClientProfile({ client }: { client: OneClient }) {
  const words = useClientWords()
  const can = useCan()
  const navigate = useNavigate()
  const { tab = 'overview', package: soughtId } = route.useSearch()
  const [open, setOpen] = useState<'sell' | 'edit' | null>(null)
  const params = { clientId: String(client.id) }
  const may = { sell: can('clientPackages.sell'), book: can('appointments.book'), report: can('reports.usage'), edit: can('clients.edit') }
  const book = () => void navigate({ to: '/calendar', search: { book: client.id } })
  const sell = () => setOpen('sell')
  const close = () => setOpen(null)
  const show = (next: Tab) => void navigate({ to: '/clients/$clientId', params, search: { tab: next } })
  const sellButton = useRef<HTMLButtonElement>(null)
  const sellByKey = () => {
    sellButton.current?.focus() // where the drawer gives the focus back to
    sell()
  }
  useHotkeys([
    ['S', () => may.sell && open === null && sellByKey()],
    ['B', () => may.book && open === null && book()],
  ])

  const labels: Record<Tab, [string, number?]> = {
    overview: ['Overview'],
    appointments: ['Appointments', client.counts.appointments],
    packages: ['Packages', client.counts.clientPackages],
    invoices: ['Invoices', client.counts.invoices],
    linked: [`Linked ${words.many}`, client.counts.links],
  }

  return (
    <Tabs value={tab} onChange={(chosen) => show((chosen ?? 'overview') as Tab)} keepMounted={false} className={styles.profile}>
      <PageHeader
        before={<Avatar name={fullName(client)} size={48} />}
        title={fullName(client)}
        beside={
          <>
            <span className={styles.number}>
              {words.One} {formatClientNumber(client.number)}
            </span>
            {may.edit && (
              <ActionIcon aria-label={`Edit ${fullName(client)}`} onClick={() => setOpen('edit')}>
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
            )}
          </>
        }
        subtitle={<Facts client={client} />}
        actions={
          <>
            {may.report && (
              <Button variant="default" onClick={() => void navigate({ to: '/clients/$clientId/statement', params })}>
                Statement
              </Button>
            )}
            {may.book && (
              <Button variant="default" aria-keyshortcuts="B" onClick={book}>
                Book
              </Button>
            )}
            {may.sell && (
              <Button ref={sellButton} aria-keyshortcuts="S" onClick={sell}>
                Sell package
              </Button>
            )}
          </>
        }
        tabs={
          <Tabs.List>
            {TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {labels[name][0]} {labels[name][1] !== undefined && <span className={styles.count}>{labels[name][1]}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        }
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Tabs.Panel value="overview">
            <OverviewTab client={client} onShow={show} onSell={may.sell && sell} onBook={may.book && book} />
          </Tabs.Panel>
          <Tabs.Panel value="appointments">
            <AppointmentsTab clientId={client.id} onBook={may.book && book} />
          </Tabs.Panel>
          <Tabs.Panel value="packages">
            <PackagesTab client={client} onSell={may.sell && sell} soughtId={soughtId} />
          </Tabs.Panel>
          <Tabs.Panel value="invoices">
            <InvoicesTab clientId={client.id} />
          </Tabs.Panel>
          <Tabs.Panel value="linked">
            <LinkedTab client={client} />
          </Tabs.Panel>
        </div>
        <aside className={styles.side} aria-label="At a glance">
          <AtAGlance client={client} />
          <NotesCard client={client} />
        </aside>
      </div>
      <SellDrawer clientId={client.id} opened={open === 'sell'} onClose={close} onSold={() => show('packages')} />
      <ClientDrawer client={client} opened={open === 'edit'} onClose={close} />
    </Tabs>
  )
}

function Facts({ client }: { client: OneClient }) {
  const facts = [
    client.birthDate && formatDate(client.birthDate),
    client.phone,
    client.email,
    client.country && countryNameOf(client.country),
    [client.insurer, client.insurerNumber].filter(Boolean).join(' '),
  ]
  return facts
    .filter((fact): fact is string => Boolean(fact))
    .map((fact, index, all) => (
      <Fragment key={fact}>
        <span className={styles.fact}>
          <bdi>{fact}</bdi>
          {index < all.length - 1 && ' ·'}
        </span>{' '}
      </Fragment>
    ))
}
