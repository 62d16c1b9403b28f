// The first start: a new practice, or a sample one to look around in.

import { z } from 'zod'
import { CLIENT_WORDS, PAPERS, SESSION_RULES } from '../domain/words.ts'
import { action, command, Currency, Id, keyed, Line, Ok, query, Rate, refusals, RequiredLine, Text } from './base.ts'

export const TRADES = ['physiotherapy', 'massage', 'chiropractic', 'counselling', 'aesthetics', 'other'] as const

export const Secret = z.string().min(8, 'At least 8 characters.').max(200)
export const Pin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits.')

const Practice = {
  name: RequiredLine(120, 'Enter the practice’s name.'),
  address: Text(400),
  phone: Line(40),
  email: Line(120),
  registration: Line(120),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: Currency,
  pricesIncludeTax: z.boolean(),
  paper: z.enum(PAPERS),
  clientWord: z.enum(CLIENT_WORDS),
  noShowRule: z.enum(SESSION_RULES),
  lateCancelRule: z.enum(SESSION_RULES),
  lateCancelHours: z.int().min(0).max(336),
}

const FirstPractice = {
  practice: z.strictObject(Practice),
  tax: z.strictObject({ name: RequiredLine(40, 'Enter the tax’s name.'), rate: Rate }).nullable(),
  trade: z.enum(TRADES),
  owner: z.strictObject({ name: RequiredLine(120, 'Enter your name.'), isPractitioner: z.boolean() }),
}

export const CreatePractice = z.strictObject({ ...FirstPractice, password: Secret, pin: Pin })

export const setup = {
  state: query('public').output(z.object({ hasPractice: z.boolean(), practiceName: z.string().nullable(), isSample: z.boolean() })),
  /** Hashes the secrets, then stores everything by `store`; signs the owner in. */
  create: action('public').errors(refusals('data.hasPractice')).input(CreatePractice).output(Ok),
  store: command('system')
    .errors(refusals('data.hasPractice'))
    .input(keyed({ ...FirstPractice, passwordHash: z.string(), pinHash: z.string(), isSample: z.boolean() }))
    .output(z.object({ staffId: Id })),
  /** Starts making the sample practice in the background; `sampleProgress` tells how far it is. */
  startSample: action('public').errors(refusals('data.hasPractice')).output(Ok),
  sampleProgress: query('public').output(
    z.object({ state: z.enum(['idle', 'working', 'done', 'failed']), done: z.int(), of: z.int(), message: z.string() }),
  ),
}
