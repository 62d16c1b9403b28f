// Electron's `Menu`: what stands in it is checked when it is built, and a test chooses from it by the words of its items.

import { bareApp } from './app.ts'
import { fail } from './stage.ts'
import { knownOptions, strict, words } from './strict.ts'

export interface Item {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: Item[]
  click?: (item: object, window: object | undefined, event: object) => void
}

const KNOWN = ['id', 'label', 'role', 'type', 'accelerator', 'registerAccelerator', 'submenu', 'click', 'enabled', 'visible', 'checked']
const MENU_ROLES = ['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu']
const ROLES = [
  ...MENU_ROLES,
  ...words(`undo redo cut copy paste delete selectAll reload forceReload toggleDevTools resetZoom zoomIn zoomOut
  togglefullscreen minimize close help about hide hideOthers unhide quit zoom front`),
]
const ACCELERATOR =
  /^((CmdOrCtrl|CommandOrControl|Ctrl|Control|Cmd|Command|Alt|Option|Shift|Super|Meta)\+)*([A-Z0-9]|F\d{1,2}|[a-zA-Z]+|[,./;'[\]\\`=-])$/

let shown: Item[] | null = null

function check(item: Item): void {
  knownOptions('A menu item', item, KNOWN)
  const { role, type, label, accelerator, submenu } = item
  if (role !== undefined && !ROLES.includes(role)) throw fail(`There is no role “${role}” for a menu item`)
  if (role === undefined && type !== 'separator' && !label) throw fail('A menu item has neither label, role nor separator')
  if (accelerator !== undefined && !ACCELERATOR.test(accelerator)) throw fail(`“${accelerator}” is no accelerator`)
  submenu?.forEach(check)
}

export const Menu = strict('Menu', {
  buildFromTemplate: (template: Item[]) => {
    template.forEach(check)
    return strict('menu', { items: template })
  },
  setApplicationMenu: (menu: { items: Item[] } | null) => void (shown = menu?.items ?? null),
  getApplicationMenu: () => shown && strict('menu', { items: shown }),
})

/** Labels, or roles where there is no label, as a person finds them. */
export const menuWords = (items: Item[] | null = shown): (string | [string, unknown])[] =>
  (items ?? []).map((item) => {
    const words = item.label ?? item.role ?? '-'
    return item.submenu ? [words, menuWords(item.submenu)] : words
  })

export function choose(path: readonly string[], window: { close: () => void } | undefined): void {
  let items = shown ?? []
  let item: Item | undefined
  for (const words of path) {
    item = items.find((one) => (one.label ?? one.role) === words)
    if (!item) throw fail(`The menu has no “${path.join(' › ')}”`)
    items = item.submenu ?? []
  }
  if (item?.click) item.click(item, window, {})
  else if (item?.role === 'quit') bareApp.quit()
  else if (item?.role === 'close') window?.close()
  else throw fail(`The double does not do “${path.join(' › ')}”`)
}
