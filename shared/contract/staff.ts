// The people of the practice: role, secrets, practitioner numbers, working hours.

import { z } from 'zod'
import { ROLES } from '../domain/words.ts'
import { action, command, Day, Id, keyed, Line, Mark, Ok, query, refusals, RequiredLine, saving, Time } from './base.ts'
import { Pin, Secret } from './setup.ts'

const Hours = z
  .strictObject({ weekday: z.int().min(1).max(7), fromTime: Time, toTime: Time })
  .refine((h) => h.fromTime < h.toTime, { path: ['toTime'], message: 'Must be after the start.' })
const Number_ = z
  .strictObject({
    issuer: RequiredLine(60, 'Enter who issued it.'),
    number: RequiredLine(60, 'Enter the number.'),
    validFrom: Day.nullable(),
    validThrough: Day.nullable(),
  })
  .refine((n) => !n.validFrom || !n.validThrough || n.validFrom <= n.validThrough, {
    path: ['validThrough'],
    message: 'Must not be before the start.',
  })

const Fields = {
  name: RequiredLine(120, 'Enter a name.'),
  role: z.enum(ROLES),
  active: z.boolean(),
  isPractitioner: z.boolean(),
  specialty: Line(60),
  allowsOverlap: z.boolean(),
  numbers: z.array(Number_).max(20),
  hours: z.array(Hours).max(40),
}
export const SaveStaff = saving(Fields)
export const StaffMember = z.object({ id: Id, ...Fields, mark: Mark, hasPassword: z.boolean(), hasPin: z.boolean() })

export const staff = {
  list: query('signedIn').output(z.array(StaffMember)),
  save: command('staff.edit')
    .errors(refusals('record.changed', 'staff.lastOwner', 'staff.ownersOnly'))
    .input(SaveStaff)
    .output(StaffMember),
  /** One's own secrets, or anybody's for those who may change staff. Null leaves one as it is. */
  setSecrets: action('signedIn')
    .errors(refusals('staff.ownersOnly'))
    .input(z.strictObject({ staffId: Id, password: Secret.nullable(), pin: Pin.nullable() }))
    .output(Ok),
  storeSecrets: command('system')
    .input(keyed({ staffId: Id, passwordHash: z.string().nullable(), pinHash: z.string().nullable() }))
    .output(Ok),
}
