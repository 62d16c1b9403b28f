// Documents of a host whose pages are shown by a browser: it prints and saves them itself.

import type { Paper } from './host.ts'

export const leftToBrowser: Paper = { print: async () => 'browser', save: async () => 'browser' }
