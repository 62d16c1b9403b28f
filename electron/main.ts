// The desktop app: Electron's main process starts here. What V8 compiled is taken from the last start, so the rest is loaded
// only after that was said. Built as CommonJS, where an import is done before Electron is ready, as some of it must be.

import { join } from 'node:path'
import { keepCompiled } from './compiled.ts'
import { configFolder } from './shell/folders.ts'

keepCompiled(join(configFolder(), 'compiled'))
import('./shell/begin.ts').catch((error: unknown) =>
  queueMicrotask(() => {
    throw error // Electron shows an error that nobody caught; of a promise that failed it would only warn in a terminal
  }),
)
