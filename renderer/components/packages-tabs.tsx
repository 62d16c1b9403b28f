// The tabs of the packages room: what can be sold, what was sold, and whom to call. Each tab has its own address.

import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../api.ts'
import { CLIENT_PACKAGE_LIST } from './client-package-list-input.ts'
import styles from './packages-tabs.module.css'

export type PackagesTab = 'packages' | 'sold' | 'low'

const ADDRESSES = { packages: '/packages', sold: '/packages/sold', low: '/packages/low' } as const

export function PackagesTabs({ tab }: { tab: PackagesTab }) {
  const navigate = useNavigate()
  const packages = useQuery(api.packages.list.queryOptions({ input: { includeDeleted: false } }))
  const sold = useCount({})
  const low = useCount({ low: true, states: ['active'] })
  const tabs = [
    ['packages', 'Packages', packages.data?.filter((p) => p.active).length],
    ['sold', 'Client packages', sold],
    ['low', 'Running low', low],
  ] as const
  return (
    <Tabs value={tab} onChange={(next) => void navigate({ to: ADDRESSES[(next ?? 'packages') as PackagesTab] })}>
      <Tabs.List aria-label="Packages">
        {tabs.map(([name, words, count]) => (
          <Tabs.Tab key={name} value={name} aria-controls={undefined}>
            {words}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

function useCount(filter: Partial<typeof CLIENT_PACKAGE_LIST>): number | undefined {
  const { data } = useQuery(api.clientPackages.list.queryOptions({ input: { ...CLIENT_PACKAGE_LIST, ...filter, page: 1, pageSize: 1 } }))
  return data?.total
}
