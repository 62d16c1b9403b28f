// The whole list of client packages, by client: what every filter starts from.

import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'

type Input = InferContractRouterInputs<Contract>['clientPackages']['export']

export const CLIENT_PACKAGE_LIST: Input = {
  search: '',
  packageId: null,
  categoryIds: [],
  states: [],
  endingThrough: null,
  unpaid: false,
  low: false,
  sort: 'client',
  descending: false,
}
