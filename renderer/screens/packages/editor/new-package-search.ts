// The address of a new package: which other one it starts from.

import { z } from 'zod'

export const NewPackageSearch = z.object({ from: z.int().positive().optional().catch(undefined) })
