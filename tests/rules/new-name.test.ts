// From what was typed in a search for a client to the name of a new one.

import { expect, it } from 'vitest'
import { newNameOf } from '../../renderer/components/new-name.ts'

it.each([
  ['anna lee', 'Anna', 'Lee'],
  ['Anna Maria Lee', 'Anna Maria', 'Lee'],
  ['Lee, Anna', 'Anna', 'Lee'],
  ['anna', 'Anna', ''],
  ['jean-luc picard', 'Jean-Luc', 'Picard'],
  ['Shona McKay', 'Shona', 'McKay'],
  ['  łukasz   żółć ', 'Łukasz', 'Żółć'],
  ['محمد الأنصاري', 'محمد', 'الأنصاري'],
  ['anna@example.com', '', ''],
  ['', '', ''],
])('“%s” is %s %s', (typed, givenName, familyName) => {
  expect(newNameOf(typed)).toEqual({ givenName, familyName, phone: '' })
})

it('takes digits for a phone number', () => {
  expect(newNameOf('+49 30 123')).toEqual({ givenName: '', familyName: '', phone: '+49 30 123' })
})
