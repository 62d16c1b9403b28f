// The practice itself: what stands on its papers, and its house rules.

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { PracticeForm } from './practice-form.tsx'

export function PracticeSection() {
  const settings = useQuery(api.settings.get.queryOptions())
  return (
    <Page>
      <PageHeader title="Practice" subtitle="What stands on invoices and statements, and the rules of the house." />
      <QueryState query={settings}>{(practice) => <PracticeForm practice={practice} />}</QueryState>
    </Page>
  )
}
