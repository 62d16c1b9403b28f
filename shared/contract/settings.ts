// The practice's own settings.

import { z } from 'zod'
import { CLIENT_WORDS, PACKAGE_CHOICES, PAPERS, SESSION_RULES, USE_BEFORE_PAID } from '../domain/words.ts'
import { command, keyed, Line, Mark, query, Rate, refusals, RequiredLine, Text } from './base.ts'

const Editable = {
  name: RequiredLine(120, 'Enter the practice’s name.'),
  address: Text(400),
  phone: Line(40),
  email: Line(120),
  registration: Line(120),
  paper: z.enum(PAPERS),
  clientWord: z.enum(CLIENT_WORDS),
  noShowRule: z.enum(SESSION_RULES),
  lateCancelRule: z.enum(SESSION_RULES),
  lateCancelHours: z.int().min(0).max(336),
  lockMinutes: z.int().min(1).max(240),
  dueDays: z.int().min(0).max(365),
  packageChoice: z.enum(PACKAGE_CHOICES),
  useBeforePaid: z.enum(USE_BEFORE_PAID),
  mayReactivate: z.boolean(), // a cancelled client package
  invoiceAlways: z.boolean(), // no client package without an invoice
  lowSessions: z.int().min(0).max(99), // so many left, or fewer: running low
  discountLimit: Rate, // of the price; a higher discount is for owners and administrators
  lowDays: z.int().min(0).max(365), // or ending within so many days
}

export const UpdatePractice = keyed({ mark: Mark, ...Editable })
export const PracticeSettings = z.object({
  ...Editable,
  mark: Mark,
  country: z.string(),
  currency: z.string(),
  pricesIncludeTax: z.boolean(),
  isSample: z.boolean(),
})

export const settings = {
  get: query('signedIn').output(PracticeSettings),
  /** Country, currency and whether prices include tax are fixed at set-up: documents already rest on them. */
  update: command('settings.edit').errors(refusals('record.changed')).input(UpdatePractice).output(PracticeSettings),
}
