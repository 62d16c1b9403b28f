// `npm start`: opens Tenpack in its own window where this machine can, else serves it to the browser of this computer until
// it is stopped. It says which of them, and why.

import { join } from 'node:path'
import { buildDesktopIfStale, buildRendererIfStale, PAGES, ROOT } from './build.ts'
import { thisMachine } from './choose-host.ts'
import { readPageFiles } from './page-files.ts'
import { openBrowser } from './shell/open-browser.ts'
import { HELP, readStartOptions, type StartOptions } from './start-options.ts'
import { startSample } from './start-sample.ts'
import { startWebHost, type WebHost } from './web-host.ts'
import { runInWindow } from './window-host.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const warn = (text: string): void => void process.stderr.write(`${text}\n`)
const MODULES = join(ROOT, 'node_modules')

const options = readStartOptions(process.argv.slice(2))
if (typeof options === 'string') {
  warn(`${options}\n\n${HELP}`)
  process.exitCode = 2
} else if (options.help) {
  say(HELP)
} else {
  const why = options.web ? 'as you asked' : await inWindow(options)
  if (why !== null) await inBrowser(options, why)
}

/** Null when it ran in its window; else why it can't. */
async function inWindow({ data, sample, unsealKey }: StartOptions): Promise<string | null> {
  const args = [...(data === undefined ? [] : ['--data', data]), ...(sample ? ['--sample'] : []), ...(unsealKey ? ['--unseal-key'] : [])]
  const end = await runInWindow({
    machine: thisMachine(),
    modules: MODULES,
    build: () => buildDesktopIfStale(say),
    args: [ROOT, ...args],
    say,
  })
  if ('not' in end) return end.not
  process.exitCode = end.code
  return null
}

async function inBrowser(chosen: StartOptions, why: string): Promise<void> {
  if (chosen.unsealKey) {
    warn(`Only Tenpack’s own window can open this computer’s key store, and it can’t be opened here: ${why}.`)
    process.exitCode = 1
    return
  }
  const pages = async () => {
    await buildRendererIfStale(say)
    return readPageFiles(PAGES)
  }
  const host = await startWebHost({ options: chosen, pages, strict: false, warn })
  if ('cannot' in host) {
    warn(`Tenpack can’t start.\n${host.cannot}`)
    process.exitCode = 1
    return
  }
  if ('runningAt' in host) return sayRunning(host.runningAt, chosen.open)
  stopOnSignal(host)
  say(
    [
      'Tenpack runs in the browser of this computer; no other computer can reach it.',
      `(Not in its own window: ${why}.)`,
      '',
      `  ${host.address}`,
      '',
      'Stop it with Ctrl+C.',
    ].join('\n'),
  )
  if (chosen.sample) await startSample(host.practice, say)
  if (chosen.open) openBrowser(host.address)
}

function sayRunning(address: string, open: boolean): void {
  if (address === '') return say('Tenpack is just being started with this practice.')
  if (!address.startsWith('http')) return say('Tenpack is open already with this practice, in its own window.')
  say(`Tenpack is open already with this practice. It is here:\n\n  ${address}\n`)
  if (open) openBrowser(address)
}

function stopOnSignal(host: WebHost): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void host.close().then(() => process.exit(0))
    })
  }
}
