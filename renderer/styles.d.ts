// Lets a style carry CSS variables: style={{ '--columns': 4 }}.

import 'react'

declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
