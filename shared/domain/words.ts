// The closed sets of words that records use, each list in the order people read it.
// The database checks the same words; the screen has a name for each in renderer and documents.

export const ROLES = ['owner', 'administrator', 'receptionist', 'practitioner'] as const
export type Role = (typeof ROLES)[number]

export const PAYMENT_STYLES = ['upfront', 'eachAppointment', 'instalments'] as const
export type PaymentStyle = (typeof PAYMENT_STYLES)[number]

export const EXPIRY_KINDS = ['never', 'afterPurchase', 'afterFirstUse', 'onDate'] as const
export type ExpiryKind = (typeof EXPIRY_KINDS)[number]

/** What a no-show or a late cancellation does to the session. */
export const SESSION_RULES = ['return', 'forfeit', 'ask'] as const
export type SessionRule = (typeof SESSION_RULES)[number]

export const APPOINTMENT_STATUSES = [
  'booked',
  'confirmed',
  'arrived',
  'inSession',
  'completed',
  'cancelled',
  'cancelledByPractice',
  'lateCancelled',
  'noShow',
] as const
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

export const SESSION_STATES = ['available', 'booked', 'used', 'forfeited', 'expired', 'cancelled', 'transferred', 'withdrawn'] as const
export type SessionState = (typeof SESSION_STATES)[number]

export const SESSION_MOVES = [
  'grant',
  'adjustPlus',
  'book',
  'return',
  'use',
  'undoUse',
  'handOver',
  'undoHandOver',
  'forfeit',
  'undoForfeit',
  'waive',
  'expire',
  'reinstate',
  'cancel',
  'reactivate',
  'transfer',
  'undoTransfer',
  'adjustMinus',
  'restore',
  'revalue',
] as const
export type SessionMove = (typeof SESSION_MOVES)[number]
export type PotMove = 'grant' | 'expire' | 'reinstate' | 'cancel' | 'reactivate' | 'moveOut' | 'moveIn' | 'revalue'

/** How the price of a package is split over its sessions. */
export const SPLITS = ['listPrice', 'equal', 'byHand'] as const
export type Split = (typeof SPLITS)[number]
export const FREQUENCY_UNITS = ['week', 'month'] as const
export type FrequencyUnit = (typeof FREQUENCY_UNITS)[number]
export const DELIVERIES = ['inPerson', 'online'] as const
export type Delivery = (typeof DELIVERIES)[number]
export const MEDIA = ['audio', 'phone', 'video'] as const
export type Medium = (typeof MEDIA)[number]
export const ENDS_BY = ['clock', 'practitioner'] as const
export type EndsBy = (typeof ENDS_BY)[number]
export const SESSION_ENDINGS = ['fullTime', 'exactEnd'] as const
export type SessionEnding = (typeof SESSION_ENDINGS)[number]

export const TRANSFER_KINDS = ['transfer', 'upgrade', 'merge'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]
/** How a refund is found: nothing, the unused share, what was used at the regular price, or an own amount. */
export const REFUND_WAYS = ['none', 'unusedShare', 'regularPrice', 'ownAmount'] as const
export type RefundWay = (typeof REFUND_WAYS)[number]
/** How the books end when a client package is cancelled. */
export const BOOK_ENDINGS = ['unchanged', 'settled', 'outstanding', 'billUsed'] as const
export type BookEnding = (typeof BOOK_ENDINGS)[number]
export const VISIT_CHOICES = ['keep', 'cancel'] as const
export type VisitChoice = (typeof VISIT_CHOICES)[number]

export const LINK_LABELS = ['parent', 'child', 'partner', 'guardian', 'sibling', 'grandparent', 'other'] as const
export type LinkLabel = (typeof LINK_LABELS)[number]
export const SHARINGS = ['none', 'all', 'chosen'] as const
export type Sharing = (typeof SHARINGS)[number]

export const CLIENT_PACKAGE_STATES = ['cancelled', 'used', 'pending', 'expired', 'onHold', 'active'] as const
export type ClientPackageState = (typeof CLIENT_PACKAGE_STATES)[number]

export const INVOICE_STATUSES = ['draft', 'published', 'void', 'discarded'] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]
/** What a published invoice is, worked out from its lines and payments. */
export const INVOICE_STATES = ['draft', 'open', 'partPaid', 'paid', 'overdue', 'loss', 'void', 'discarded'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]
export type InvoiceKind = 'sale' | 'appointment'
export type InvoiceLineKind = 'package' | 'service' | 'covered' | 'fee' | 'product' | 'moved' | 'adjustment'

export const PAYMENT_METHODS = ['card', 'cash', 'transfer', 'cheque', 'other'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]
export type PaymentState = 'pending' | 'cleared' | 'failed'

/** What a part of a dated plan is, worked out from what was paid. */
export const INSTALMENT_STATES = ['paid', 'partPaid', 'due', 'overdue'] as const
export type InstalmentState = (typeof INSTALMENT_STATES)[number]

export const PAPERS = ['A4', 'LETTER'] as const
export type Paper = (typeof PAPERS)[number]
export const CLIENT_WORDS = ['client', 'patient', 'guest'] as const
export type ClientWord = (typeof CLIENT_WORDS)[number]
export const PACKAGE_CHOICES = ['preselect', 'ask', 'never'] as const
export type PackageChoice = (typeof PACKAGE_CHOICES)[number]
export const USE_BEFORE_PAID = ['warn', 'paidShare', 'no'] as const
export type UseBeforePaid = (typeof USE_BEFORE_PAID)[number]
