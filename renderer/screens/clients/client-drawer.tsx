// The form of one client, new or existing, in the drawer. It is checked by the contract's own schema;
// its command's key is made once, so a second press saves once.

import { Button, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import type { z } from 'zod'
import { type Client as ClientSchema, SaveClient } from '../../../shared/contract/clients.ts'
import { countryNameOf } from '../../../shared/countries.ts'
import { fullName } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { COUNTRY_CHOICES } from '../../components/country-choices.ts'
import { DraftOffer } from '../../components/draft-offer.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { MeanwhileNotice } from '../../components/meanwhile-notice.tsx'
import { showError } from '../../components/show-error.tsx'
import { newNameOf } from '../../components/new-name.ts'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { draftOf, useMeanwhile } from '../../components/use-meanwhile.ts'
import { useClientWords, usePractice } from '../../components/use-practice.ts'
import styles from './clients.module.css'

type Client = z.output<typeof ClientSchema>

interface Props {
  /** Null: a new one. */
  client: Client | null
  /** What was searched for when nobody was found: becomes the name of a new one. */
  typed?: string
  opened: boolean
  onClose: () => void
  onSaved?: (client: Client) => void
}

export function ClientDrawer(props: Props) {
  const words = useClientWords()
  const formId = useId()
  const save = useMutation(api.clients.save.mutationOptions())

  return (
    <SideDrawer
      title={props.client ? `Edit ${fullName(props.client)}` : `New ${words.one}`}
      opened={props.opened}
      onClose={props.onClose}
      footer={
        <>
          <Button type="submit" form={formId} loading={save.isPending} className={styles.submit}>
            {props.client ? 'Save' : `Add ${words.one}`}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <ClientForm {...props} formId={formId} save={save} />
    </SideDrawer>
  )
}

function valuesOf(client: Client | null, typed: string) {
  const { givenName, familyName, phone } = client ?? newNameOf(typed)
  return {
    key: newKey(),
    id: client?.id ?? null,
    mark: client?.mark,
    givenName,
    familyName,
    birthDate: client?.birthDate ?? (null as string | null),
    phone,
    email: client?.email ?? '',
    address: client?.address ?? '',
    country: client?.country ?? (null as string | null),
    insurer: client?.insurer ?? '',
    insurerNumber: client?.insurerNumber ?? '',
    notes: client?.notes ?? '',
  }
}

interface FormProps extends Props {
  formId: string
  save: {
    mutate: (input: z.input<typeof SaveClient>, options: { onSuccess: (client: Client) => void; onError: (error: unknown) => void }) => void
  }
}

/** Made anew each time the drawer opens, so it starts from what is saved. */
function ClientForm({ client, typed = '', formId, save, onClose, onSaved }: FormProps) {
  const practice = usePractice()
  const form = useForm({ initialValues: valuesOf(client, typed), validate: schemaResolver(SaveClient, { sync: true }) })
  const draft = useDraft({ form: `client ${client?.id ?? 'new'}`, ...draftOf(form) })
  const meanwhile = useMeanwhile(form, client)
  const submit = form.onSubmit((values) =>
    save.mutate(values, {
      onSuccess: (saved) => {
        form.resetDirty()
        notifyDone(client ? `${fullName(saved)} saved` : `${fullName(saved)} added`)
        onClose()
        onSaved?.(saved)
      },
      onError: (error) => showError(error, form),
    }),
  )
  const field = (name: keyof typeof form.values) => ({ ...form.getInputProps(name), name })

  return (
    <form id={formId} onSubmit={submit} noValidate className={styles.form}>
      <DraftOffer draft={draft} />
      <MeanwhileNotice meanwhile={meanwhile} />
      <SimpleGrid cols={2} spacing={10}>
        <TextInput label="Given name" dir="auto" data-autofocus {...field('givenName')} />
        <TextInput label="Family name" dir="auto" {...field('familyName')} />
      </SimpleGrid>
      <DayInput label="Birth date" past {...field('birthDate')} />
      <SimpleGrid cols={2} spacing={10}>
        <TextInput label="Phone" type="tel" {...field('phone')} />
        <TextInput label="E-mail" type="email" {...field('email')} />
      </SimpleGrid>
      <Textarea label="Address" autosize minRows={2} maxRows={5} dir="auto" {...field('address')} />
      <Select
        label="Country"
        placeholder={`${countryNameOf(practice.country)}, as the practice`}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'As the practice' }}
        nothingFoundMessage="No such country"
        data={COUNTRY_CHOICES}
        {...field('country')}
      />
      <SimpleGrid cols={2} spacing={10}>
        <TextInput label="Insurer" dir="auto" {...field('insurer')} />
        <TextInput label="Member number" {...field('insurerNumber')} />
      </SimpleGrid>
      <Textarea label="Notes" description="Seen by staff only." autosize minRows={3} maxRows={10} dir="auto" {...field('notes')} />
    </form>
  )
}
