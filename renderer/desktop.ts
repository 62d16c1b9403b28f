// The desktop app's window, if this page is in one. Nothing else in the screens asks which host it is in.

import type { Desktop } from '../shared/desktop.ts'

declare global {
  var tenpack: Desktop | undefined
}

export const desktop: Desktop | undefined = globalThis.tenpack
