// Sets a practice up through the procedures, as its owner would on the first day: its settings, its people, its services.

import { randomUUID as newKey } from 'node:crypto'
import type { ContractRouterClient, InferContractRouterInputs } from '@orpc/contract'
import type { Sessions } from '../../electron/host.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/domain/words.ts'

export const PASSWORD = 'kettle-orchard-9'
export const PIN = '2468'
export const PRACTITIONER = 'Dr Elena Ruiz'
const SECOND_PRACTITIONER = 'Sam Okafor'

export interface People {
  owner: number
  administrator: number
  receptionist: number
  /** PRACTITIONER, who also signs in with the role practitioner. */
  practitioner: number
  secondPractitioner: number
}

type Client = ContractRouterClient<Contract>
type Inputs = InferContractRouterInputs<Contract>

export const FIRST_PRACTICE: Inputs['setup']['create'] = {
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
}

/** On a file without a practice; the owner is signed in behind the session `owner` afterwards. No service is taxed. */
export async function setUpPractice({ call, sessions }: { call: Client; sessions: Sessions }): Promise<People> {
  await call.setup.create(FIRST_PRACTICE)
  const people: People = {
    owner: sessions.staffOf('owner')!,
    administrator: await makePerson(call, { name: 'Ana Holm', role: 'administrator' }),
    receptionist: await makePerson(call, { name: 'Jonas Vale', role: 'receptionist' }),
    ...(await makePractitioners(call)),
  }
  for (const service of await call.catalog.listServices()) await call.catalog.saveService({ key: newKey(), ...service, taxIds: [] })
  return people
}

/** Dr Ruiz and Sam Okafor, who give every service on every weekday. */
export async function makePractitioners(call: Client): Promise<Pick<People, 'practitioner' | 'secondPractitioner'>> {
  const people = {
    practitioner: await makePractitioner(call, PRACTITIONER),
    secondPractitioner: await makePractitioner(call, SECOND_PRACTITIONER),
  }
  for (const service of await call.catalog.listServices())
    await call.catalog.saveService({ key: newKey(), ...service, practitionerIds: Object.values(people) })
  return people
}

const makePractitioner = (call: Client, name: string) =>
  makePerson(call, {
    name,
    role: 'practitioner',
    isPractitioner: true,
    specialty: 'Physiotherapy',
    numbers: [{ issuer: 'CPTBC', number: `BC-${name.length}204`, validFrom: null, validThrough: null }],
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '08:00', toTime: '18:00' })),
  })

const NOBODY = { id: null, active: true, isPractitioner: false, specialty: '', allowsOverlap: false, numbers: [], hours: [] }

async function makePerson(call: Client, person: Partial<Inputs['staff']['save']> & { name: string; role: Role }): Promise<number> {
  return (await call.staff.save({ ...NOBODY, key: newKey(), ...person })).id
}
