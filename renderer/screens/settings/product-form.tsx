// One product.

import { NumberInput, Switch, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { SaveProduct } from '../../../shared/contract/catalog.ts'
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

type Product = InferContractRouterOutputs<Contract>['catalog']['listProducts'][number]
type Values = z.input<typeof SaveProduct>

const NEW = { id: null, name: '', priceMinor: null as unknown as number, categoryId: null, active: true, stock: 0, taxIds: [] }

export function ProductForm({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { options } = useNames()
  const form = useForm<Values>({
    initialValues: { key: newKey(), ...(product ?? NEW) },
    validate: schemaResolver(SaveProduct, { sync: true }),
  })
  const save = useMutation(api.catalog.saveProduct.mutationOptions())
  const meanwhile = useMeanwhile(form, product)
  const submit = submitWith(form, SaveProduct, save, {
    onSaved: ({ name }) => {
      notifyDone(`${name} saved`)
      onClose()
    },
  })
  return (
    <EditDrawer
      title={product ? product.name : 'New product'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={form.isDirty}
      isSaving={save.isPending}
      meanwhile={meanwhile}
    >
      <TextInput label="Name" required dir="auto" {...form.getInputProps('name')} />
      <div className={styles.two}>
        <MoneyInput label="Price" {...form.getInputProps('priceMinor')} />
        <NumberInput label="In stock" {...form.getInputProps('stock')} />
      </div>
      <CategoryPicker
        categories={options.categories}
        value={form.values.categoryId}
        onChange={(id) => form.setFieldValue('categoryId', id)}
        error={form.errors['categoryId']}
      />
      <IdMultiSelect label="Taxes" options={options.taxesBeside(form.values.taxIds)} {...form.getInputProps('taxIds')} />
      <Switch label="Offered" {...form.getInputProps('active', { type: 'checkbox' })} />
    </EditDrawer>
  )
}
