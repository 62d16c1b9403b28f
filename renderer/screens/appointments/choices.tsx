// A few choices as cards, of native radio buttons: what each means stands under it.

import { type ReactNode, type Ref, useId } from 'react'
import { ToneBadge } from '../../components/state-badge.tsx'
import classes from './paid-by.module.css'

interface ChoicesProps<V extends string> {
  label: string
  value: V | null
  onChange: (value: V) => void
  options: readonly { value: V; label: string; detail?: string; badge?: string }[]
  error?: ReactNode
  ref?: Ref<HTMLFieldSetElement>
}

export function Choices<V extends string>({ label, value, onChange, options, error, ref }: ChoicesProps<V>) {
  const name = useId()
  return (
    <fieldset ref={ref} className={classes.group} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={classes.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.card} data-on={value === option.value || undefined}>
          <input
            type="radio"
            name={name}
            className={classes.radio}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span className={classes.regular}>{option.label}</span>
          {option.badge ? <ToneBadge>{option.badge}</ToneBadge> : <span />}
          {option.detail && <span className={classes.details}>{option.detail}</span>}
        </label>
      ))}
      {error && (
        <p className={classes.error} id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
