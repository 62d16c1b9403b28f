// Opens the practice and serves it to the browsers of this computer. What cannot be helped from here is answered in words
// for the person who started it; anything else is thrown.

import { join } from 'node:path'
import { bugReport, type Log } from './bugs.ts'
import { placesTrouble, whyNotOpen } from './cannot-open.ts'
import { makeClock } from './clock.ts'
import { makeFileHandler } from './files.ts'
import { listen, type Server } from './node-server.ts'
import { type OpenPractice, openPractice } from './open-practice.ts'
import type { PageFiles } from './page-files.ts'
import { leftToBrowser } from './paper.ts'
import { keyInFile } from './shell/key-place.ts'
import { configFolder, dataFolder } from './shell/folders.ts'
import type { StartOptions } from './start-options.ts'
import { noUpdates } from './not-offered.ts'
import { makeWebDoor } from './web.ts'

export interface WebHost {
  practice: OpenPractice
  origin: string
  /** Lets a browser in. */
  address: string
  close: () => Promise<void>
}
export interface HostParts {
  options: Pick<StartOptions, 'data' | 'port'>
  /** The screens; they may have to be built first. */
  pages: () => Promise<PageFiles>
  strict: boolean
  warn: (line: string) => void
}

const FONTS = join(import.meta.dirname, '../resources/fonts')
const USUAL_PORT = 4100

export async function startWebHost({
  options,
  pages,
  strict,
  warn,
}: HostParts): Promise<WebHost | { runningAt: string } | { cannot: string }> {
  const data = options.data ?? dataFolder()
  const config = configFolder()
  const trouble = placesTrouble({ data, config })
  if (trouble !== undefined) return { cannot: trouble }
  const clock = makeClock({ packaged: false })
  const log: Log = ({ reference, procedure, error, where }) => warn([`Fault ${reference} in ${procedure}: ${error}`, ...where].join('\n  '))
  try {
    const practice = openPractice({
      data,
      config,
      clock,
      log,
      strict,
      fonts: FONTS,
      paper: leftToBrowser,
      keyPlace: () => keyInFile,
      updates: noUpdates,
    })
    if ('runningAt' in practice) return practice
    try {
      const server = await listenAt(options.port, (error) => log(bugReport(error, 'web host', clock().instant), error))
      return await serve(practice, server, pages)
    } catch (error) {
      await practice.close()
      throw error
    }
  } catch (error) {
    const why = whyNot(error, { data, config, port: options.port })
    if (why === undefined) throw error
    return { cannot: why }
  }
}

async function serve(practice: OpenPractice, server: Server, pages: HostParts['pages']): Promise<WebHost> {
  const { app, sessions, documents, lock } = practice
  const files = makeFileHandler({ pages: await pages(), documents, sessions })
  const { handle, address } = makeWebDoor({ dispatch: app.dispatch, files, origin: server.origin })
  await app.keepDay()
  server.serve(handle)
  lock.tell(address)
  const close = async () => {
    await server.close()
    await practice.close()
  }
  return { practice, origin: server.origin, address, close }
}

/** A port that was asked for, or the usual one, or any that is free. */
async function listenAt(port: number | undefined, onBug: (error: unknown) => void): Promise<Server> {
  if (port !== undefined) return listen(port, onBug)
  return listen(USUAL_PORT, onBug).catch((error: unknown) => {
    if (isCode(error, 'EADDRINUSE')) return listen(0, onBug)
    throw error
  })
}

function whyNot(error: unknown, { data, config, port }: { data: string; config: string; port: number | undefined }): string | undefined {
  if (isCode(error, 'EADDRINUSE')) return `Another program already uses port ${port}. Choose another one with --port.`
  if (isCode(error, 'EACCES')) return `This computer does not let Tenpack use port ${port}. Choose another one with --port.`
  return whyNotOpen(error, { data, config })
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code
