// The values of a person's form, as the contract takes them.

import type { UseFormReturnType } from '@mantine/form'
import type { z } from 'zod'
import type { SaveStaff } from '../../../shared/contract/staff.ts'

export type StaffValues = z.input<typeof SaveStaff>
export type StaffFormType = UseFormReturnType<StaffValues>
