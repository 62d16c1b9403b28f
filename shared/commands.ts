// The commands that both the search box and the desktop app's menu offer, and the keys that do them.
// Keys are written as Electron writes them.

export const MENU_COMMANDS = [
  { id: 'book', words: 'Book appointment', menu: 'Practice' },
  { id: 'copy', words: 'Make a copy now', menu: 'Practice' },
  { id: 'lock', words: 'Lock', menu: 'Practice', keys: 'CmdOrCtrl+Shift+L' },
  { id: 'search', words: 'Search', menu: 'Go', keys: 'CmdOrCtrl+K' },
  { id: 'calendar', words: 'Calendar', menu: 'Go' },
  { id: 'clients', words: 'Clients', menu: 'Go' },
  { id: 'packages', words: 'Packages', menu: 'Go' },
  { id: 'sales', words: 'Sales', menu: 'Go' },
  { id: 'settings', words: 'Settings', menu: 'Go' },
] as const satisfies { id: string; words: string; menu: 'Practice' | 'Go'; keys?: string }[]

export type MenuCommandId = (typeof MENU_COMMANDS)[number]['id']

/** The words of one of them, for the other place where it is offered. */
export const commandWords = (id: MenuCommandId): string => MENU_COMMANDS.find((command) => command.id === id)!.words
