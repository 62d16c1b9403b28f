// Sets a practice up through the procedures, as its owner would on the first day: its settings, its people, its services.

import { randomUUID as newKey } from 'node:crypto'
import type { ContractRouterClient } from '@orpc/contract'
import type { Sessions } from '../../electron/host.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/domain/words.ts'

export const PASSWORD = 'kettle-orchard-9'
export const PIN = '2468'

export interface People {
  owner: number
  administrator: number
  receptionist: number
  /** Dr Ruiz, who also signs in with the role practitioner. */
  practitioner: number
  /** Sam Okafor. */
  secondPractitioner: number
}

/** On a file without a practice; the owner is signed in behind the session `owner` afterwards. */
export async function setUpPractice({ call, sessions }: { call: ContractRouterClient<Contract>; sessions: Sessions }): Promise<People> {
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
    owner: { name: 'Nadia Brandt', isPractitioner: false },
    password: PASSWORD,
    pin: PIN,
  })
  const owner = sessions.staffOf('owner')!
  const person = async (name: string, role: Role, specialty = '') => {
    const isPractitioner = role === 'practitioner'
    const hours = isPractitioner ? [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '08:00', toTime: '18:00' })) : []
    const numbers = isPractitioner ? [{ issuer: 'CPTBC', number: `BC-${name.length}204`, validFrom: null, validThrough: null }] : []
    return (
      await call.staff.save({
        key: newKey(),
        id: null,
        name,
        role,
        active: true,
        isPractitioner,
        specialty,
        allowsOverlap: false,
        numbers,
        hours,
      })
    ).id
  }
  const people: People = {
    owner,
    administrator: await person('Ana Holm', 'administrator'),
    receptionist: await person('Jonas Vale', 'receptionist'),
    practitioner: await person('Dr Elena Ruiz', 'practitioner', 'Physiotherapy'),
    secondPractitioner: await person('Sam Okafor', 'practitioner', 'Physiotherapy'),
  }
  for (const service of await call.catalog.listServices()) {
    await call.catalog.saveService({
      key: newKey(),
      ...service,
      taxIds: [],
      practitionerIds: [people.practitioner, people.secondPractitioner],
    })
  }
  return people
}
