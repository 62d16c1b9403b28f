// Set-up in three steps. A step is left only when it is right; what other steps hold is kept.

import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { CreatePractice } from '../../../shared/contract/setup.ts'
import { api } from '../../api.ts'
import { showError } from '../../components/show-error.tsx'
import { refusalOf } from '../../errors.ts'
import { MoneyStep } from './money-step.tsx'
import { OwnerStep } from './owner-step.tsx'
import { PracticeStep } from './practice-step.tsx'
import styles from './setup.module.css'
import { isStepRight, stepOf, STEPS, useSetupForm } from './setup-values.ts'

const LAST = STEPS.length - 1

export function SetupForm({ onBack }: { onBack: () => void }) {
  const form = useSetupForm()
  const [step, setStep] = useState(0)
  const body = useRef<HTMLFormElement>(null)
  const create = useMutation(api.setup.create.mutationOptions())

  const focusMistake = () =>
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-error=true]')?.focus())
  const goTo = (next: number) => {
    setStep(next)
    requestAnimationFrame(() => {
      const find = (what: string) => body.current?.querySelector<HTMLElement>(what)
      ;(find('[data-first]') ?? find('[data-heading]'))?.focus()
    })
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isStepRight(form, step)) return focusMistake()
    if (step < LAST) return goTo(step + 1)
    const { hasErrors, errors } = form.validate()
    if (hasErrors) return goTo(stepOf(errors))
    create.mutate(CreatePractice.parse(form.getValues()), {
      onError: (error) => {
        const refusal = refusalOf(error)
        if (refusal?.code === 'call.badInput') setStep(stepOf(Object.fromEntries(refusal.details.fields.map((f) => [f.path, f.message]))))
        showError(error, form)
      },
    })
  }

  return (
    <form ref={body} className={styles.card} noValidate onSubmit={submit}>
      <header className={styles.stepHead}>
        <div className={styles.steps} aria-hidden>
          {STEPS.map(({ title }, index) => (
            <i key={title} data-done={index <= step || undefined} />
          ))}
        </div>
        <p className={styles.stepCount}>
          Step {step + 1} of {STEPS.length}
        </p>
        <h1 tabIndex={-1} data-heading>
          {STEPS[step]?.title}
        </h1>
      </header>
      {step === 0 ? <PracticeStep form={form} /> : step === 1 ? <MoneyStep form={form} /> : <OwnerStep form={form} />}
      <footer className={styles.stepFoot}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => (step === 0 ? onBack() : goTo(step - 1))}
          disabled={create.isPending}
        >
          Back
        </Button>
        <Button type="submit" loading={create.isPending}>
          {step < LAST ? 'Continue' : 'Open the practice'}
        </Button>
      </footer>
    </form>
  )
}
