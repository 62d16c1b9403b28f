// Electron's `dialog` and `shell`: each question must have been given its answer before, by the words of its button.

import { stage, fail, takeAnswer, mustBeReady } from './stage.ts'
import { knownOptions, strict } from './strict.ts'

interface MessageOptions {
  message: string
  detail?: string
  buttons?: string[]
}
interface FileOptions {
  title?: string
  defaultPath?: string
}

const MESSAGE = ['type', 'message', 'detail', 'buttons', 'defaultId', 'cancelId', 'noLink', 'title', 'checkboxLabel', 'checkboxChecked']
const FILE = ['title', 'defaultPath', 'buttonLabel', 'filters', 'properties', 'message']
const FOREVER = new Promise<never>(() => {})

/** Called with or without a window before the options. */
type Given<O> = [O] | [{ isDestroyed: () => boolean }, O]

function optionsOf<O extends object>(given: Given<O>, known: readonly string[]): O {
  mustBeReady('A dialog')
  const [window, options] = given.length === 2 ? given : [undefined, given[0]]
  if (window?.isDestroyed() === true) throw fail('A dialog was put on a window that is destroyed')
  knownOptions('A dialog', options, known)
  return options
}

function pressed(given: Given<MessageOptions>): number {
  const { message, detail, buttons = ['OK'] } = optionsOf(given, MESSAGE)
  const { button } = takeAnswer('message', message, detail)
  const at = buttons.indexOf(button)
  if (at < 0) throw fail(`The dialog “${message}” has no button “${button}” but ${buttons.join(', ')}`)
  return at
}

export const dialog = strict('dialog', {
  showMessageBox: async (...given: Given<MessageOptions>) => ({ response: pressed(given), checkboxChecked: false }),
  showMessageBoxSync: (...given: Given<MessageOptions>) => pressed(given),
  showSaveDialog: async (...given: Given<FileOptions>) => {
    const { title = '', defaultPath } = optionsOf(given, FILE)
    const { path, staysOpen } = takeAnswer('save', title, defaultPath)
    if (staysOpen) return FOREVER
    return path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path }
  },
  showOpenDialog: async (...given: Given<FileOptions>) => {
    const { title = '', defaultPath } = optionsOf(given, FILE)
    const { paths } = takeAnswer('open', title, defaultPath)
    return { canceled: paths.length === 0, filePaths: paths }
  },
  /** Needs no answer but to be closed, and may come before app is ready. */
  showErrorBox: (title: string, content: string) => void stage.asked.push({ kind: 'error', message: title, detail: content }),
})

/** Both are kept as what left the app. */
export const shell = strict('shell', {
  openExternal: async (address: string) => void stage.opened.push(address),
  openPath: async (path: string) => {
    stage.opened.push(path)
    return '' // no error
  },
})
