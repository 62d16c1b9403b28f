// A whole number that may be left empty.

import { NumberInput, type NumberInputProps } from '@mantine/core'

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: number | null
  onChange: (count: number | null) => void
}

export function CountInput({ value, onChange, ...props }: Props) {
  return (
    <NumberInput
      allowDecimal={false}
      allowNegative={false}
      {...props}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  )
}
