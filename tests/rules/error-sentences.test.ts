// Whatever is thrown becomes a sentence a person can act on; a bug never shows its message.

import { createORPCErrorFromJson } from '@orpc/client'
import { expect, it } from 'vitest'
import { Unreachable } from '../../renderer/api.ts'
import { isShutOut, refusalOf, sentenceOfError } from '../../renderer/errors.ts'

const thrown = (code: string, data: unknown) => createORPCErrorFromJson({ defined: true, code, status: 400, message: code, data })

it('a refusal has its sentence, its code and its details', () => {
  const error = thrown('name.taken', { what: 'service', name: 'Physio 45' })
  expect(sentenceOfError(error)).toBe('Another service is already called “Physio 45”.')
  expect(refusalOf(error)).toMatchObject({ code: 'name.taken', details: { name: 'Physio 45' } })
})
it('a fault in Tenpack is said as one, with its reference and nothing else', () => {
  const error = thrown('INTERNAL_SERVER_ERROR', { reference: 'K7QM2XWA' })
  expect(refusalOf(error)).toBeNull()
  expect(sentenceOfError(error)).toBe('This did not work because of a fault in Tenpack. Nothing was saved. Its reference is K7QM2XWA.')
  expect(sentenceOfError(new TypeError('rows is undefined'))).not.toContain('rows')
})
it('no answer says what to do', () => {
  expect(sentenceOfError(new Unreachable('x'))).toContain('start Tenpack again')
})
it('signed out, locked and restarted shut the window; other refusals do not', () => {
  expect(['call.signedOut', 'call.locked', 'call.restarted', 'call.forbidden'].map((code) => isShutOut(thrown(code, {})))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
