// Who may do what. One table, read by dispatch before it serves and by the screen before it shows a button.
// 'own': only for appointments the staff member gives, and clients they treat.

import type { Role } from './domain/words.ts'

export type Grant = 'all' | 'own'

const everyone = { owner: 'all', administrator: 'all', receptionist: 'all', practitioner: 'all' } as const
const desk = { owner: 'all', administrator: 'all', receptionist: 'all' } as const
const deskAndOwn = { ...desk, practitioner: 'own' } as const
const owners = { owner: 'all' } as const
const office = { owner: 'all', administrator: 'all' } as const

const TABLE = {
  'calendar.view': everyone,
  'clients.view': everyone,
  'clients.edit': everyone,
  'packages.view': everyone,
  'packages.edit': office,
  'clientPackages.sell': desk,
  'discount.aboveLimit': office,
  'clientPackages.handOver': deskAndOwn,
  'clientPackages.change': office, // adjust, another end, hold
  'clientPackages.cancel': office, // with what is given back; reactivate
  'clientPackages.share': office, // which packages a linked client may use
  'appointments.book': deskAndOwn,
  'appointments.override': deskAndOwn,
  'invoices.view': everyone,
  'invoices.bill': desk, // to somebody else
  'invoices.plan': office, // other dates and amounts of instalments after the sale
  'payments.take': desk,
  'payments.reverse': office,
  'reports.usage': deskAndOwn,
  'catalog.view': everyone,
  'settings.view': everyone,
  'settings.edit': office,
  'staff.edit': office,
  'backups.make': everyone,
  'data.verify': office,
  'computer.key': owners,
} as const satisfies Record<string, Partial<Record<Role, Grant>>>

export type Permission = keyof typeof TABLE

/** What a role may do under a permission: everything, only its own, or nothing (undefined). */
export const grantOf = (role: Role, permission: Permission): Grant | undefined =>
  (TABLE as Record<Permission, Partial<Record<Role, Grant>>>)[permission][role]
