// What the search box shows for a text: what the practice holds, then commands, in groups, each row with where it leads.

import { IconBox, IconCalendar, IconReceipt, IconUser, type TablerIcon } from '@tabler/icons-react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useNavigate } from '@tanstack/react-router'
import type { Contract } from '../../shared/contract/index.ts'
import { dayOf } from '../../shared/dates.ts'
import { formatDateTime } from '../../shared/format.ts'
import { useClientWords } from '../components/use-practice.ts'
import { matchesCommand } from './search-commands.ts'
import { useCommands } from './use-commands.ts'

type Answer = InferContractRouterOutputs<Contract>['search']['all']

export interface Found {
  id: string
  icon: TablerIcon
  words: string
  facts?: string
  run: () => void
}

interface Group {
  title: string
  rows: Found[]
}

export function useFind(): (text: string, answer: Answer | undefined) => Group[] {
  const navigate = useNavigate()
  const all = useCommands()
  const words = useClientWords()

  const commands = (text: string) =>
    all.filter((command) => matchesCommand(command, text)).map(({ id, icon, words: said, run }) => ({ id, icon, words: said, run }))

  const groups = (text: string, answer: Answer | undefined): Group[] => [
    {
      title: words.Many,
      rows: (answer?.clients ?? []).map(({ id, name, number, phone }) => ({
        id: `client-${id}`,
        icon: IconUser,
        words: name,
        facts: [`No. ${String(number).padStart(4, '0')}`, phone].filter(Boolean).join(' · '),
        run: () => void navigate({ to: '/clients/$clientId', params: { clientId: String(id) } }),
      })),
    },
    {
      title: 'Appointments',
      rows: (answer?.appointments ?? []).map(({ id, clientName, serviceName, startsAt }) => ({
        id: `appointment-${id}`,
        icon: IconCalendar,
        words: clientName,
        facts: `${formatDateTime(startsAt)} · ${serviceName}`,
        run: () => void navigate({ to: '/calendar', search: { day: dayOf(startsAt), appointment: id } }),
      })),
    },
    {
      title: 'Packages',
      rows: (answer?.packages ?? []).map(({ id, name }) => ({
        id: `package-${id}`,
        icon: IconBox,
        words: name,
        run: () => void navigate({ to: '/packages/$packageId', params: { packageId: String(id) } }),
      })),
    },
    {
      title: 'Invoices',
      rows: (answer?.invoices ?? []).map(({ id, number, clientName }) => ({
        id: `invoice-${id}`,
        icon: IconReceipt,
        words: `Invoice ${number}`,
        facts: clientName,
        run: () => void navigate({ to: '/sales/$invoiceId', params: { invoiceId: String(id) } }),
      })),
    },
    { title: 'Commands', rows: commands(text) },
  ]
  return (text, answer) => groups(text, answer).filter(({ rows }) => rows.length > 0)
}
