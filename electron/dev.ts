// `npm run dev`: the web host with the screens straight from their sources, changed on the page as they are changed on the disk.
// Vite serves them and hands calls and documents on; its own scripts need a looser content security policy than ours.

import { createServer } from 'vite'
import { textResponse } from './security-headers.ts'
import { readStartOptions } from './start-options.ts'
import { startWebHost } from './web-host.ts'

const options = readStartOptions(process.argv.slice(2))
if (typeof options === 'string') throw new Error(options)
const warn = (text: string): void => void process.stderr.write(`${text}\n`)
const noPages = { serve: () => textResponse(404, 'While developing, the screens are served by Vite.') }

const host = await startWebHost({ options, pages: async () => noPages, strict: true, warn })
if (!('origin' in host)) {
  warn('cannot' in host ? host.cannot : `It is open already: ${host.runningAt}`)
  process.exitCode = 1
} else {
  const toHost = { target: host.origin, changeOrigin: true, headers: { origin: host.origin } }
  const vite = await createServer({
    server: { strictPort: false, proxy: { '/open': toHost, '/call': toHost, '/documents': toHost } },
  })
  await vite.listen()
  const pages = vite.resolvedUrls?.local[0] ?? ''
  process.stdout.write(`${new URL(new URL(host.address).search, new URL('open', pages)).href}\n`)
  const stop = () => void Promise.all([vite.close(), host.close()]).then(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
}
