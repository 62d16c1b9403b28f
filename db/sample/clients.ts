// The clients of the sample practice, each with what they usually come for. Anna Lee comes first and has a story of her own.

import type { LocalDate } from '../../shared/dates.ts'
import type { Random, SampleDesk } from './desk.ts'
import { newKey, type Offer } from './offer.ts'
import { CLIENTS, INSURERS, NOTES, STREETS } from './people.ts'

const USUAL: Record<string, string[]> = {
  Physiotherapy: ['Physio 45', 'Physio 45', 'Physio 60', 'Initial 45', 'Pelvic physio 60'],
  Massage: ['Massage 60', 'Massage 60', 'Massage 30'],
  Counselling: ['Counselling 50'],
  Chiropractic: ['Chiro 30'],
}
export interface Regular {
  id: number
  service: string
  likesPackages: boolean
}

/** Anna Lee and, by practitioner, everyone else. */
export async function makeClients({ call }: SampleDesk, offer: Offer, random: Random) {
  const groups = new Map<number, Regular[]>(offer.staff.map((s) => [s.id, []]))
  let annaId = 0
  for (const [n, [givenName, familyName]] of CLIENTS.entries()) {
    const insured = n === 0 || random(3) === 0
    const two = (below: number) => String(1 + random(below)).padStart(2, '0')
    const { id } = await call.clients.save({
      key: newKey(),
      id: null,
      givenName,
      familyName,
      birthDate: `${1942 + random(66)}-${two(12)}-${two(28)}` as LocalDate,
      phone: `604 555 ${String(100 + n).padStart(4, '0')}`,
      email: `client${String(n + 1).padStart(3, '0')}@example.com`,
      address: `${1 + random(180)} ${STREETS[random(STREETS.length)]}\nVancouver BC`,
      country: null,
      insurer: insured ? INSURERS[random(INSURERS.length)]! : '',
      insurerNumber: insured ? `${80 + random(19)}-${2000 + random(7000)}` : '',
      notes:
        n === 0 ? 'Prefers mornings. Left shoulder: see chart. Allergic to latex.' : random(6) === 0 ? NOTES[random(NOTES.length)]! : '',
    })
    if (n === 0) {
      annaId = id
      continue
    }
    const { id: staffId, specialty } = offer.staff[n % offer.staff.length]!
    const services = USUAL[specialty]!
    groups.get(staffId)!.push({ id, service: services[random(services.length)]!, likesPackages: random(10) < 7 })
  }
  return { groups, annaId }
}
