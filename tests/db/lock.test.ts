// One program at a time has a practice file, and a second start learns where the first one answers.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { takeLock } from '../../db/lock.ts'
import { makeFolder } from '../support/folder.ts'

it('lets one start have the file, and tells the second where the first answers', () => {
  const path = join(makeFolder(), 'harbour.tenpack')
  const first = takeLock(path)
  if ('holder' in first) throw new Error('The lock was free')
  expect(takeLock(path)).toEqual({ holder: '' })
  first.tell('http://127.0.0.1:4110/')
  expect(takeLock(path)).toEqual({ holder: 'http://127.0.0.1:4110/' })
  first.release()
  expect(existsSync(`${path}.address`)).toBe(false)
  const next = takeLock(path)
  expect(next).not.toHaveProperty('holder')
  if (!('holder' in next)) next.release()
})

it('is free again after its holder was killed', async () => {
  const path = join(makeFolder(), 'harbour.tenpack')
  const lockModule = new URL('../../db/lock.ts', import.meta.url).href
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { takeLock } = await import(${JSON.stringify(lockModule)}); takeLock(${JSON.stringify(path)}).tell('somewhere'); console.log('held'); setInterval(() => {}, 1000)`,
  ])
  await once(child.stdout, 'data')
  expect(takeLock(path)).toEqual({ holder: 'somewhere' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = takeLock(path)
  if ('holder' in next) throw new Error('The lock outlived its holder')
  expect(takeLock(path)).toEqual({ holder: '' })
  next.release()
})
