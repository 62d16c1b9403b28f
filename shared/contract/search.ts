// The one search box: clients, appointments, packages and invoices by what a person remembers of them.

import { z } from 'zod'
import { DayTime, Id, query } from './base.ts'

export const search = {
  all: query('clients.view')
    .input(z.strictObject({ text: z.string().max(120) }))
    .output(
      z.object({
        clients: z.array(z.object({ id: Id, name: z.string(), number: z.int(), phone: z.string() })),
        appointments: z.array(z.object({ id: Id, clientName: z.string(), serviceName: z.string(), startsAt: DayTime })),
        packages: z.array(z.object({ id: Id, name: z.string() })),
        invoices: z.array(z.object({ id: Id, number: z.int(), clientName: z.string() })),
      }),
    ),
}
