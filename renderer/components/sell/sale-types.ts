// What a sale is made of, as the contract gives it.

import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'

type Outputs = InferContractRouterOutputs<Contract>

export type PackageRow = Outputs['packages']['list'][number]
export type Quote = Outputs['clientPackages']['quote']

export interface Sold {
  clientPackageId: number
  /** Null: assigned without one. */
  invoiceId: number | null
}
