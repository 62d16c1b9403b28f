// Why the price is another than the list price. Reasons that were given before are offered: ↓ and Enter take one.

import { Autocomplete } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

interface Props {
  value: string
  onChange: (reason: string) => void
  placeholder?: string
  error: string | undefined
}

export function ReasonInput({ value, onChange, placeholder, error }: Props) {
  const given = useQuery(api.clientPackages.chargeReasons.queryOptions())
  return (
    <Autocomplete
      label="Reason"
      required
      dir="auto"
      maxLength={200}
      placeholder={placeholder}
      data={given.data ?? []}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
