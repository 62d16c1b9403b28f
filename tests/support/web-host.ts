// A web host of one test's own, with a page that stands for the built ones, in a folder that goes with the test.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { readPageFiles } from '../../electron/page-files.ts'
import { startWebHost } from '../../electron/web-host.ts'
import { makeFolder } from './folder.ts'

const PAGE = '<!doctype html><head><meta name="style-nonce" content="" /></head><title>Tenpack</title>'

function makePages() {
  const folder = makeFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'assets/Inter-3c4d.woff2'), 'font')
  writeFileSync(join(folder, 'icon.svg'), '<svg/>')
  return readPageFiles(folder)
}

interface Place {
  folder?: string
  port?: number
  config?: string
}

/** Starts, or says why it can't. Data and keys are below `folder`. */
export async function tryToStart({ folder = makeFolder(), port = 0, config = join(folder, 'config') }: Place = {}) {
  vi.stubEnv('TENPACK_CONFIG', config)
  const warnings: string[] = []
  const data = join(folder, 'data')
  const host = await startWebHost({
    options: { data, port },
    pages: async () => makePages(),
    strict: true,
    warn: (line) => warnings.push(line),
  })
  vi.unstubAllEnvs()
  if ('origin' in host) onTestFinished(host.close)
  return { host, folder, data, warnings }
}

export async function startHost(place: Place = {}) {
  const { host, ...more } = await tryToStart(place)
  if (!('origin' in host)) throw new Error(`The host did not start: ${JSON.stringify(host)}`)
  return { host, ...more }
}
