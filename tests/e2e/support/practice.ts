// A small practice for a browser test, made through the procedures before the page is opened.

import type { Client } from '../../support/app.ts'
import { newKey } from '../../support/app.ts'

export const OWNER = { name: 'Nadia Brandt', password: 'kettle-orchard-9', pin: '2468' }
export const PRACTITIONER = 'Dr Elena Ruiz'
export const SECOND_PRACTITIONER = 'Sam Okafor'

const EVERY_WEEKDAY = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '08:00', toTime: '18:00' }))

/** Set up and signed in as the owner, with two practitioners who give every service. */
export async function makePractice(call: Client): Promise<{ practitioner: number; secondPractitioner: number }> {
  await call.setup.create({
    practice: {
      name: 'Harbour Street Physiotherapy',
      address: '12 Harbour Street\nVictoria BC',
      phone: '250 555 0114',
      email: 'desk@harbour.test',
      registration: 'GST 80123 4567 RT0001',
      country: 'CA',
      currency: 'CAD',
      pricesIncludeTax: false,
      paper: 'LETTER',
      clientWord: 'client',
      noShowRule: 'return',
      lateCancelRule: 'return',
      lateCancelHours: 24,
    },
    tax: { name: 'GST', rate: 5000 },
    trade: 'physiotherapy',
    owner: { name: OWNER.name, isPractitioner: false },
    password: OWNER.password,
    pin: OWNER.pin,
  })
  const person = async (name: string) => {
    const fields = {
      name,
      role: 'practitioner' as const,
      active: true,
      isPractitioner: true,
      specialty: 'Physiotherapy',
      allowsOverlap: false,
    }
    const numbers = [{ issuer: 'CPTBC', number: 'BC-14204', validFrom: null, validThrough: null }]
    return (await call.staff.save({ key: newKey(), id: null, ...fields, numbers, hours: EVERY_WEEKDAY })).id
  }
  const people = { practitioner: await person(PRACTITIONER), secondPractitioner: await person(SECOND_PRACTITIONER) }
  for (const service of await call.catalog.listServices())
    await call.catalog.saveService({ key: newKey(), ...service, practitionerIds: [people.practitioner, people.secondPractitioner] })
  return people
}
