// The process of the double: makes `electron` mean electron.ts, then runs the main module that it was given, unchanged.
// Ready comes only when that has been evaluated, as in Electron.

import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const electron = new URL('electron.ts', import.meta.url).href
registerHooks({ resolve: (name, context, next) => (name === 'electron' ? { url: electron, shortCircuit: true } : next(name, context)) })

const { bareApp } = await import('./app.ts')
const { stage } = await import('./stage.ts')
const { takeOrders } = await import('./control.ts')

const [program = '', , main = '', ...rest] = process.argv
process.argv = [program, stage.settings.appPath, ...rest]
takeOrders()
process.channel?.unref() // so that a main which waits at its top level for ever ends at once, with 13
const evaluated = import(pathToFileURL(main).href)
void bareApp.doubleOwn.becomeReady(evaluated)
await evaluated
process.channel?.ref()
