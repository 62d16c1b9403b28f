// The lockfile, checked by itself: `npm ci` refuses one that lacks an optional dependency of another platform,
// and one that names a registry would bind everybody to that registry.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  resolved?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
}

const packages = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages
const locked = Object.entries(packages).filter(([path]) => path !== '')

test('the lockfile holds every optional dependency of every package, for all platforms', () => {
  const lacking = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]),
  )
  expect(locked.length).toBeGreaterThan(100)
  expect(lacking).toEqual([])
})

test('the lockfile names no registry, and every package has its checksum', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
})
