// The start of the bundled main process as main.ts does it, for `npm run bench` alone; it is built beside main and never
// packaged.

import { dirname, join } from 'node:path'
import { keepCompiled } from './compiled.ts'

keepCompiled(join(dirname(process.argv[2] ?? ''), 'compiled'))
void import('./bench-week.ts')
