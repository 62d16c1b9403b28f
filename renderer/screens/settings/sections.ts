// The sections of the settings, in the order of the list at their left, and which of them not everybody is shown.

import type { Permission } from '../../../shared/permissions.ts'

interface Section {
  id: string
  title: string
  needs?: Permission
}

export const SECTIONS = [
  { id: 'practice', title: 'Practice' },
  { id: 'staff', title: 'Staff' },
  { id: 'services', title: 'Services' },
  { id: 'products', title: 'Products' },
  { id: 'categories', title: 'Categories' },
  { id: 'taxes', title: 'Taxes' },
  { id: 'suggestions', title: 'Suggestions', needs: 'settings.edit' },
  { id: 'updates', title: 'Updates' },
  { id: 'computer', title: 'This computer', needs: 'computer.key' },
] as const satisfies Section[]

/** What a person must be allowed to see it. */
export const neededFor = (section: Section): Permission | undefined => section.needs

export type SectionId = (typeof SECTIONS)[number]['id']
