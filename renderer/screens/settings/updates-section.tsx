// New versions of Tenpack: whether it looks for them, what it found, and installing, also from a file on a stick.

import { Button, Progress, Switch, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { showError } from '../../components/show-error.tsx'
import { useCan } from '../../components/use-can.ts'
import styles from './settings.module.css'

type Status = InferContractRouterOutputs<Contract>['updates']['status']
const LOOK_EVERY_MS = 2_000

export function UpdatesSection() {
  const status = useQuery(api.updates.status.queryOptions({ refetchInterval: LOOK_EVERY_MS }))
  return (
    <Page>
      <PageHeader title="Updates" subtitle={status.data && `This is Tenpack ${status.data.version}.`} />
      <QueryState query={status}>{(data) => (data.found.state === 'notOffered' ? <NotOffered /> : <Offered status={data} />)}</QueryState>
    </Page>
  )
}

function NotOffered() {
  return (
    <Card className={styles.fields}>
      <Text>
        This Tenpack runs in the browser and is updated in the way it was installed. In Tenpack’s own window, new versions can be looked for
        here.
      </Text>
    </Card>
  )
}

function Offered({ status }: { status: Status }) {
  const may = useCan()('settings.edit') !== undefined
  const onError = (error: unknown) => showError(error)
  const setChecking = useMutation(api.updates.setChecking.mutationOptions({ onError }))
  const check = useMutation(api.updates.check.mutationOptions({ onError }))
  const install = useMutation(api.updates.install.mutationOptions({ onError }))
  const installFile = useMutation(
    api.updates.installFile.mutationOptions({
      onSuccess: ({ outcome }) => outcome === 'installing' && notifyDone('The update is being installed.'),
      onError,
    }),
  )
  return (
    <>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>From the internet</h2>
        <Switch
          label="Look for new versions when there is internet"
          description="Four times a day, Tenpack asks one address for the number of its newest version. Nothing about the practice is sent. A new version is downloaded beside the work, and installed when you say so."
          checked={status.isOn}
          disabled={!may || setChecking.isPending}
          onChange={(event) => setChecking.mutate({ isOn: event.currentTarget.checked })}
        />
        <Found found={status.found} />
        {may && status.found.state === 'ready' && (
          <Button className={styles.action} loading={install.isPending} onClick={() => install.mutate({})}>
            Install and restart
          </Button>
        )}
        {may && status.isOn && ['idle', 'failed'].includes(status.found.state) && (
          <Button className={styles.action} variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
            Look now
          </Button>
        )}
      </Card>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>From a file</h2>
        <Text>
          {status.canInstallFile
            ? 'An installer on a stick, with its signed list beside it, can be installed without the internet. It is checked before anything of it runs.'
            : 'This build takes no updates from files.'}
        </Text>
        {may && status.canInstallFile && (
          <Button className={styles.action} variant="default" loading={installFile.isPending} onClick={() => installFile.mutate({})}>
            Install from a file …
          </Button>
        )}
      </Card>
    </>
  )
}

function Found({ found }: { found: Status['found'] }) {
  switch (found.state) {
    case 'notOffered':
    case 'idle':
      return <Text c="dimmed">No newer version is known.</Text>
    case 'checking':
      return <Text role="status">Looking …</Text>
    case 'downloading':
      return (
        <div role="status">
          <Text>Tenpack {found.version} is being downloaded.</Text>
          <Progress value={found.percent} aria-label="Downloaded" />
        </div>
      )
    case 'ready':
      return (
        <div role="status">
          <Text fw={600}>Tenpack {found.version} is ready to be installed.</Text>
          {found.notes && <Text className={styles.notes}>{found.notes}</Text>}
        </div>
      )
    case 'failed':
      return <Text role="alert">{found.why}</Text>
  }
}
