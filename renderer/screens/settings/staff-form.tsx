// One person. Password and PIN are set apart from the rest, since nobody can read them back.

import { Button, Select, Switch, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { IconKey } from '@tabler/icons-react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract } from '../../../shared/contract/index.ts'
import { SaveStaff } from '../../../shared/contract/staff.ts'
import { type Role, ROLES } from '../../../shared/domain/words.ts'
import { api, newKey } from '../../api.ts'
import { EditDrawer } from '../../components/edit-drawer.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { SecretsDialog } from '../../components/secrets-dialog.tsx'
import { submitWith } from '../../components/submit-with.ts'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import { usePerson } from '../../components/use-can.ts'
import { ROLE_WORDS } from '../../words.ts'
import { HoursEditor } from './hours-editor.tsx'
import { NumbersEditor } from './numbers-editor.tsx'
import styles from './settings.module.css'
import type { StaffValues } from './staff-values.ts'

type Member = InferContractRouterOutputs<Contract>['staff']['list'][number]

const NEW = {
  id: null,
  mark: undefined,
  name: '',
  role: 'receptionist' as Role,
  active: true,
  isPractitioner: false,
  specialty: '',
  allowsOverlap: false,
  numbers: [],
  hours: [],
}

const ROLE_HINTS: Record<Role, string> = {
  owner: 'Everything.',
  administrator: 'Everything but changing owners.',
  receptionist: 'Desk work: clients, booking, selling, payments.',
  practitioner: 'Own appointments and the clients they treat.',
}

export function StaffForm({ person, onClose }: { person: Member | null; onClose: () => void }) {
  const me = usePerson()
  const [isSettingSecrets, setSettingSecrets] = useState(false)
  const form = useForm<StaffValues>({ initialValues: valuesOf(person), validate: schemaResolver(SaveStaff, { sync: true }) })
  const save = useMutation(api.staff.save.mutationOptions())
  const meanwhile = useMeanwhile(form, person)
  const submit = submitWith(form, SaveStaff, save, {
    onSaved: ({ name }) => {
      notifyDone(person ? `${name} saved` : `${name} added. Set a password so that they can sign in.`)
      onClose()
    },
  })
  const { role, isPractitioner } = form.values
  const roles = ROLES.filter((r) => r !== 'owner' || me.role === 'owner' || role === 'owner')

  return (
    <EditDrawer
      title={person ? person.name : 'New staff member'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={form.isDirty}
      isSaving={save.isPending}
      meanwhile={meanwhile}
    >
      <TextInput label="Name" required dir="auto" {...form.getInputProps('name')} />
      <Select
        label="Role"
        description={ROLE_HINTS[role]}
        data={roles.map((value) => ({ value, label: ROLE_WORDS[value] }))}
        {...form.getInputProps('role')}
      />
      {person ? (
        <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setSettingSecrets(true)}>
          {person.hasPassword ? 'Set a new password or PIN' : 'Set a password and PIN'}
        </Button>
      ) : null}
      <Switch label="Works here" {...form.getInputProps('active', { type: 'checkbox' })} />
      <Switch
        label="Sees clients"
        description="Has a column in the calendar"
        {...form.getInputProps('isPractitioner', { type: 'checkbox' })}
      />
      {isPractitioner ? (
        <>
          <TextInput label="Specialty" placeholder="Physiotherapy" dir="auto" {...form.getInputProps('specialty')} />
          <Switch label="May have several appointments at once" {...form.getInputProps('allowsOverlap', { type: 'checkbox' })} />
          <section className={styles.group} aria-labelledby="hours-title">
            <h3 id="hours-title">Working hours</h3>
            <HoursEditor form={form} />
          </section>
          <section className={styles.group} aria-labelledby="numbers-title">
            <h3 id="numbers-title">Licence and insurer numbers</h3>
            <NumbersEditor form={form} />
          </section>
        </>
      ) : null}
      {person ? (
        <SecretsDialog
          staffId={person.id}
          name={person.id === me.id ? null : person.name}
          opened={isSettingSecrets}
          onClose={() => setSettingSecrets(false)}
        />
      ) : null}
    </EditDrawer>
  )
}

function valuesOf(person: Member | null): StaffValues {
  const { id, mark, name, role, active, isPractitioner, specialty, allowsOverlap, numbers, hours } = person ?? NEW
  return { key: newKey(), id, mark, name, role, active, isPractitioner, specialty, allowsOverlap, numbers, hours }
}
