// What may stand in a packaged app: the built app, its fonts, and of the packages it needs at run time what runs.

import { readFileSync } from 'node:fs'

/** By the lockfile: packages that are neither for development nor a Node of another system. */
export function productionPackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>
  }
  const names = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  return new Set(names.filter((name) => !name.startsWith('node-linux') && !name.startsWith('node-win')))
}

const OWN = [
  /^\/out\/main\/[\w-]+\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/(assets\/)?[\w.-]+\.(html|js|mjs|css|woff2|svg)$/,
  /^\/resources\/fonts\/[\w-]+\.(ttf|txt)$/,
  /^\/resources\/updates\/[\w-]+\.pem$/,
  /^\/(package\.json|LICENSE)$/,
]
/** Code, its description, licences, and the tables of fonts and colours. */
const RUNS = /\.(js|cjs|mjs|json|node|afm|icc|trie|map\.json)$|\/(LICEN[CS]E[\w.-]*|license|NOTICE)$/
const NEVER = /\.(map|ts|tsx|md|html|yml|yaml|sh|c|cc|h|gyp)$|\/(test|tests|__tests__|spec|example|examples|docs|\.bin|\.yarn)\//

export function belongs(file: string, { packages, binary }: { packages: ReadonlySet<string>; binary: string }): boolean {
  if (OWN.some((form) => form.test(file))) return true
  const inner = /^\/node_modules\/(?:.*\/node_modules\/)?((?:@[\w.-]+\/)?[\w.-]+)\/(.*)$/.exec(file)
  if (!inner) return false
  const [, name = ''] = inner
  if (!packages.has(name) || NEVER.test(file) || !RUNS.test(file)) return false
  return !file.endsWith('.node') || file.endsWith(`/${binary}`)
}
