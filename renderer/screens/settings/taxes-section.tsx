// Taxes: their names and rates. A changed rate counts from the next line of an invoice on.

import { Switch, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { SaveTax } from '../../../shared/contract/catalog.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import { formatRate } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { EditDrawer } from '../../components/edit-drawer.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { RateInput } from '../../components/rate-input.tsx'
import { submitWith } from '../../components/submit-with.ts'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import { RecordList } from './record-list.tsx'

type Tax = InferContractRouterOutputs<Contract>['catalog']['listTaxes'][number]

export function TaxesSection() {
  const taxes = useQuery(api.catalog.listTaxes.queryOptions())
  return (
    <RecordList
      title="Taxes"
      subtitle="What is added to prices, or contained in them. Which taxes count is said at each service, product and package."
      newWords="New tax"
      empty="No taxes yet."
      emptyMore="If you charge tax, add it here and choose it at your services."
      mayEdit="settings.edit"
      query={taxes}
      nameOf={(tax) => tax.name}
      offWords={(tax) => (tax.active ? null : 'Not charged any more')}
      columns={[{ title: 'Rate', isNumber: true, cell: (tax) => formatRate(tax.rate) }]}
      form={(tax, close) => <TaxForm tax={tax} onClose={close} />}
    />
  )
}

function TaxForm({ tax, onClose }: { tax: Tax | null; onClose: () => void }) {
  const form = useForm<z.input<typeof SaveTax>>({
    initialValues: { key: newKey(), ...(tax ?? { id: null, name: '', rate: 0, active: true }) },
    validate: schemaResolver(SaveTax, { sync: true }),
  })
  const save = useMutation(api.catalog.saveTax.mutationOptions())
  const meanwhile = useMeanwhile(form, tax)
  const submit = submitWith(form, SaveTax, save, {
    onSaved: ({ name }) => {
      notifyDone(`${name} saved`)
      onClose()
    },
  })
  return (
    <EditDrawer
      title={tax ? tax.name : 'New tax'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={form.isDirty}
      isSaving={save.isPending}
      meanwhile={meanwhile}
    >
      <TextInput label="Name" required description="As it stands on invoices" {...form.getInputProps('name')} />
      <RateInput label="Rate" {...form.getInputProps('rate')} />
      <Switch label="Can be chosen" {...form.getInputProps('active', { type: 'checkbox' })} />
    </EditDrawer>
  )
}
