// A whole number that may be left empty. What is typed stays as it was typed, so that 1.5 never becomes 15; what is no whole
// number, or out of bounds, is refused by the form.

import { NumberInput, type NumberInputProps } from '@mantine/core'

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: number | null
  onChange: (count: number | null) => void
}

export function CountInput({ value, onChange, ...props }: Props) {
  return (
    <NumberInput
      min={0}
      clampBehavior="none"
      {...props}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  )
}
