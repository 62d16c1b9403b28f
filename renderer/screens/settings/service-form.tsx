// One service.

import { NumberInput, Switch, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { SaveService } from '../../../shared/contract/catalog.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import { api, newKey } from '../../api.ts'
import { CategoryPicker } from '../../components/category-picker.tsx'
import { EditDrawer } from '../../components/edit-drawer.tsx'
import { IdMultiSelect } from '../../components/id-multi-select.tsx'
import { MoneyInput } from '../../components/money-input.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { submitWith } from '../../components/submit-with.ts'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import styles from './settings.module.css'
import { useNames } from './use-names.ts'

type Service = InferContractRouterOutputs<Contract>['catalog']['listServices'][number]
type Values = z.input<typeof SaveService>

const NEW = {
  id: null,
  code: '',
  name: '',
  durationMinutes: 45,
  breakMinutes: 0,
  priceMinor: null as unknown as number,
  categoryId: null,
  active: true,
  public: true,
  taxIds: [],
  practitionerIds: [],
}

export function ServiceForm({ service, onClose }: { service: Service | null; onClose: () => void }) {
  const { options } = useNames()
  const form = useForm<Values>({
    initialValues: { key: newKey(), ...(service ?? NEW) },
    validate: schemaResolver(SaveService, { sync: true }),
  })
  const save = useMutation(api.catalog.saveService.mutationOptions())
  const meanwhile = useMeanwhile(form, service)
  const submit = submitWith(form, SaveService, save, {
    onSaved: ({ name }) => {
      notifyDone(`${name} saved`)
      onClose()
    },
  })
  return (
    <EditDrawer
      title={service ? service.name : 'New service'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={form.isDirty}
      isSaving={save.isPending}
      meanwhile={meanwhile}
    >
      <TextInput label="Name" required dir="auto" {...form.getInputProps('name')} />
      <div className={styles.two}>
        <NumberInput label="Length" suffix=" min" {...form.getInputProps('durationMinutes')} />
        <NumberInput label="Break after" suffix=" min" {...form.getInputProps('breakMinutes')} />
      </div>
      <div className={styles.two}>
        <MoneyInput label="Regular fee" {...form.getInputProps('priceMinor')} />
        <TextInput label="Code" {...form.getInputProps('code')} />
      </div>
      <IdMultiSelect
        label="Given by"
        placeholder={form.values.practitionerIds.length ? '' : 'Choose practitioners'}
        options={options.practitionersBeside(form.values.practitionerIds)}
        {...form.getInputProps('practitionerIds')}
      />
      <CategoryPicker
        categories={options.categories}
        value={form.values.categoryId}
        onChange={(id) => form.setFieldValue('categoryId', id)}
        error={form.errors['categoryId']}
      />
      <IdMultiSelect
        label="Taxes"
        placeholder={form.values.taxIds.length ? '' : 'None'}
        options={options.taxesBeside(form.values.taxIds)}
        {...form.getInputProps('taxIds')}
      />
      <Switch label="Offered" {...form.getInputProps('active', { type: 'checkbox' })} />
    </EditDrawer>
  )
}
