// What Save does in every form: sends what was typed as the procedure's own schema reads it. A mistake gets the cursor, a
// refusal is said at its field, and what is saved is no longer a change that leaving would lose. What is just being made
// for the form, as a new category, is waited for.

import type { UseFormReturnType } from '@mantine/form'
import type { UseMutateFunction } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { commandsDone } from './commands-done.ts'
import { focusMistake } from './focus-mistake.ts'
import { type FieldOf, showError } from './show-error.tsx'

interface Options<Input, Output> {
  onSaved: (output: Output, input: Input) => void
  /** Which field a refusal is about, where the usual ones are not it. */
  fields?: FieldOf
}

export const submitWith = <Values extends object, Input, Output>(
  form: UseFormReturnType<Values>,
  schema: { parse: (values: unknown) => Input },
  save: { mutate: UseMutateFunction<Output, unknown, Input, unknown>; isPending: boolean },
  { onSaved, fields }: Options<Input, Output>,
) => {
  const submit = form.onSubmit((values) => {
    const input = schema.parse(values)
    save.mutate(input, {
      onSuccess: (output) => {
        form.resetDirty()
        onSaved(output, input)
      },
      onError: (error) => showError(error, form, fields),
    })
  }, focusMistake(form))
  return async (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    await commandsDone()
    submit()
  }
}
