// What the screen calls the closed sets of words that records use.

import type {
  AppointmentStatus,
  ClientPackageState,
  ClientWord,
  Delivery,
  EndsBy,
  ExpiryKind,
  FrequencyUnit,
  InstalmentState,
  InvoiceState,
  LinkLabel,
  Medium,
  PackageChoice,
  PaymentMethod,
  PaymentStyle,
  Role,
  SessionEnding,
  SessionRule,
  SessionState,
  Split,
  UseBeforePaid,
} from '../shared/domain/words.ts'

export const STATUS_WORDS: Record<AppointmentStatus, string> = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  arrived: 'Arrived',
  inSession: 'In session',
  completed: 'Completed',
  cancelled: 'Cancelled',
  cancelledByPractice: 'Cancelled by us',
  lateCancelled: 'Late cancellation',
  noShow: 'No-show',
}

export const SESSION_WORDS: Record<SessionState, string> = {
  available: 'free',
  booked: 'booked ahead',
  used: 'used',
  forfeited: 'forfeited',
  expired: 'lapsed',
  cancelled: 'cancelled',
  transferred: 'handed to another package',
  withdrawn: 'withdrawn',
}

export const CLIENT_PACKAGE_WORDS: Record<ClientPackageState, string> = {
  active: 'Active',
  pending: 'Starts later',
  onHold: 'On hold',
  used: 'Used up',
  expired: 'Expired',
  cancelled: 'Cancelled',
}

export const INVOICE_WORDS: Record<InvoiceState, string> = {
  draft: 'Draft',
  open: 'Open',
  partPaid: 'Part paid',
  paid: 'Paid',
  overdue: 'Overdue',
  loss: 'Loss',
  void: 'Void',
  discarded: 'Discarded',
}

export const INSTALMENT_WORDS: Record<InstalmentState, string> = {
  paid: 'Paid',
  partPaid: 'Part paid',
  due: 'Due',
  overdue: 'Overdue',
}

export const METHOD_WORDS: Record<PaymentMethod, string> = {
  card: 'Card',
  cash: 'Cash',
  transfer: 'Bank transfer',
  cheque: 'Cheque',
  other: 'Other',
}

export const PAYMENT_STYLE_WORDS: Record<PaymentStyle, string> = {
  upfront: 'Upfront',
  eachAppointment: 'Each appointment',
  instalments: 'In instalments',
}

export const EXPIRY_WORDS: Record<ExpiryKind, string> = {
  never: 'Never',
  afterPurchase: 'After the sale',
  afterFirstUse: 'After the first use',
  onDate: 'On a date',
}

/** How the price of a package becomes the values of its sessions. */
export const SPLIT_WORDS: Record<Split, string> = { listPrice: 'By item price', equal: 'Equally', byHand: 'By hand' }
export const DELIVERY_WORDS: Record<Delivery, string> = { inPerson: 'In person', online: 'Online' }
export const MEDIUM_WORDS: Record<Medium, string> = { video: 'Video', audio: 'Audio', phone: 'Phone' }
export const ENDS_BY_WORDS: Record<EndsBy, string> = { clock: 'By the clock', practitioner: 'By the practitioner' }
export const ENDING_WORDS: Record<SessionEnding, string> = {
  fullTime: 'The client gets the full time',
  exactEnd: 'At the exact end of the slot',
}
export const FREQUENCY_WORDS: Record<FrequencyUnit, string> = { week: 'a week', month: 'a month' }

export const ROLE_WORDS: Record<Role, string> = {
  owner: 'Owner',
  administrator: 'Administrator',
  receptionist: 'Receptionist',
  practitioner: 'Practitioner',
}

/** What becomes of the session at a no-show or a late cancellation. */
export const SESSION_RULE_WORDS: Record<SessionRule, string> = {
  forfeit: 'The session counts as used',
  return: 'The session goes back',
  ask: 'Ask each time',
}

export const PACKAGE_CHOICE_WORDS: Record<PackageChoice, string> = {
  preselect: 'Choose the package that ends first',
  ask: 'Let me choose',
  never: 'Start with the regular fee',
}

export const USE_BEFORE_PAID_WORDS: Record<UseBeforePaid, string> = {
  warn: 'Yes, with a warning',
  paidShare: 'Only as many sessions as are paid',
  no: 'Not before it is paid in full',
}

/** "client", "patient" or "guest", with a capital or for several. */
export const clientWords: Record<ClientWord, { one: string; One: string; many: string; Many: string }> = {
  client: { one: 'client', One: 'Client', many: 'clients', Many: 'Clients' },
  patient: { one: 'patient', One: 'Patient', many: 'patients', Many: 'Patients' },
  guest: { one: 'guest', One: 'Guest', many: 'guests', Many: 'Guests' },
}

/** Monday first, as weekday numbers 1 to 7 are. */
export const WEEKDAY_WORDS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** What somebody is to another. */
export const LINK_WORDS: Record<LinkLabel, string> = {
  parent: 'parent',
  child: 'child',
  partner: 'partner',
  guardian: 'guardian',
  sibling: 'sibling',
  grandparent: 'grandparent',
  other: 'linked',
}
