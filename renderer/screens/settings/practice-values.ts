// The values of the practice's form, as the contract takes them.

import type { UseFormReturnType } from '@mantine/form'
import type { z } from 'zod'
import type { UpdatePractice } from '../../../shared/contract/settings.ts'

export type PracticeValues = z.input<typeof UpdatePractice>
export type PracticeFormType = UseFormReturnType<PracticeValues>
