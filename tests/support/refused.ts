// A refusal is only half the promise; the other half is that nothing was saved.

import { expect } from 'vitest'
import type { RefusalCode } from '../../shared/errors.ts'
import type { TestApp } from './app.ts'

/** Expects the call to be refused with that code (and details), and the practice file to be the same, byte for byte. */
export async function expectRefused(
  app: Pick<TestApp, 'file'>,
  call: () => Promise<unknown>,
  code: RefusalCode,
  details?: object,
): Promise<void> {
  const before = app.file.serialize()
  await expect(call()).rejects.toMatchObject(details ? { code, details } : { code })
  expect(app.file.serialize().equals(before), 'a refusal saved something').toBe(true)
}
