// Booleans as SQLite keeps them.

import type { Flag } from './schema.ts'

export const flag = (value: boolean): Flag => (value ? 1 : 0)
