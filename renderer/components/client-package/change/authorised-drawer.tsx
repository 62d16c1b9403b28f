// The sessions that an insurer authorised for a client package: those that are noted, to be changed or ended, and a new one.

import { Button, Group, NumberInput, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Authorise } from '../../../../shared/contract/authorisations.ts'
import { api, newKey } from '../../../api.ts'
import { DayInput } from '../../day-input.tsx'
import { EditDrawer } from '../../edit-drawer.tsx'
import { focusMistake } from '../../focus-mistake.ts'
import { notifyDone } from '../../notify-done.tsx'
import { showError } from '../../show-error.tsx'
import { useMeanwhile } from '../../use-meanwhile.ts'
import { useClock } from '../../use-clock.ts'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'

type Noted = ClientPackage['authorisations'][number]

interface AuthorisedValues {
  key: string
  /** Of the one that is changed. */
  mark?: string | undefined
  clientPackageId: number
  insurer: string
  reference: string
  sessions: number | string
  fromDay: string | null
  throughDay: string | null
}

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function AuthorisedDrawer({ clientPackage, onClose }: Props) {
  const { today } = useClock()
  const { id: clientPackageId, clientId, name, authorisations } = clientPackage
  const owner = useQuery(api.clients.get.queryOptions({ input: { id: clientId } }))
  const authorise = useMutation(api.clientPackages.authorise.mutationOptions())
  const change = useMutation(api.clientPackages.changeAuthorisation.mutationOptions())
  const [changing, setChanging] = useState<Noted | null>(null)
  const check = schemaResolver(Authorise, { sync: true })
  const form = useForm<AuthorisedValues>({
    initialValues: {
      key: newKey(),
      mark: undefined,
      clientPackageId,
      insurer: '',
      reference: '',
      sessions: '',
      fromDay: today,
      throughDay: null,
    },
    validate: ({ mark: _mark, ...values }) => check(values),
  })
  const startChange = (noted: Noted) => {
    setChanging(noted)
    const { mark, insurer, reference, sessions, fromDay, throughDay } = noted
    const terms = { ...form.getValues(), mark, insurer, reference, sessions, fromDay, throughDay }
    form.resetDirty(terms)
    form.setValues(terms)
  }
  const meanwhile = useMeanwhile(form, authorisations.find((noted) => noted.id === changing?.id) ?? null)
  const suggested = owner.data?.insurer ?? ''
  const submit = form.onSubmit(({ mark = '', ...values }) => {
    const { clientPackageId: on, ...terms } = Authorise.parse(values)
    const after = {
      onSuccess: () => {
        onClose()
        notifyDone(changing ? 'The authorisation is changed.' : `${terms.sessions} authorised for ${name}.`)
      },
      onError: (error: unknown) => showError(error, form),
    }
    if (changing) change.mutate({ ...terms, id: changing.id, mark }, after)
    else authorise.mutate({ ...terms, clientPackageId: on }, after)
  }, focusMistake(form))

  return (
    <EditDrawer
      title="Authorised by an insurer"
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => form.isDirty()}
      isSaving={authorise.isPending || change.isPending}
      meanwhile={meanwhile}
    >
      <p className={styles.what}>
        <bdi>{name}</bdi>
      </p>
      {changing === null &&
        authorisations.map((noted) => <NotedLine key={noted.id} noted={noted} onChange={() => startChange(noted)} onDone={onClose} />)}
      <TextInput
        label="Insurer"
        dir="auto"
        data-autofocus
        {...form.getInputProps('insurer')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={
          suggested !== '' && form.values.insurer === '' ? (
            <Button size="compact-sm" variant="subtle" onClick={() => form.setFieldValue('insurer', suggested)}>
              <bdi>{suggested}</bdi>
            </Button>
          ) : undefined
        }
      />
      <NumberInput label="Sessions authorised" min={1} max={999} {...form.getInputProps('sessions')} />
      <DayInput label="From" {...form.getInputProps('fromDay')} />
      <DayInput label="Through" placeholder="Until further notice" {...form.getInputProps('throughDay')} />
      <TextInput label="Reference" dir="auto" maxLength={80} {...form.getInputProps('reference')} />
      <p className={styles.outcome}>Booked and used visits in that time count. When all are taken, booking warns and goes on.</p>
    </EditDrawer>
  )
}

function NotedLine({ noted, onChange, onDone }: { noted: Noted; onChange: () => void; onDone: () => void }) {
  const end = useMutation(api.clientPackages.endAuthorisation.mutationOptions())
  return (
    <div className={styles.held}>
      <span dir="auto">
        {noted.words}
        {noted.reference && `, ${noted.reference}`}
      </span>
      <Group gap={6} wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={onChange}>
          Change
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          onClick={() =>
            end.mutate(
              { key: newKey(), id: noted.id },
              {
                onSuccess: () => {
                  onDone()
                  notifyDone('The authorisation is ended.')
                },
                onError: (error) => showError(error),
              },
            )
          }
        >
          End
        </Button>
      </Group>
    </div>
  )
}
