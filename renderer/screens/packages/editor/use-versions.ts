// The versions of a package, by any of them.

import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { PackageVersion } from '../../../../shared/contract/package-versions.ts'
import { api } from '../../../api.ts'

export type Version = z.output<typeof PackageVersion>

export const useVersions = (id: number) => useQuery(api.packages.versions.queryOptions({ input: { id } }))
