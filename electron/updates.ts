// Updates of a host that is updated as it was installed: from its package or its source.

import about from '../package.json' with { type: 'json' }
import { refuse } from '../shared/errors.ts'
import type { Updates } from './host.ts'

export const noUpdates: Updates = {
  version: about.version,
  canInstallFile: false,
  found: () => ({ state: 'notOffered' }),
  setChecking: () => {},
  check: () => {},
  install: () => {},
  installFile: async () => refuse('update.notOffered'),
}
