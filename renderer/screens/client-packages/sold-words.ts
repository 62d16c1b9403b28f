// How a client package is put into the few words of a row.

import type { z } from 'zod'
import type { ClientPackageRow } from '../../../shared/contract/client-package-list.ts'

/** `7`, of several items `3 · 2`, `∞` without a limit. */
export const leftOf = ({ items }: Pick<z.output<typeof ClientPackageRow>, 'items'>): string =>
  items
    .filter((item) => !item.isProduct)
    .map((item) => (item.unlimited ? '∞' : String(item.remaining)))
    .join(' · ') || '–'
