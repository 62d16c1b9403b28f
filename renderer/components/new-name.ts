// What was typed into a search for a client, as the beginning of a new one: the last word is the family name,
// one word alone a given name, digits a phone number. Pure.

export interface NewName {
  givenName: string
  familyName: string
  phone: string
}

export function newNameOf(typed: string): NewName {
  const text = typed.trim().replace(/\s+/gu, ' ')
  if (/^[+\d][\d\s()./-]*$/u.test(text)) return { givenName: '', familyName: '', phone: text }
  if (/[\d@]/u.test(text)) return { givenName: '', familyName: '', phone: '' }
  const lastSpace = text.lastIndexOf(' ')
  const [family, given] = text.includes(',')
    ? text.split(/,\s*/u, 2)
    : lastSpace < 0
      ? ['', text]
      : [text.slice(lastSpace + 1), text.slice(0, lastSpace)]
  return { givenName: capitalised(given ?? ''), familyName: capitalised(family ?? ''), phone: '' }
}

/** Somebody typing fast leaves capitals out; a name that has any is left as it is. */
const capitalised = (name: string): string =>
  name === name.toLocaleLowerCase() ? name.replace(/(^|[\s-])\p{L}/gu, (start) => start.toLocaleUpperCase()) : name
