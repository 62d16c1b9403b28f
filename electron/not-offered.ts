// What a host does not offer: updates, where it is updated as it was installed, and a language model, where nobody asks one.

import about from '../package.json' with { type: 'json' }
import { refuse } from '../shared/errors.ts'
import type { LanguageModel, Updates } from './host.ts'

export const noUpdates: Updates = {
  version: about.version,
  canInstallFile: false,
  found: () => ({ state: 'notOffered' }),
  setChecking: () => {},
  check: () => {},
  install: () => {},
  installFile: async () => refuse('update.notOffered'),
}

export const noLanguageModel: LanguageModel = {
  ask: async ({ address }) => refuse('suggestion.unreachable', { host: new URL(address).host }),
  stop: () => {},
}
