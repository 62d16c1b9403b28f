// What a new practice of each trade starts with. Prices are in whole units of a dollar-like currency;
// for a currency whose unit is worth much less, they are multiplied (see `priceIn`). All of it can be changed afterwards.

import { localTime } from '../shared/dates.ts'
import { digitsOf } from '../shared/currencies.ts'
import { minor, type Minor } from '../shared/money.ts'

export interface ServicePreset {
  readonly code: string
  readonly name: string
  readonly durationMinutes: number
  /** After the appointment: notes, airing, clean linen. */
  readonly breakMinutes: number
  readonly price: number
}

const preset = (code: string, name: string, durationMinutes: number, breakMinutes: number, price: number): ServicePreset => ({
  code,
  name,
  durationMinutes,
  breakMinutes,
  price,
})

export const PRESETS = {
  physiotherapy: [
    preset('PT-A', 'Physiotherapy assessment', 60, 0, 110),
    preset('PT-30', 'Physiotherapy 30 min', 30, 0, 75),
    preset('PT-45', 'Physiotherapy 45 min', 45, 0, 95),
    preset('DN-30', 'Dry needling', 30, 0, 80),
    preset('EX-60', 'Supervised exercise', 60, 0, 60),
  ],
  massage: [
    preset('MT-30', 'Massage 30 min', 30, 10, 60),
    preset('MT-60', 'Massage 60 min', 60, 15, 95),
    preset('MT-90', 'Massage 90 min', 90, 15, 135),
    preset('HS-75', 'Hot stone massage', 75, 15, 125),
    preset('LD-60', 'Lymphatic drainage', 60, 15, 105),
  ],
  chiropractic: [
    preset('CH-A', 'First consultation', 60, 0, 120),
    preset('CH-15', 'Adjustment', 15, 0, 55),
    preset('CH-30', 'Adjustment and soft tissue', 30, 0, 80),
    preset('CH-R', 'Re-assessment', 30, 0, 75),
  ],
  counselling: [
    preset('CO-I', 'First conversation', 50, 10, 90),
    preset('CO-50', 'Individual session', 50, 10, 120),
    preset('CO-80', 'Couples session', 80, 10, 170),
    preset('CO-FA', 'Family session', 80, 10, 180),
  ],
  aesthetics: [
    preset('AE-C', 'Consultation', 30, 0, 40),
    preset('AE-F', 'Facial 60 min', 60, 10, 95),
    preset('AE-P', 'Chemical peel', 45, 10, 120),
    preset('AE-L', 'Laser hair removal, small area', 20, 10, 70),
    preset('AE-M', 'Microneedling', 60, 15, 210),
  ],
  other: [preset('S-30', 'Appointment 30 min', 30, 0, 60), preset('S-60', 'Appointment 60 min', 60, 0, 100)],
} as const satisfies Record<string, readonly ServicePreset[]>

/** How many of this currency's units buy about what one dollar does; rounded, as list prices are. */
const UNITS: Record<string, number> = {
  JPY: 100,
  KRW: 1000,
  VND: 20_000,
  CLP: 800,
  ISK: 120,
  UGX: 3000,
  INR: 40,
  THB: 25,
  PHP: 40,
  IDR: 12_000,
  TWD: 25,
  HUF: 300,
  CZK: 20,
  SEK: 10,
  NOK: 10,
  DKK: 7,
  PLN: 4,
  RON: 4,
  ZAR: 10,
  MXN: 12,
  BRL: 4,
  TRY: 25,
  CNY: 5,
  HKD: 7,
  ARS: 900,
  COP: 3500,
  KES: 100,
  NGN: 900,
  BHD: 0.4,
  JOD: 0.7,
  KWD: 0.3,
  OMR: 0.4,
  TND: 2,
}

/** A preset's price in the currency's minor unit. */
export const priceIn = (price: number, currency: string): Minor =>
  minor(Math.round(price * (UNITS[currency] ?? 1)) * 10 ** digitsOf(currency))

/** Monday to Friday, with a break at noon, for an owner who sees clients. */
export const WORKING_HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromTime: localTime('09:00'), toTime: localTime('12:30') },
  { weekday, fromTime: localTime('13:30'), toTime: localTime('18:00') },
])
