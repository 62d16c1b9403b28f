// How a key is written on this machine: "Ctrl K", or "⌘ K" on a Mac.

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

export function useHotkeyHint(keys: string): string {
  return keys
    .split('+')
    .map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key.charAt(0).toUpperCase() + key.slice(1)))
    .join(' ')
}
