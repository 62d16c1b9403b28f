// A number that may be left empty: null then. What is no whole number, or out of bounds, is refused by the form.

import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useState } from 'react'

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: number | null
  onChange: (count: number | null) => void
}

export function CountInput({ value, onChange, ...props }: Props) {
  const [typed, setTyped] = useState<string | number>('')
  const isNumber = (text: string | number) => text !== '' && !Number.isNaN(Number(text))
  return (
    <NumberInput
      min={0}
      {...props}
      value={value ?? (isNumber(typed) ? '' : typed)} // a sign alone is no number yet
      onChange={(next) => {
        setTyped(next)
        onChange(isNumber(next) ? Number(next) : null)
      }}
    />
  )
}
