// The commands of the search box. Only those the person may use are offered; a command is found by any of its words.

import {
  IconBox,
  IconCalendar,
  IconCalendarPlus,
  IconCopyCheck,
  IconLock,
  IconPackage,
  IconReceipt,
  IconSettings,
  IconUserPlus,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { useNavigate } from '@tanstack/react-router'
import { commandWords } from '../../shared/commands.ts'
import type { Permission } from '../../shared/permissions.ts'
import { neededFor, SECTIONS } from '../screens/settings/sections.ts'

export interface Command {
  id: string
  icon: TablerIcon
  words: string
  /** Other words a person may type for it. */
  also?: string
  needs?: Permission
  /** Offered only once something is typed. */
  isMinor?: boolean
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
      icon: IconCalendarPlus,
      words: commandWords('book'),
      also: 'new',
      needs: 'appointments.book',
      run: () => void navigate({ to: '/calendar', search: { book: 'new' } }),
    },
    {
      id: 'new-client',
      icon: IconUserPlus,
      words: `New ${clientWord}`,
      also: 'add',
      needs: 'clients.edit',
      run: () => void navigate({ to: '/clients', search: { new: true } }),
    },
    {
      id: 'new-package',
      icon: IconPackage,
      words: 'New package',
      also: 'add',
      needs: 'packages.edit',
      run: () => void navigate({ to: '/packages/new' }),
    },
    { id: 'calendar', icon: IconCalendar, words: commandWords('calendar'), also: 'go today', run: go('/calendar') },
    { id: 'clients', icon: IconUsers, words: clientsWord, also: 'go clients patients guests', run: go('/clients') },
    { id: 'packages', icon: IconBox, words: commandWords('packages'), also: 'go', run: go('/packages') },
    { id: 'sales', icon: IconReceipt, words: commandWords('sales'), also: 'go invoices payments', run: go('/sales') },
    { id: 'settings', icon: IconSettings, words: commandWords('settings'), also: 'go', run: go('/settings') },
    ...SECTIONS.map((section): Command => {
      const needs = neededFor(section)
      return {
        id: `settings-${section.id}`,
        icon: IconSettings,
        words: `Settings: ${section.title}`,
        isMinor: true,
        ...(needs === undefined ? {} : { needs }),
        run: () => void navigate({ to: '/settings/$section', params: { section: section.id } }),
      }
    }),
    { id: 'copy', icon: IconCopyCheck, words: commandWords('copy'), also: 'backup save', needs: 'backups.make', run: makeCopy },
    { id: 'lock', icon: IconLock, words: commandWords('lock'), also: 'switch person', run: lock },
  ]
}

/** Each word typed begins a word of the command. */
export function matchesCommand({ words, also = '', isMinor = false }: Command, text: string): boolean {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (typed.length === 0) return !isMinor
  const own = `${words} ${also}`.toLowerCase().split(/[\s:]+/)
  return typed.every((begin) => own.some((word) => word.startsWith(begin)))
}
