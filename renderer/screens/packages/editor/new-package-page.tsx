// The editor of a new package: empty, or with the terms of another one that it starts from.

import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { api } from '../../../api.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { PackageEditor } from './package-editor.tsx'
import { copyOf, type PackageValues } from './package-form.ts'
import { useCatalog } from './use-catalog.ts'
import { useWays } from './use-ways.ts'

export function NewPackagePage() {
  const { from } = useSearch({ from: '/packages/new' })
  return from === undefined ? <NewPackage start={null} /> : <PackageCopy id={from} />
}

function NewPackage({ start }: { start: PackageValues | null }) {
  const catalog = useCatalog()
  const ways = useWays()
  return (
    <Page>
      {!catalog.data && <PageHeader title="New package" />}
      <QueryState query={catalog}>
        {(data) => <PackageEditor saved={null} versions={[]} renewing={false} start={start} catalog={data} {...ways} />}
      </QueryState>
    </Page>
  )
}

function PackageCopy({ id }: { id: number }) {
  const original = useQuery(api.packages.get.queryOptions({ input: { id } }))
  if (original.data) return <NewPackage start={copyOf(original.data)} />
  return (
    <Page>
      <PageHeader title="New package" />
      <QueryState query={original}>{() => null}</QueryState>
    </Page>
  )
}
