// What the client's page is given, as the contract's clients.get and appointments.ofClient give it.

import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'

type Outputs = InferContractRouterOutputs<Contract>

export type OneClient = Outputs['clients']['get']
export type ClientAppointment = Outputs['appointments']['ofClient'][number]
export type ClientInvoice = Outputs['invoices']['list']['rows'][number]

/** A button that the person may not use is given as undefined. */
export type MayDo = (() => void) | undefined
