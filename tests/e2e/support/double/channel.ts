// The channel between a page and the double's ipcMain, over the browser's own debugging protocol: Playwright's bindings
// would be answered by the test's connection too, which knows nothing of ours.

import type { CDPSession, Page } from '@playwright/test'
import { overChannel } from './played.ts'
import { ownAddress } from './stand-in.ts'

export interface SenderFrame {
  url: string
  parent: { url: string } | null
}
type Answer = (channel: string, args: unknown[], frame: SenderFrame) => unknown

interface FrameTree {
  frame: { id: string; url: string }
  childFrames?: FrameTree[]
}

export async function openChannel(page: Page, answer: Answer): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const frameOfContext = new Map<number, string>()
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = context.auxData as { frameId?: string }
    if (frameId !== undefined) frameOfContext.set(context.id, frameId)
  })
  devtools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== 'doubleSend') return
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] }
    void frameWith(devtools, frameOfContext.get(executionContextId))
      .then((frame) => answer(channel, overChannel(args), frame))
      .then(
        (value) => `doubleReply(${id}, ${JSON.stringify(overChannel(value)) ?? 'undefined'})`,
        (error: unknown) => `doubleReply(${id}, undefined, ${JSON.stringify(String(error))})`,
      )
      .then((expression) => devtools.send('Runtime.evaluate', { expression, contextId: executionContextId }))
      .catch(() => undefined) // the page went meanwhile
  })
  await devtools.send('Runtime.enable')
  await devtools.send('Runtime.addBinding', { name: 'doubleSend' })
}

async function frameWith(devtools: CDPSession, id: string | undefined): Promise<SenderFrame> {
  const { frameTree } = (await devtools.send('Page.getFrameTree')) as { frameTree: FrameTree }
  return found(frameTree, id, null) ?? { url: '', parent: { url: '' } }
}

function found(tree: FrameTree, id: string | undefined, parent: FrameTree | null): SenderFrame | undefined {
  if (tree.frame.id === id) return { url: ownAddress(tree.frame.url), parent: parent && { url: ownAddress(parent.frame.url) } }
  for (const child of tree.childFrames ?? []) {
    const frame = found(child, id, tree)
    if (frame) return frame
  }
  return undefined
}
