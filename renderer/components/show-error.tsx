// Shows why something did not work: at the field of the form when the refusal is about one, else as a notice.

import type { RefusalCode } from '../../shared/errors.ts'
import { isShutOut, refusalOf, sentenceOfError } from '../errors.ts'
import { queryClient } from '../session.ts'
import { notifyProblem } from './notify-done.tsx'

/** What showError needs of a Mantine form. */
interface FormLike {
  setFieldError: (path: never, error: string) => void
  getValues: () => unknown
}

export type FieldOf = Partial<Record<RefusalCode, string>>

const USUAL_FIELDS: FieldOf = {
  'name.taken': 'name',
  'record.changed': 'mark', // shown by its notice
  'staff.lastOwner': 'role',
  'staff.ownersOnly': 'role',
  'payment.tooLittleCash': 'tenderedMinor',
}

/** `fields` says which field a refusal is about, where the usual ones are not it. */
export function showError(error: unknown, form?: FormLike, fields: FieldOf = {}): void {
  if (isShutOut(error)) return
  const refusal = refusalOf(error)
  if (refusal?.code === 'record.changed') void queryClient.invalidateQueries() // to show it as it is now
  const mark = (path: string, message: string): boolean => {
    if (!form || !hasField(form.getValues(), path)) return false
    form.setFieldError(path as never, message)
    return true
  }
  if (refusal?.code === 'call.badInput') {
    const left = refusal.details.fields.filter((f) => !mark(f.path, f.message))
    if (left.length < refusal.details.fields.length) return
  }
  const field = refusal && { ...USUAL_FIELDS, ...fields }[refusal.code]
  if (refusal && field && mark(field, refusal.sentence)) return
  notifyProblem(sentenceOfError(error))
}

/** Whether a dotted path ("items.0.quantity") leads to something in the values. */
function hasField(values: unknown, path: string): boolean {
  const [first, ...rest] = path.split('.')
  if (first === undefined || typeof values !== 'object' || values === null || !(first in values)) return false
  return (
    rest.length === 0 ||
    hasField((values as Record<string, unknown>)[first], rest.join('.')) ||
    (values as Record<string, unknown>)[first] === null
  )
}
