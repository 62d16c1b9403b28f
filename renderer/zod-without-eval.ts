// Comes before any schema is used: zod would try `new Function`, which the pages' content security policy forbids and reports.
// Only here: in the main process it makes the checks faster.

import { config } from 'zod'

config({ jitless: true })
