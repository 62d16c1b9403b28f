// How a list knows whether the drawer beside it holds changes, before it opens another row there.

import { createContext, type RefObject } from 'react'

export const DrawerGuard = createContext<RefObject<(() => boolean) | null> | null>(null)
