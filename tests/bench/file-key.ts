// A key for a file that only a measurement uses.

import { randomBytes } from 'node:crypto'
import type { FileKey } from '../../db/connect.ts'

export const makeFileKey = (): FileKey => ({ key: randomBytes(32).toString('hex'), salt: randomBytes(16).toString('hex') })
