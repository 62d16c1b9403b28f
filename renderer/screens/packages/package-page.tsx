// The editor of one package, or of a new one. What is read again meanwhile never overwrites what is being typed.

import { useQuery } from '@tanstack/react-query'
import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { Page } from '../../components/page.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { PackageEditor } from './package-editor.tsx'
import { useCatalog } from './use-catalog.ts'

export function PackagePage() {
  const { packageId } = useParams({ strict: false })
  return packageId === undefined ? <NewPackage /> : <OnePackage key={packageId} id={Number(packageId)} />
}

function NewPackage() {
  const catalog = useCatalog()
  const ways = useWays()
  return (
    <Page>
      {!catalog.data && <PageHeader title="New package" />}
      <QueryState query={catalog}>{(data) => <PackageEditor saved={null} catalog={data} {...ways} />}</QueryState>
    </Page>
  )
}

function OnePackage({ id }: { id: number }) {
  const catalog = useCatalog()
  const saved = useQuery(api.packages.get.queryOptions({ input: { id } }))
  const ways = useWays()
  return (
    <Page>
      {!(saved.data && catalog.data) && <PageHeader title="Package" />}
      <QueryState query={saved}>
        {(pkg) => <QueryState query={catalog}>{(data) => <PackageEditor saved={pkg} catalog={data} {...ways} />}</QueryState>}
      </QueryState>
    </Page>
  )
}

/** Back goes to where the editor was opened from, so the list keeps its filters. */
function useWays() {
  const router = useRouter()
  const navigate = useNavigate()
  const canGoBack = useCanGoBack()
  return {
    onLeave: () => (canGoBack ? router.history.back() : void navigate({ to: '/packages' })),
    onStay: ({ id }: { id: number }) => void navigate({ to: '/packages/$packageId', params: { packageId: String(id) }, replace: true }),
  }
}
