// A text to filter by, kept in the address by whoever uses it. What is typed is shown from here, so that the caret stays
// where it is and letters can be composed; it follows the address only while nobody is typing.

import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

const MOST_LETTERS = 120 // as many as the addresses take

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: string | undefined
  /** Undefined when there is nothing to look for. */
  onChange: (text: string | undefined) => void
  /** How long nothing is typed before it is told. */
  waitMs?: number
}

export function FilterText({ value = '', onChange, waitMs = 0, ...props }: Props) {
  const [typed, setTyped] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const tell = (text: string) => onChange(text.trim() || undefined)
  const tellLater = useDebouncedCallback(tell, waitMs)
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(value)
  }, [value])

  return (
    <TextInput
      dir="auto"
      maxLength={MOST_LETTERS}
      {...props}
      ref={field}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        if (waitMs > 0) tellLater(text)
        else tell(text)
      }}
    />
  )
}
