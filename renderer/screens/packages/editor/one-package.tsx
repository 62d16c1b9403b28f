// One package in the editor: as it is, or its next version. It opens with what is read now, never with what was read before;
// and what is read again meanwhile never overwrites what is being typed.

import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { PackageEditor } from './package-editor.tsx'
import { useCatalog } from './use-catalog.ts'
import { useVersions } from './use-versions.ts'
import { useWays } from './use-ways.ts'

export function OnePackage({ id, renewing }: { id: number; renewing: boolean }) {
  const catalog = useCatalog()
  const saved = useQuery(api.packages.get.queryOptions({ input: { id } }))
  const versions = useVersions(id)
  const ways = useWays()
  return (
    <Page>
      {!(saved.isFetchedAfterMount && saved.data && catalog.data && versions.data) && <PageHeader title="Package" />}
      <QueryState query={saved}>
        {(pkg) =>
          saved.isFetchedAfterMount && (
            <QueryState query={versions}>
              {(all) => (
                <QueryState query={catalog}>
                  {(data) => (
                    // What nobody bought yet needs no version: it is changed as it is.
                    <PackageEditor
                      saved={pkg}
                      versions={all}
                      renewing={renewing && pkg.locked && all[0]?.id === id}
                      start={null}
                      catalog={data}
                      {...ways}
                    />
                  )}
                </QueryState>
              )}
            </QueryState>
          )
        }
      </QueryState>
    </Page>
  )
}
