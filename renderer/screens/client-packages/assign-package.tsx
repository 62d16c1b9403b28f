// "Assign package": first whom it is for, then the same drawer that sells from a client's page, without an invoice at first.

import { Button, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ClientPicker, type FoundClient } from '../../components/client-picker.tsx'
import { SellDrawer } from '../../components/sell/sell-drawer.tsx'
import { useClientWords } from '../../components/use-practice.ts'

interface Props {
  /** Chosen already. */
  packageId?: number
}

export function AssignPackage({ packageId }: Props) {
  const words = useClientWords()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [client, setClient] = useState<FoundClient | null>(null)
  const choose = (found: FoundClient | null) => {
    if (!found) return
    setAsking(false)
    setClient(found)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>Assign package</Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Which ${words.one} is it for?`} centered>
        <ClientPicker value={null} onChange={choose} autoFocus />
      </Modal>
      {client && (
        <SellDrawer
          clientId={client.id}
          {...(packageId === undefined ? {} : { packageId })}
          assigning
          opened
          onClose={() => setClient(null)}
          onSold={() => void navigate({ to: '/clients/$clientId', params: { clientId: String(client.id) }, search: { tab: 'packages' } })}
        />
      )}
    </>
  )
}
