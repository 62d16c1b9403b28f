// The worker that draws documents: paperwork in, bytes out. It keeps the fonts open from one document to the next.
// What goes wrong in one document is answered for that one; only a crash takes the worker down.

import { parentPort, workerData } from 'node:worker_threads'
import type { Paperwork } from '../host.ts'
import { draw } from './draw.ts'
import { openFonts } from './fonts.ts'
import type { Drawn } from './sheet.ts'

export interface Task {
  id: number
  work: Paperwork
}
export type Answer = { id: number; drawn: Drawn } | { id: number; failed: string }

const { fonts: folder } = workerData as { fonts: string }
const fonts = openFonts(folder)

parentPort?.on('message', ({ id, work }: Task) => {
  void draw(work, fonts).then(
    (drawn) => parentPort?.postMessage({ id, drawn } satisfies Answer, [drawn.bytes.buffer]),
    (error: unknown) =>
      parentPort?.postMessage({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Answer),
  )
})
