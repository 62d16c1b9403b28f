// The commands of the search box. Only those the person may use are offered; a command is found by any of its words.

import type { useNavigate } from '@tanstack/react-router'
import type { Permission } from '../../shared/permissions.ts'

export interface Command {
  id: string
  words: string
  /** Other words a person may type for it. */
  also?: string
  needs?: Permission
  run: () => void
}

interface Hands {
  navigate: ReturnType<typeof useNavigate>
  lock: () => void
  makeCopy: () => void
  clientWord: string
  clientsWord: string
}

export function commandsOf({ navigate, lock, makeCopy, clientWord, clientsWord }: Hands): Command[] {
  const go = (to: '/calendar' | '/clients' | '/packages' | '/sales' | '/settings') => () => void navigate({ to })
  return [
    {
      id: 'book',
      words: 'Book appointment',
      also: 'new',
      needs: 'appointments.book',
      run: () => void navigate({ to: '/calendar', search: { book: 'new' } }),
    },
    {
      id: 'new-client',
      words: `New ${clientWord}`,
      also: 'add',
      needs: 'clients.edit',
      run: () => void navigate({ to: '/clients', search: { new: true } }),
    },
    { id: 'new-package', words: 'New package', also: 'add', needs: 'packages.edit', run: () => void navigate({ to: '/packages/new' }) },
    { id: 'calendar', words: 'Calendar', also: 'go today', run: go('/calendar') },
    { id: 'clients', words: clientsWord, also: 'go clients patients guests', run: go('/clients') },
    { id: 'packages', words: 'Packages', also: 'go', run: go('/packages') },
    { id: 'sales', words: 'Sales', also: 'go invoices payments', run: go('/sales') },
    { id: 'settings', words: 'Settings', also: 'go staff services taxes practice', run: go('/settings') },
    { id: 'copy', words: 'Make a copy now', also: 'backup save', needs: 'backups.make', run: makeCopy },
    { id: 'lock', words: 'Lock', also: 'switch person', run: lock },
  ]
}

/** Each word typed begins a word of the command. */
export function matchesCommand({ words, also = '' }: Command, text: string): boolean {
  const own = `${words} ${also}`.toLowerCase().split(/\s+/)
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) => own.some((word) => word.startsWith(typed)))
}
