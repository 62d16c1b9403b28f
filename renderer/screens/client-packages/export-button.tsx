// The list as it is filtered now, as a file for spreadsheets.

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import type { CLIENT_PACKAGE_LIST } from '../../components/client-package-list-input.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { saveDocument } from '../../components/pdf-preview/print-document.ts'
import { showError } from '../../components/show-error.tsx'

interface Props {
  filter: typeof CLIENT_PACKAGE_LIST
  disabled: boolean
}

export function ExportButton({ filter, disabled }: Props) {
  const exporting = useMutation(api.clientPackages.export.mutationOptions())
  const run = () =>
    exporting.mutate(filter, {
      onSuccess: ({ documentId, rows }) => {
        saveDocument(documentId)
        notifyDone(`${plural(rows, 'row')} exported`)
      },
      onError: (error) => showError(error),
    })
  return (
    <Button variant="default" disabled={disabled} loading={exporting.isPending} onClick={run}>
      Export CSV
    </Button>
  )
}
