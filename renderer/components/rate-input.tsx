// A percentage with up to three decimals, kept in thousandths of a percent: 9.975 % is 9975.

import { NumberInput, type NumberInputProps } from '@mantine/core'

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value?: number
  onChange?: (rate: number) => void
}

export function RateInput({ value, onChange, ...props }: Props) {
  return (
    <NumberInput
      suffix=" %"
      decimalScale={3}
      allowNegative={false}
      min={0}
      max={100}
      {...props}
      value={value === undefined || Number.isNaN(value) ? '' : value / 1000}
      onChange={(percent) => onChange?.(percent === '' ? Number.NaN : Math.round(Number(percent) * 1000))}
    />
  )
}
