// Suggestions for packages: which language model is asked, if any. The key can be entered and replaced, and is shown to nobody.

import { Button, Group, PasswordInput, Text, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Contract } from '../../../shared/contract/index.ts'
import { ConnectModel } from '../../../shared/contract/suggestions.ts'
import { api, client, newKey } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { focusMistake } from '../../components/focus-mistake.ts'
import { MeanwhileNotice } from '../../components/meanwhile-notice.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { showError } from '../../components/show-error.tsx'
import { useAsking } from '../../components/use-asking.ts'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import { useLeaveGuard } from '../../components/use-leave-guard.ts'
import styles from './settings.module.css'

type Connection = InferContractRouterOutputs<Contract>['suggestions']['connection']

export function SuggestionsSection() {
  const connection = useQuery(api.suggestions.connection.queryOptions())
  return (
    <Page>
      <PageHeader title="Suggestions" subtitle="A description and a category for a package, offered while it is made." />
      <QueryState query={connection}>
        {(data) => (
          <>
            <Card className={styles.fields}>
              <h2 className={styles.cardTitle}>By Tenpack</h2>
              <Text>
                Tenpack describes a package by its own rule, from the package’s services, numbers and end. Nobody is asked, and nothing
                leaves this computer.
              </Text>
            </Card>
            <ModelCard connection={data} />
          </>
        )}
      </QueryState>
    </Page>
  )
}

function ModelCard({ connection }: { connection: Connection }) {
  const { isOn, hasKey } = connection
  const form = useForm({
    initialValues: valuesOf(connection),
    validate: schemaResolver(ConnectModel, { sync: true }),
  })
  const connect = useMutation(api.suggestions.connect.mutationOptions())
  const disconnect = useMutation(api.suggestions.disconnect.mutationOptions({ onError: (error) => showError(error) }))
  const trial = useAsking<{ description: string }>()
  const meanwhile = useMeanwhile(form, valuesOf(connection))
  useLeaveGuard(form.isDirty)

  const restart = (saved: Connection) => {
    form.setInitialValues(valuesOf(saved))
    form.reset()
  }
  const typed = () => {
    const { modelKey, ...rest } = form.getValues()
    return { ...rest, modelKey: modelKey === '' && hasKey ? null : modelKey }
  }
  const submit = form.onSubmit(
    () =>
      connect.mutate(typed(), {
        onSuccess: (saved) => {
          restart(saved)
          notifyDone(`${saved.model} is connected.`)
        },
        onError: (error) => showError(error, form),
      }),
    focusMistake(form),
  )
  const tryIt = () => {
    if (form.validate().hasErrors) return
    const { key: _key, mark: _mark, ...tried } = typed()
    trial.ask(() => client.suggestions.tryConnection(tried))
  }
  const switchOff = () =>
    disconnect.mutate(
      { key: newKey() },
      {
        onSuccess: (saved) => {
          restart(saved)
          notifyDone('No language model is asked any more. Its key is forgotten.')
        },
      },
    )

  return (
    <Card className={styles.fields}>
      <h2 className={styles.cardTitle}>By a language model{isOn ? '' : ' (switched off)'}</h2>
      <Text>
        Any server with the interface of OpenAI’s chat completions can be connected, such as Ollama or LM Studio on this computer. It is
        asked only when somebody presses “Ask” at a package, and told the names of the package, its services and products, how many of each,
        and the names of the categories. Nothing about clients is ever sent.
      </Text>
      <form className={styles.form} onSubmit={submit} noValidate>
        <MeanwhileNotice meanwhile={meanwhile} />
        <TextInput
          label="Address"
          placeholder="http://localhost:11434/v1"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('address')}
        />
        <div className={styles.two}>
          <TextInput label="Model" placeholder="llama3.2" autoComplete="off" spellCheck={false} {...form.getInputProps('model')} />
          <PasswordInput
            label="Key"
            placeholder={hasKey ? 'Kept; empty leaves it as it is' : 'If the server wants one'}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': 'Show key', tabIndex: 0 }}
            {...form.getInputProps('modelKey')}
          />
        </div>
        <Group gap="sm">
          <Button type="submit" loading={connect.isPending} disabled={isOn && !form.isDirty()}>
            {isOn ? 'Save' : 'Connect'}
          </Button>
          <Button variant="default" loading={trial.isAsking} onClick={tryIt}>
            Try it
          </Button>
          {isOn && (
            <Button variant="subtle" loading={disconnect.isPending} onClick={switchOff}>
              Switch off
            </Button>
          )}
        </Group>
      </form>
      <Trial {...trial} />
    </Card>
  )
}

const valuesOf = ({ mark, address, model }: Connection) => ({ key: newKey(), mark, address, model, modelKey: '' })

function Trial({
  isAsking,
  answer,
  failed,
}: Pick<ReturnType<typeof useAsking<{ description: string }>>, 'isAsking' | 'answer' | 'failed'>) {
  if (failed !== null) return <Text role="alert">{failed}</Text>
  if (answer !== null) return <Text role="status">It answered: “{answer.description}”</Text>
  return <Text role="status">{isAsking ? 'Asking about a made-up package …' : ''}</Text>
}
