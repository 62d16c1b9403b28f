// The tests that need no browser. One process for all files (isolate: false), since importing anew costs more than
// the tests themselves; each test opens its own practice file.

import { defineConfig } from 'vitest/config'
import { LONG } from './tests/support/long.ts'

export default defineConfig({
  test: {
    include: ['tests/{rules,services,db,documents,crash}/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    allowOnly: false,
    passWithNoTests: false,
    testTimeout: LONG ? 3_600_000 : 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
})
