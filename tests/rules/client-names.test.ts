// From what was typed in the search for a client to the name of a new one.

import { expect, it } from 'vitest'
import { namesOf } from '../../renderer/screens/clients/name-words.ts'

it.each([
  ['anna lee', 'Anna', 'Lee'],
  ['Anna Maria Lee', 'Anna Maria', 'Lee'],
  ['Lee, Anna', 'Anna', 'Lee'],
  ['anna', 'Anna', ''],
  ['Shona McKay', 'Shona', 'McKay'],
  ['  łukasz   żółć ', 'Łukasz', 'Żółć'],
  ['محمد الأنصاري', 'محمد', 'الأنصاري'],
])('“%s” is %s %s', (typed, givenName, familyName) => {
  expect(namesOf(typed)).toEqual({ givenName, familyName })
})

it.each(['604 555 0148', 'anna@example.com', ''])('“%s” is no name', (typed) => {
  expect(namesOf(typed)).toEqual({ givenName: '', familyName: '' })
})
