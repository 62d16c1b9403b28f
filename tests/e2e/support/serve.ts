// The web host as `npm start` runs it, without building the renderer anew, and with the outputs of queries checked.

import { PAGES } from '../../../electron/build.ts'
import { readPageFiles } from '../../../electron/page-files.ts'
import { readStartOptions } from '../../../electron/start-options.ts'
import { startWebHost } from '../../../electron/web-host.ts'

const options = readStartOptions(process.argv.slice(2))
if (typeof options === 'string') throw new Error(options)
const pages = readPageFiles(process.env['TENPACK_PAGES'] ?? PAGES)
const host = await startWebHost({ options, pages: () => Promise.resolve(pages), strict: true, warn: (text) => console.error(text) })
if (!('origin' in host)) throw new Error(JSON.stringify(host))
console.log(host.address)
process.on('SIGTERM', () => void host.close().then(() => process.exit(0)))
