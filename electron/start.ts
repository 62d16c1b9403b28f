// `npm start`: opens the practice and serves it to the browser of this computer until it is stopped.

import { findPractice } from '../db/queries/practice.ts'
import { buildRendererIfStale, PAGES } from './build-renderer.ts'
import { readPageFiles } from './page-files.ts'
import { openBrowser } from './shell/open-browser.ts'
import { HELP, readStartOptions, type StartOptions } from './start-options.ts'
import { startWebHost, type WebHost } from './web-host.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const warn = (text: string): void => void process.stderr.write(`${text}\n`)

const options = readStartOptions(process.argv.slice(2))
if (typeof options === 'string') {
  warn(`${options}\n\n${HELP}`)
  process.exitCode = 2
} else if (options.help) {
  say(HELP)
} else {
  await start(options)
}

async function start(chosen: StartOptions): Promise<void> {
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
  if ('runningAt' in host) {
    say(
      host.runningAt
        ? `Tenpack is open already with this practice. It is here:\n\n  ${host.runningAt}\n`
        : 'Tenpack is just being started with this practice.',
    )
    if (chosen.open && host.runningAt) openBrowser(host.runningAt)
    return
  }
  stopOnSignal(host)
  say(
    [
      'Tenpack runs in the browser of this computer; no other computer can reach it.',
      '(This is the web host: the desktop window comes with the next version.)',
      '',
      `  ${host.address}`,
      '',
      'Stop it with Ctrl+C.',
    ].join('\n'),
  )
  if (chosen.sample) await startSample(host)
  if (chosen.open) openBrowser(host.address)
}

async function startSample({ practice: { app, sample } }: WebHost): Promise<void> {
  if (await findPractice(app.db())) return say('There is a practice here already, so no sample practice was made.')
  sample.start()
  say('Making the sample practice …')
  void sample.finished().then(() => {
    const { state, message } = sample.progress()
    say(state === 'done' ? 'The sample practice is ready.' : `The sample practice could not be made. ${message}`)
  })
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
