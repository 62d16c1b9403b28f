// What was typed into the search for a client, as the beginning of a new one: digits are a phone number,
// the last word is the family name. Pure.

export interface NewName {
  givenName: string
  familyName: string
  phone: string
}

export function newNameOf(typed: string): NewName {
  const text = typed.trim().replace(/\s+/gu, ' ')
  if (/^[+\d][\d\s()./-]*$/u.test(text)) return { givenName: '', familyName: '', phone: text }
  const [family, given] = text.includes(',')
    ? text.split(/,\s*/u, 2)
    : [text.slice(text.lastIndexOf(' ') + 1), text.slice(0, Math.max(0, text.lastIndexOf(' ')))]
  return { givenName: capitalised(given ?? ''), familyName: capitalised(family ?? ''), phone: '' }
}

/** Somebody typing fast leaves capitals out; a name that has any is left as it is. */
const capitalised = (name: string): string =>
  name === name.toLocaleLowerCase() ? name.replace(/(^|[\s-])\p{L}/gu, (start) => start.toLocaleUpperCase()) : name
