// What belongs to this computer and not to the practice: where it keeps the key of the practice file. For owners alone.

import { Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { confirmDialog } from '../../components/confirm-dialog.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { showError } from '../../components/show-error.tsx'
import styles from './settings.module.css'

export function ComputerSection() {
  const place = useQuery(api.computer.keyPlace.queryOptions())
  const onError = (error: unknown) => showError(error)
  const seal = useMutation(
    api.computer.sealKey.mutationOptions({ onSuccess: () => notifyDone('The key is in this computer’s key store.'), onError }),
  )
  const unseal = useMutation(
    api.computer.unsealKey.mutationOptions({ onSuccess: () => notifyDone('The key is in its file again.'), onError }),
  )
  const askToUnseal = () =>
    confirmDialog({
      title: 'Put the key back into a file?',
      children:
        'Whoever can read that file, and a copy of the practice file, can read the practice. It stays there until you move it again.',
      confirm: 'Put it into a file',
      onConfirm: () => unseal.mutate({}),
    })

  return (
    <Page>
      <PageHeader title="This computer" subtitle="What is kept here and not in the practice file." />
      <QueryState query={place}>
        {({ place: where, canMove }) => (
          <Card className={styles.fields}>
            <h2 className={styles.cardTitle}>Key of the practice file</h2>
            <Text>
              {where === 'keyStore'
                ? 'It is in this computer’s key store: only the person who is signed in to this computer can open the practice, in Tenpack’s own window.'
                : 'It is in a file that only your user account on this computer can read.'}
            </Text>
            {where === 'keyStore' ? (
              <Button className={styles.action} variant="default" loading={unseal.isPending} onClick={askToUnseal}>
                Put it into a file
              </Button>
            ) : canMove ? (
              <Button className={styles.action} loading={seal.isPending} onClick={() => seal.mutate({})}>
                Move it into the key store
              </Button>
            ) : (
              <Text c="dimmed">It can be moved into this computer’s key store in Tenpack’s own window, where the computer has one.</Text>
            )}
          </Card>
        )}
      </QueryState>
    </Page>
  )
}
