// The clients that this one is linked with, and what each may do for the other; linking, changing and unlinking.

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fullName } from '../../../../shared/format.ts'
import { api } from '../../../api.ts'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { useCan } from '../../../components/use-can.ts'
import { useClientWords } from '../../../components/use-practice.ts'
import type { OneClient } from '../client-types.ts'
import { LinkDrawer } from './link-drawer.tsx'
import type { Linked } from './link-words.ts'
import { LinkedCard } from './linked-card.tsx'
import styles from './linked.module.css'

export function LinkedTab({ client }: { client: OneClient }) {
  const words = useClientWords()
  const mayEdit = useCan()('clients.edit') !== undefined
  const links = useQuery(api.clients.links.queryOptions({ input: { clientId: client.id } }))
  const [open, setOpen] = useState<Linked | 'new' | null>(null)
  const close = () => setOpen(null)
  const linkButton = mayEdit && <Button onClick={() => setOpen('new')}>Link {words.one}</Button>

  return (
    <>
      <QueryState
        query={links}
        empty={
          <Card>
            <EmptyState title={`No linked ${words.many}`} action={linkButton}>
              Link a parent, a child or a partner: who may book for whom, and who may use sessions of whose packages.
            </EmptyState>
          </Card>
        }
      >
        {(rows) => (
          <div className={styles.cards}>
            {rows.map((linked) => (
              <LinkedCard key={linked.otherId} client={client} linked={linked} onEdit={mayEdit ? () => setOpen(linked) : undefined} />
            ))}
            {linkButton && <div>{linkButton}</div>}
          </div>
        )}
      </QueryState>
      {open !== null && (
        <LinkDrawer
          key={open === 'new' ? 'new' : open.otherId}
          client={{ id: client.id, name: fullName(client) }}
          linked={open === 'new' ? null : (links.data?.find((l) => l.otherId === open.otherId) ?? open)}
          onClose={close}
        />
      )}
    </>
  )
}
