// What a test does to a double and reads of it, by messages between the two processes.

import { bareApp } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { powerMonitor } from './computer.ts'
import { answered } from './ipc-main.ts'
import { pack, unpack } from './codec.ts'
import { choose, menuWords } from './menu.ts'
import { type Answer, stage } from './stage.ts'

export type Order =
  | { do: 'look' }
  | { do: 'answer'; answers: Answer[] }
  | { do: 'choose'; path: string[] }
  | { do: 'crash' }
  | { do: 'close' }
  | { do: 'quit' }
  | { do: 'minimize' }
  | { do: 'power'; event: 'shutdown' | 'suspend' }
  | { do: 'logOff' }
  | { do: 'callFrom'; frame: { url: string; isTop: boolean } | null; text: string; isOtherWindow: boolean }

export type Seen = ReturnType<typeof look>

function look() {
  const { debugAddress, failures, answers, asked, opened, network, downloads } = stage
  const windows = BrowserWindow.getAllWindows().map((window) => ({
    url: window.webContents.getURL(),
    isVisible: window.isVisible(),
    isMinimized: window.isMinimized(),
    bounds: window.getNormalBounds(),
    pdf: window.webContents.pdf?.toString('latin1', 0, 5) ?? null,
  }))
  return {
    debugAddress,
    failures,
    answersLeft: answers.length,
    asked,
    opened,
    network,
    downloads,
    windows,
    menu: menuWords(),
    residentMb: process.memoryUsage.rss() / 1e6,
  }
}

async function obey(order: Order): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows()
  switch (order.do) {
    case 'look':
      return look()
    case 'answer':
      return void stage.answers.push(...order.answers)
    case 'choose':
      return choose(order.path, window)
    case 'crash':
      return window?.webContents.forcefullyCrashRenderer()
    case 'close':
      return window?.close()
    case 'quit':
      return bareApp.quit()
    case 'minimize':
      return window?.minimize()
    case 'power':
      return powerMonitor.ask(order.event)
    case 'logOff':
      return window?.emit('query-session-end', { preventDefault: () => {} })
    case 'callFrom':
      return callFrom(order, window!)
  }
}

/** A call as it would reach main from a frame that has no preload, were Electron's own guard broken. */
async function callFrom({ frame, text, isOtherWindow }: Extract<Order, { do: 'callFrom' }>, window: BrowserWindow): Promise<unknown> {
  const senderFrame = frame && { url: frame.url, origin: 'null', parent: frame.isTop ? null : { url: 'app://tenpack/' } }
  const event = { sender: isOtherWindow ? { id: 999 } : window.webContents, senderFrame }
  const { ok, value } = await answered({ way: 'invoke', id: 0, channel: 'call', args: pack([text]) }, event)
  return ok ? (unpack(value) ?? null) : value
}

export function takeOrders(): void {
  process.on('message', (message: { id: number; order: Order }) => {
    void obey(message.order).then(
      (value) => process.send?.({ id: message.id, value }),
      (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(1)) // the test went
}
