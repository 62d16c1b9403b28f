// From what was typed in a search to the name of a new client.

/** `anna lee` → Anna Lee; the last word is the family name. A number or an address is no name. */
export function namesOf(typed: string): { givenName: string; familyName: string } {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 || /[\d@]/.test(typed)) return { givenName: '', familyName: '' }
  if (typed.includes(',')) {
    const [family = '', given = ''] = typed.split(',', 2).map((part) => part.trim())
    return { givenName: capital(given), familyName: capital(family) }
  }
  return {
    givenName: words.slice(0, -1).map(capital).join(' ') || capital(words[0] ?? ''),
    familyName: words.length > 1 ? capital(words.at(-1) ?? '') : '',
  }
}

/** Only a word typed in small letters throughout gets its capital: "van", "McKay" stay as they are. */
const capital = (word: string): string => (word === word.toLowerCase() ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word)
