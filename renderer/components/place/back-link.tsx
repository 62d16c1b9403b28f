// The way back to the list that a screen was opened from: to the very place in it, as it was filtered and scrolled, if that is
// the step before; else to the plain list.

import { Link, type LinkProps, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isPlaceAt } from './places.ts'

interface Props {
  to: LinkProps['to'] & string
  className?: string | undefined
  children: ReactNode
}

export function BackLink({ to, className, children }: Props) {
  const { history } = useRouter()
  return (
    <Link
      to={to}
      className={className}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !isPlaceAt(history.location.state.__TSR_index - 1, to)) return
        event.preventDefault()
        history.back()
      }}
    >
      {children}
    </Link>
  )
}
