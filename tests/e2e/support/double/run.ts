// Runs a built main process in the double: `run.ts MAIN`, forked, with its orders by message. Top-level waiting for readiness
// never ends, as in Electron; the process then ends with 13, since nothing is left to do.

import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { played } from './played.ts'

const double = new URL('./electron.ts', import.meta.url).href
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url: double, shortCircuit: true } : next(name, context)) })

const { app } = await import('./app.ts')
const { Window } = await import('./window.ts')
const { powerMonitor } = await import('./pieces.ts')

played.keyStore = process.env['DOUBLE_KEY_STORE'] ?? played.keyStore
const documents = process.env['DOUBLE_DOCUMENTS']
if (documents) played.paths.set('documents', documents)

export type Order =
  { op: 'answer'; value: unknown } | { op: 'close' | 'crash' | 'quit' | 'shutdown' | 'memory' } | { op: 'menu'; id: string }

const ORDERS: Record<Order['op'], (order: Order) => void> = {
  answer: (order) => void played.answers.push((order as { value: unknown }).value),
  close: () => Window.all[0]?.close(),
  crash: () => void Window.all[0]?.crash(),
  quit: () => app.quit(),
  shutdown: () => void powerMonitor.emit('shutdown', { preventDefault: () => {} }),
  memory: () => void process.send?.({ told: 'memory', bytes: process.memoryUsage().rss }),
  menu: (order) => {
    const { id } = order as { id: string }
    const items = (played.menu ?? []).flatMap((menu) => [menu, ...(menu.submenu ?? [])])
    const item = items.find((one) => one.id === id)
    if (!item?.click) throw new Error(`The menu has no command ${id}`)
    item.click()
  },
}
process.on('message', (order: Order) => ORDERS[order.op](order))
process.channel?.unref() // orders keep nothing running

const [, , main] = process.argv
if (!main) throw new Error('Which main process?')
process.argv = [process.argv[0]!, main, ...process.argv.slice(3)]
await import(pathToFileURL(main).href)
played.mainEvaluated.resolve()
