// The check of what would be installed: apart from the other tests, since it builds and packages first.

import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: { include: ['tests/package/*.test.ts'], environment: 'node', allowOnly: false, testTimeout: 60_000, hookTimeout: 180_000 },
})
