// The worker that draws documents: paperwork in, bytes out. It keeps the fonts open from one document to the next.
// What goes wrong in one document is answered for that one; only a crash takes the worker down.

import { parentPort, workerData } from 'node:worker_threads'
import type { Answered, Asked } from '../asked-worker.ts'
import type { Paperwork } from '../host.ts'
import { draw } from './draw.ts'
import { openFonts } from './fonts.ts'
import type { Drawn } from './sheet.ts'

export type Answer = { drawn: Drawn } | { failed: string }

const { fonts: folder } = workerData as { fonts: string }
const fonts = openFonts(folder)

function reply(id: number, answer: Answer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage({ id, answer } satisfies Answered<Answer>, moved)
}

parentPort?.on('message', ({ id, question }: Asked<Paperwork>) => {
  void draw(question, fonts).then(
    (drawn) => reply(id, { drawn }, [drawn.bytes.buffer]),
    (error: unknown) => reply(id, { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
