// How names are found and sorted however they are typed: "Łukasz Żółć" by "luk zol", "O’Brien" by "obr".
// The index and the typed text go through the same folding, so it may be rough but must be the same on both sides.

import { formatClientNumber } from './format.ts'

/** Letters that Unicode does not take apart into a plain letter and a mark. */
// prettier-ignore
const PLAIN: Record<string, string> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ŋ: 'n', ſ: 's', ƒ: 'f', ɓ: 'b', ɗ: 'd', ɛ: 'e', ɔ: 'o',
  ς: 'σ', ґ: 'г', є: 'е',
}

/** Scripts written without spaces: there people type the family name and the given name as one word. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u

/** Lower case without marks: "Nguyễn" is "nguyen". */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => PLAIN[letter] ?? letter)

const partsOf = (chunk: string): string[] => chunk.match(/[\p{L}\p{N}]+/gu) ?? []
const chunksOf = (text: string): string[][] =>
  fold(text)
    .split(/\s+/)
    .map(partsOf)
    .filter((parts) => parts.length > 0)

/** What a person typed, as the words whose beginnings must all be found. */
export const typedWords = (text: string): string[] => chunksOf(text).flat().slice(0, 8)

/** Every word that finds a client. "O’Brien" is found by "o", "brien" and "obrien"; a phone number from any of its groups on. */
export function wordsOfClient(c: { number: number; givenName: string; familyName: string; phone: string; email: string }): string {
  const names = [...chunksOf(c.familyName), ...chunksOf(c.givenName), ...chunksOf(c.email)]
  const joined = names.filter((parts) => parts.length > 1).map((parts) => parts.join(''))
  const family = fold(c.familyName)
  const whole = [family, fold(c.givenName)].every((name) => UNSPACED.test(name)) ? [family + fold(c.givenName)] : []
  const digits = partsOf(c.phone)
  const phone = digits.flatMap((part, i) => [part, digits.slice(i).join('')])
  return [...new Set([...names.flat(), ...joined, ...whole, ...phone, String(c.number), formatClientNumber(c.number)])].join(' ')
}

/** What clients are sorted by: family name, then given name, accents and case aside. */
export const sortKeyOf = (c: { givenName: string; familyName: string }): string =>
  fold(`${c.familyName.trim()} ${c.givenName.trim()}`.trim())
