// One category, or a new one: its name, which services, products and packages share.

import { TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { SaveCategory } from '../../shared/contract/catalog.ts'
import { api, newKey } from '../api.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { notifyDone } from './notify-done.tsx'
import { submitWith } from './submit-with.ts'
import { useMeanwhile } from './use-meanwhile.ts'

interface Props {
  category: { id: number; name: string; mark: string } | null
  onClose: () => void
}

export function CategoryForm({ category, onClose }: Props) {
  const form = useForm<z.input<typeof SaveCategory>>({
    initialValues: { key: newKey(), id: category?.id ?? null, mark: category?.mark, name: category?.name ?? '' },
    validate: schemaResolver(SaveCategory, { sync: true }),
  })
  const save = useMutation(api.catalog.saveCategory.mutationOptions())
  const meanwhile = useMeanwhile(form, category)
  const submit = submitWith(form, SaveCategory, save, {
    onSaved: ({ name }) => {
      notifyDone(`${name} saved`)
      onClose()
    },
  })
  return (
    <EditDrawer
      title={category ? category.name : 'New category'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={form.isDirty}
      isSaving={save.isPending}
      meanwhile={meanwhile}
    >
      <TextInput
        label="Name"
        required
        description="A group for services, products and packages alike."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        dir="auto"
        {...form.getInputProps('name')}
      />
    </EditDrawer>
  )
}
