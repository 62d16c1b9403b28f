// All client packages of one client as cards: those in use first, spent ones pale below, then what others share with them.

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { ClientPackageCard } from '../../components/client-package/client-package-card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { ownFirst } from './client-order.ts'
import type { MayDo, OneClient } from './client-types.ts'
import styles from './client.module.css'

interface Props {
  client: OneClient
  onSell: MayDo
  /** The client package that was looked for. */
  soughtId?: number | undefined
}

export function PackagesTab({ client, onSell, soughtId }: Props) {
  const owned = useQuery(api.clientPackages.ofClient.queryOptions({ input: { clientId: client.id } }))

  return (
    <QueryState
      query={owned}
      empty={
        <Card>
          <EmptyState title="No packages yet" action={onSell && <Button onClick={onSell}>Sell package</Button>}>
            A package that is sold shows here how many sessions are left, until when, and what was paid.
          </EmptyState>
        </Card>
      }
    >
      {(rows) => (
        <div className={styles.cards}>
          {ownFirst(rows, client.id).map((clientPackage) => (
            <ClientPackageCard
              key={clientPackage.id}
              clientPackage={clientPackage}
              viewer={{ id: client.id, name: fullName(client) }}
              sought={clientPackage.id === soughtId}
            />
          ))}
        </div>
      )}
    </QueryState>
  )
}
