// `npm run dev`: the screens straight from their sources, changed on the page as they are changed on the disk; in Tenpack's own
// window where this machine can, else (or with --web) in the browser. Vite's own scripts need a looser content security policy
// than ours, so the built app is what counts.

import { join } from 'node:path'
import { createServer } from 'vite'
import { electronVite, ROOT } from './build.ts'
import { chooseHost, thisMachine } from './choose-host.ts'
import { findRuntime } from './runtime.ts'
import { textResponse } from './security-headers.ts'
import { readStartOptions, type StartOptions } from './start-options.ts'
import { startWebHost } from './web-host.ts'

const options = readStartOptions(process.argv.slice(2))
if (typeof options === 'string') throw new Error(options)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const warn = (text: string): void => void process.stderr.write(`${text}\n`)

const choice = options.web ? { browser: 'as you asked' } : chooseHost(thisMachine(), findRuntime(join(ROOT, 'node_modules')))
if ('window' in choice) {
  process.exitCode = await electronVite('dev', '--', ...(options.data === undefined ? [] : ['--data', options.data]))
} else {
  say(`In the browser, not in Tenpack’s own window: ${'browser' in choice ? choice.browser : choice.fetch}.`)
  await inBrowser(options)
}

async function inBrowser(chosen: StartOptions): Promise<void> {
  const noPages = { serve: () => textResponse(404, 'While developing, the screens are served by Vite.') }
  const host = await startWebHost({ options: chosen, pages: async () => noPages, strict: true, warn })
  if (!('origin' in host)) {
    warn('cannot' in host ? host.cannot : `It is open already: ${host.runningAt}`)
    process.exitCode = 1
    return
  }
  const toHost = { target: host.origin, changeOrigin: true, headers: { origin: host.origin } }
  const vite = await createServer({
    server: { strictPort: false, proxy: { '/open': toHost, '/call': toHost, '/documents': toHost } },
  })
  await vite.listen()
  const pages = vite.resolvedUrls?.local[0] ?? ''
  say(new URL(new URL(host.address).search, new URL('open', pages)).href)
  const stop = () => void Promise.all([vite.close(), host.close()]).then(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
}
