// Categories: the groups in which services, products and packages are listed.

import { TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { SaveCategory } from '../../../shared/contract/catalog.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import { api, newKey } from '../../api.ts'
import { EditDrawer } from '../../components/edit-drawer.tsx'
import { focusMistake } from '../../components/focus-mistake.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import { RecordList } from './record-list.tsx'

type Category = InferContractRouterOutputs<Contract>['catalog']['listCategories'][number]

export function CategoriesSection() {
  const categories = useQuery(api.catalog.listCategories.queryOptions())
  const services = useQuery(api.catalog.listServices.queryOptions())
  const products = useQuery(api.catalog.listProducts.queryOptions())
  const countIn = (rows: readonly { categoryId: number | null }[] | undefined, id: number) =>
    rows?.filter((row) => row.categoryId === id).length ?? 0
  return (
    <RecordList
      title="Categories"
      subtitle="Groups for services, products and packages."
      newWords="New category"
      empty="No categories yet."
      emptyMore="With a few dozen packages, groups such as “Physiotherapy” and “Massage” make lists easier to read."
      mayEdit="packages.edit"
      query={categories}
      nameOf={(category) => <bdi>{category.name}</bdi>}
      columns={[
        { title: 'Services', isNumber: true, cell: ({ id }) => countIn(services.data, id) || '–' },
        { title: 'Products', isNumber: true, cell: ({ id }) => countIn(products.data, id) || '–' },
      ]}
      form={(category, close) => <CategoryForm category={category} onClose={close} />}
    />
  )
}

function CategoryForm({ category, onClose }: { category: Category | null; onClose: () => void }) {
  const form = useForm<z.input<typeof SaveCategory>>({
    initialValues: { key: newKey(), id: category?.id ?? null, name: category?.name ?? '' },
    validate: schemaResolver(SaveCategory, { sync: true }),
  })
  const save = useMutation(api.catalog.saveCategory.mutationOptions())
  const submit = form.onSubmit(
    (values) =>
      save.mutate(values, {
        onSuccess: ({ name }) => {
          form.resetDirty()
          notifyDone(`${name} saved`)
          onClose()
        },
        onError: (error) => showError(error, form),
      }),
    focusMistake(form),
  )
  return (
    <EditDrawer
      title={category ? category.name : 'New category'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={form.isDirty}
      isSaving={save.isPending}
    >
      <TextInput label="Name" dir="auto" {...form.getInputProps('name')} />
    </EditDrawer>
  )
}
