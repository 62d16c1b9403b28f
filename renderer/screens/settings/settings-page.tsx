// The settings.

import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'

export function SettingsPage() {
  return (
    <Page>
      <PageHeader title="Settings" />
    </Page>
  )
}
