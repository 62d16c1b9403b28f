// A field for an amount. Its value is minor units or null; what is typed ("1,250.5", "1250,50") is read when it makes sense
// and written tidily on leaving. Text that is no amount gives null and says so. Of another currency than the practice's the
// code stands in the field.

import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { formatMoney, parseMoney, problemOfMoney } from '../../shared/format.ts'
import styles from './money-input.module.css'
import { usePractice } from './use-practice.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value?: number | null
  onChange: (minor: number | null) => void
  /** The practice's own unless said. */
  currency?: string
}

export function MoneyInput({ value = null, onChange, currency: given, error, onBlur, onFocus, ...props }: Props) {
  const practice = usePractice()
  const currency = given ?? practice.currency
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? value : typed.trim() === '' ? null : (parseMoney(typed, currency) ?? null)
  const unreadable = typed !== null && typed.trim() !== '' && read === null
  return (
    <TextInput
      inputMode="decimal"
      {...(currency === practice.currency ? {} : { leftSection: <span className={styles.code}>{currency}</span>, leftSectionWidth: 44 })}
      {...props}
      value={typed !== null && (unreadable || read === value) ? typed : value === null ? '' : formatMoney(value, currency)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(text.trim() === '' ? null : (parseMoney(text, currency) ?? null))
      }}
      onFocus={(event) => {
        event.currentTarget.select()
        onFocus?.(event)
      }}
      onBlur={(event) => {
        if (!unreadable) setTyped(null)
        onBlur?.(event)
      }}
      error={unreadable && error !== true ? problemOfMoney(typed, currency) : error}
      styles={{ input: { textAlign: 'right' } }}
    />
  )
}
