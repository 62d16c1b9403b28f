// The sections of the settings, in the order of the list at their left.

export const SECTIONS = [
  { id: 'practice', title: 'Practice' },
  { id: 'staff', title: 'Staff' },
  { id: 'services', title: 'Services' },
  { id: 'products', title: 'Products' },
  { id: 'categories', title: 'Categories' },
  { id: 'taxes', title: 'Taxes' },
] as const

export type SectionId = (typeof SECTIONS)[number]['id']
