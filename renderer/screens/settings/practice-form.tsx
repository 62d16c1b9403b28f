// The form of the practice's settings. Whoever may not change them sees them all the same.

import { Button } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { UpdatePractice } from '../../../shared/contract/settings.ts'
import { api, newKey } from '../../api.ts'
import { MeanwhileNotice } from '../../components/meanwhile-notice.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { submitWith } from '../../components/submit-with.ts'
import { useCan } from '../../components/use-can.ts'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import { useLeaveGuard } from '../../components/use-leave-guard.ts'
import type { Practice } from '../../components/use-practice.ts'
import { PracticeCards } from './practice-cards.tsx'
import type { PracticeValues } from './practice-values.ts'
import styles from './settings.module.css'

export function PracticeForm({ practice }: { practice: Practice }) {
  const may = useCan()('settings.edit') !== undefined
  const form = useForm<PracticeValues>({ initialValues: valuesOf(practice), validate: schemaResolver(UpdatePractice, { sync: true }) })
  const update = useMutation(api.settings.update.mutationOptions())

  const meanwhile = useMeanwhile(form, practice)
  useLeaveGuard(form.isDirty)

  const restart = (saved: Practice) => {
    form.setInitialValues(valuesOf(saved))
    form.reset()
  }
  const submit = submitWith(form, UpdatePractice, update, {
    onSaved: (saved) => {
      restart(saved)
      notifyDone('Settings saved')
    },
  })

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {may ? null : <p className={styles.faint}>An owner or administrator can change these.</p>}
      <MeanwhileNotice meanwhile={meanwhile} />
      <PracticeCards form={form} practice={practice} readOnly={!may} />
      {form.isDirty() ? (
        <div className={styles.bar}>
          <Button type="submit" loading={update.isPending}>
            Save changes
          </Button>
          <Button variant="default" onClick={form.reset}>
            Discard
          </Button>
        </div>
      ) : null}
    </form>
  )
}

function valuesOf({
  country: _country,
  currency: _currency,
  pricesIncludeTax: _tax,
  isSample: _sample,
  ...editable
}: Practice): PracticeValues {
  return { key: newKey(), ...editable }
}
