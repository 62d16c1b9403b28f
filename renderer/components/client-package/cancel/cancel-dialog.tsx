// Asks before a client package is cancelled: what lapses, what becomes of its visits, what is given back and how, and how
// the books end. Every figure comes from the preview; nothing happens before the red button.

import { Modal } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { minor } from '../../../../shared/money.ts'
import { api, client } from '../../../api.ts'
import { QueryState } from '../../query-state.tsx'
import { useFocusReturn } from '../../use-focus-return.ts'
import type { ClientPackage } from '../client-package-words.ts'
import { CancelForm } from './cancel-form.tsx'

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function CancelDialog({ clientPackage: { id, name }, onClose }: Props) {
  useFocusReturn()
  const [ownMinor, setOwn] = useState<number | null>(null)
  const input = { id, ownMinor: minor(ownMinor ?? 0) }
  const preview = useQuery({
    ...api.clientPackages.previewCancel.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  return (
    <Modal opened onClose={onClose} size={820} title={<bdi>Cancel {name}?</bdi>} closeButtonProps={{ 'aria-label': 'Close' }}>
      <QueryState query={preview}>
        {(data) => (
          <CancelForm
            id={id}
            name={name}
            preview={data}
            ownMinor={ownMinor}
            onOwn={setOwn}
            current={async () => (preview.isPlaceholderData ? client.clientPackages.previewCancel(input) : data)}
            onStale={() => void preview.refetch()}
            onClose={onClose}
          />
        )}
      </QueryState>
    </Modal>
  )
}
