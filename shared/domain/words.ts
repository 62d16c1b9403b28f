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

export type SessionMove =
  | 'grant'
  | 'adjustPlus'
  | 'book'
  | 'return'
  | 'use'
  | 'undoUse'
  | 'handOver'
  | 'undoHandOver'
  | 'forfeit'
  | 'undoForfeit'
  | 'waive'
  | 'expire'
  | 'reinstate'
  | 'cancel'
  | 'reactivate'
  | 'transfer'
  | 'undoTransfer'
  | 'adjustMinus'
  | 'restore'
  | 'revalue'
export type PotMove = 'grant' | 'expire' | 'reinstate' | 'cancel' | 'reactivate'

export const CLIENT_PACKAGE_STATES = ['cancelled', 'used', 'pending', 'expired', 'onHold', 'active'] as const
export type ClientPackageState = (typeof CLIENT_PACKAGE_STATES)[number]

export const INVOICE_STATUSES = ['draft', 'published', 'void', 'discarded'] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]
/** What a published invoice is, worked out from its lines and payments. */
export const INVOICE_STATES = ['draft', 'open', 'partPaid', 'paid', 'overdue', 'void', 'discarded'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]
export type InvoiceKind = 'sale' | 'appointment'
export type InvoiceLineKind = 'package' | 'service' | 'covered' | 'fee' | 'product' | 'adjustment'

export const PAYMENT_METHODS = ['card', 'cash', 'transfer', 'cheque', 'other'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]
export type PaymentState = 'pending' | 'cleared' | 'failed'

export const PAPERS = ['A4', 'LETTER'] as const
export type Paper = (typeof PAPERS)[number]
export const CLIENT_WORDS = ['client', 'patient', 'guest'] as const
export type ClientWord = (typeof CLIENT_WORDS)[number]
export const PACKAGE_CHOICES = ['preselect', 'ask', 'never'] as const
export type PackageChoice = (typeof PACKAGE_CHOICES)[number]
export const USE_BEFORE_PAID = ['warn', 'paidShare', 'no'] as const
export type UseBeforePaid = (typeof USE_BEFORE_PAID)[number]
