// Other days and amounts for an invoice that is paid in parts, or none: all is due in one then.

import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { formatMoney } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { EditDrawer } from '../../components/edit-drawer.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { draftOf, type PartDraft, planOfDraft, problemOfPlan } from '../../components/plan/plan-draft.ts'
import { PlanFields } from '../../components/plan/plan-fields.tsx'
import { showError } from '../../components/show-error.tsx'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import type { Invoice } from './invoice-words.ts'

interface PlanValues {
  key: string
  mark: string
  plan: PartDraft[]
}

const valuesOf = ({ mark, plan }: Invoice) => ({ mark, plan: draftOf(plan) })

export function PlanDrawer({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const form = useForm<PlanValues>({ initialValues: { key: newKey(), ...valuesOf(invoice) } })
  const meanwhile = useMeanwhile(form, valuesOf(invoice))
  const setPlan = useMutation(api.invoices.setPlan.mutationOptions())
  const submit = form.onSubmit(({ key, mark, plan: draft }) => {
    const plan = planOfDraft(draft)
    const problem = draft.length > 0 && problemOfPlan(draft, invoice.totalMinor, (amount) => formatMoney(amount, invoice.currency))
    if (!plan || problem || setPlan.isPending) return
    setPlan.mutate(
      { key, invoiceId: invoice.id, mark, plan },
      {
        onSuccess: () => {
          form.resetDirty()
          notifyDone(plan.length === 0 ? 'All is due in one.' : 'The instalments are changed.')
          onClose()
        },
        onError: (error) => showError(error, form),
      },
    )
  })
  return (
    <EditDrawer
      title="Instalments"
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => form.isDirty()}
      isSaving={setPlan.isPending}
      meanwhile={meanwhile}
    >
      <PlanFields
        value={form.values.plan}
        onChange={(plan) => form.setFieldValue('plan', plan)}
        totalMinor={invoice.totalMinor}
        currency={invoice.currency}
      />
    </EditDrawer>
  )
}
