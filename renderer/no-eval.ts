// Must be imported before anything that makes a schema: zod otherwise tries `new Function` to see whether it may,
// which the content security policy forbids and the browser reports.

import { config } from 'zod'

config({ jitless: true })
