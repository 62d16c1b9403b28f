// The desktop app: Electron's main process starts here. What V8 compiled is taken from the last start, so the rest is loaded
// only after that was said; and it is awaited, as some of it must come before Electron is ready.

import { join } from 'node:path'
import { keepCompiled } from './compiled.ts'
import { configFolder } from './shell/folders.ts'

keepCompiled(join(configFolder(), 'compiled'))
await import('./shell/begin.ts')
