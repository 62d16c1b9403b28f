// Which addresses outside the app may be opened at all, in the person's browser and after asking.

const LONGEST = 2_000

/** The address as it would be opened, or null for what is never opened: files, other schemes, names and passwords in it. */
export function outsideLink(address: string): string | null {
  if (address.length > LONGEST || !URL.canParse(address)) return null
  const { protocol, username, password, href } = new URL(address)
  return protocol === 'https:' && username === '' && password === '' ? href : null
}
