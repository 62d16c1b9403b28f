// How a client package is put into the few words of a row.

import type { z } from 'zod'
import type { ClientPackageRow } from '../../../shared/contract/client-package-list.ts'
import type { ClientPackageState } from '../../../shared/domain/words.ts'

/** `7`, of several items `3 · 2`, `∞` without a limit, as long as it can still be used. */
export const leftOf = ({ items, state }: Pick<z.output<typeof ClientPackageRow>, 'items' | 'state'>): string =>
  items
    .filter((item) => !item.isProduct)
    .map((item) => (!item.unlimited ? String(item.remaining) : item.moved || isOver(state) ? '0' : '∞'))
    .join(' · ') || '–'

const isOver = (state: ClientPackageState): boolean => state === 'used' || state === 'expired' || state === 'cancelled'
