// Several of a list, by their ids. Mantine's select knows only strings; this turns them.

import { MultiSelect, type MultiSelectProps } from '@mantine/core'

interface Props extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange' | 'defaultValue'> {
  options: readonly { id: number; name: string }[]
  value?: readonly number[]
  onChange?: (ids: number[]) => void
}

export function IdMultiSelect({ options, value = [], onChange, ...props }: Props) {
  return (
    <MultiSelect
      hidePickedOptions
      {...props}
      data={options.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value.map(String)}
      onChange={(chosen) => onChange?.(chosen.map(Number))}
    />
  )
}
