// The form of a link: who, and the terms each way. The label the other way round is filled in until it is chosen by hand.

import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { LinkClients } from '../../../../shared/contract/client-links.ts'
import { OPPOSITE_LABEL } from '../../../../shared/domain/links.ts'
import type { LinkLabel } from '../../../../shared/domain/words.ts'
import { fullName } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { ClientPicker, type FoundClient } from '../../../components/client-picker.tsx'
import { EditDrawer } from '../../../components/edit-drawer.tsx'
import { notifyDone } from '../../../components/notify-done.tsx'
import { submitWith } from '../../../components/submit-with.ts'
import { useMeanwhile } from '../../../components/use-meanwhile.ts'
import { useClientWords } from '../../../components/use-practice.ts'
import { type Linked, type LinkTerms, newSides, valuesOf } from './link-words.ts'
import { SideFields } from './side-fields.tsx'

interface Props {
  client: { id: number; name: string }
  /** Null: somebody new. */
  linked: Linked | null
  onClose: () => void
}

const NOBODY = 0
const sidesOf = ({ other, client }: Linked) => ({ other: valuesOf(other), client: valuesOf(client) })

export function LinkDrawer({ client, linked, onClose }: Props) {
  const words = useClientWords()
  const link = useMutation(api.clients.link.mutationOptions())
  const changeLink = useMutation(api.clients.changeLink.mutationOptions())
  const [person, setPerson] = useState<FoundClient | null>(null)
  const [labelChosen, setLabelChosen] = useState(linked !== null)
  const check = schemaResolver(LinkClients, { sync: true })
  const form = useForm<LinkTerms>({
    initialValues: {
      key: newKey(),
      clientId: client.id,
      mark: linked?.mark,
      otherId: linked?.otherId ?? NOBODY,
      ...(linked ? sidesOf(linked) : newSides()),
    },
    validate: (values) => (values.otherId === NOBODY ? { otherId: `Choose a ${words.one}.` } : check(values)),
  })
  const meanwhile = useMeanwhile(form, linked && { mark: linked.mark, ...sidesOf(linked) })
  const otherName = linked?.otherName ?? (person ? fullName(person) : null)
  const submit = submitWith(form, LinkClients, linked ? changeLink : link, {
    onSaved: (saved) => {
      onClose()
      notifyDone(linked ? 'The link is changed.' : `${client.name} and ${saved.otherName} are linked.`)
    },
    fields: { 'link.toOneself': 'otherId', 'link.exists': 'otherId' },
  })
  const choose = (found: FoundClient | null) => {
    setPerson(found)
    form.setFieldValue('otherId', found?.id ?? NOBODY)
    form.setFieldValue('client.sharing', form.values.client.sharing.kind === 'chosen' ? { kind: 'none' } : form.values.client.sharing)
  }
  const setLabel = (label: LinkLabel) => {
    form.setFieldValue('other.label', label)
    if (!labelChosen) form.setFieldValue('client.label', OPPOSITE_LABEL[label])
  }

  return (
    <EditDrawer
      title={linked ? 'Change the link' : `Link ${words.one}`}
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => form.isDirty()}
      isSaving={link.isPending || changeLink.isPending}
      meanwhile={meanwhile}
    >
      {!linked && (
        <ClientPicker value={person} onChange={choose} besides={client.id} label="Link with" error={form.errors['otherId']} autoFocus />
      )}
      {otherName !== null && (
        <>
          <SideFields form={form} path="other" who={otherName} whom={client.name} ownerId={client.id} onLabel={setLabel} />
          <SideFields
            form={form}
            path="client"
            who={client.name}
            whom={otherName}
            ownerId={form.values.otherId}
            onLabel={(label) => {
              setLabelChosen(true)
              form.setFieldValue('client.label', label)
            }}
          />
        </>
      )}
    </EditDrawer>
  )
}
