// An appointment as its panel reads it.

import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'

export type AppointmentData = InferContractRouterOutputs<Contract>['appointments']['get']
export type EndingPreview = InferContractRouterOutputs<Contract>['appointments']['previewEnding']
