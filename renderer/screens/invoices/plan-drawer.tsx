// Other days and amounts for an invoice that is paid in parts, or none: all is due in one then.

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { EditDrawer } from '../../components/edit-drawer.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { draftOf, type PartDraft, planOfDraft, problemOfPlan } from '../../components/plan/plan-draft.ts'
import { PlanFields } from '../../components/plan/plan-fields.tsx'
import type { Meanwhile } from '../../components/use-meanwhile.ts'
import { showError } from '../../components/show-error.tsx'
import type { Invoice } from './invoice-words.ts'

export function PlanDrawer({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [key] = useState(newKey)
  const [draft, setDraft] = useState<PartDraft[]>(draftOf(invoice.plan))
  const [isDirty, setDirty] = useState(false)
  const [mark, setMark] = useState(invoice.mark) // of the plan that was read for this draft
  const [kept, setKept] = useState<PartDraft[] | null>(null)
  const meanwhile: Meanwhile | null =
    mark !== invoice.mark
      ? {
          refusal: null,
          kept: null,
          showNow: () => {
            setKept(isDirty ? draft : null)
            setDraft(draftOf(invoice.plan))
            setMark(invoice.mark)
          },
        }
      : kept && {
          refusal: null,
          showNow: null,
          kept: {
            putBack: () => {
              setDraft(kept)
              setKept(null)
            },
            discard: () => setKept(null),
          },
        }
  const setPlan = useMutation(api.invoices.setPlan.mutationOptions())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const plan = planOfDraft(draft)
    const problem = draft.length > 0 && problemOfPlan(draft, invoice.totalMinor, (amount) => formatMoney(amount, invoice.currency))
    if (!plan || problem || setPlan.isPending) return
    setPlan.mutate(
      { key, invoiceId: invoice.id, mark, plan },
      {
        onSuccess: () => {
          notifyDone(plan.length === 0 ? 'All is due in one.' : 'The instalments are changed.')
          onClose()
        },
        onError: (error) => showError(error),
      },
    )
  }
  return (
    <EditDrawer
      title="Instalments"
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => isDirty}
      isSaving={setPlan.isPending}
      meanwhile={meanwhile}
    >
      <PlanFields
        value={draft}
        onChange={(next) => {
          setDirty(true)
          setDraft(next)
        }}
        totalMinor={invoice.totalMinor}
        currency={invoice.currency}
      />
    </EditDrawer>
  )
}
