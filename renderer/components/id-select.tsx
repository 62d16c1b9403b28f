// A select whose values are ids. Mantine's select knows only strings; this is the one place that turns them.

import { Select, type SelectProps } from '@mantine/core'

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'defaultValue'> {
  options: readonly { id: number; name: string; disabled?: boolean }[]
  value?: number | null
  onChange: (id: number | null) => void
}

export function IdSelect({ options, value = null, onChange, ...props }: Props) {
  return (
    <Select
      {...props}
      data={options.map(({ id, name, disabled }) => ({ value: String(id), label: name, ...(disabled ? { disabled } : {}) }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}
