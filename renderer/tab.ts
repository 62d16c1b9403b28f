// A name for this tab or window: the same after a reload or a crash of its page, another in every other tab.

const KEY = 'tenpack.tab'

export function tabId(): string {
  const known = sessionStorage.getItem(KEY)
  if (known !== null) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem(KEY, made)
  return made
}
