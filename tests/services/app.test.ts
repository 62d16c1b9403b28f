// The app around the door: the day is opened as it comes, and the file is changed or closed only when no call is served.

import { copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPracticeFile } from '../../db/open.ts'
import { makeClock } from '../../electron/clock.ts'
import { makeTurns } from '../../electron/turns.ts'
import { makeApp, newKey, openOn } from '../support/app.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { makeClientPackage } from '../support/make.ts'
import { makePracticeFile } from '../support/practice-file.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('the day', () => {
  const statesOf = (app: Awaited<ReturnType<typeof makeApp>>) => app.file.prepare('SELECT DISTINCT state FROM sessions').pluck().all()

  it('is opened at start, and what ended meanwhile expires', async () => {
    const app = await makeApp()
    await makeClientPackage(app, { expiry: { kind: 'afterPurchase', count: 3, unit: 'days' } })
    app.setNow('2026-11-27T23:59')
    await app.app.openDay()
    expect(statesOf(app)).toEqual(['available'])
    app.setNow('2026-11-28T07:00')
    await app.app.openDay()
    expect(statesOf(app)).toEqual(['expired'])
  })

  it('is opened again when a new one has come while the app stood open', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const app = await makeApp()
    await makeClientPackage(app, { expiry: { kind: 'onDate', date: '2026-11-24' } })
    await app.app.keepDay()
    app.setNow('2026-11-25T00:00')
    await vi.advanceTimersByTimeAsync(60_000)
    await later(50)
    expect(statesOf(app)).toEqual(['expired'])
    await app.app.close()
  })

  it('that can’t be opened is logged, and tried again', async () => {
    const app = await makeApp()
    await makeClientPackage(app, { expiry: { kind: 'onDate', date: '2026-11-24' } })
    app.setNow('2026-11-25T07:00')
    app.file.pragma('query_only = ON')
    await app.app.openDay()
    app.file.pragma('query_only = OFF')
    expect(statesOf(app)).toEqual(['available'])
    await app.app.openDay()
    expect(statesOf(app)).toEqual(['expired'])
  })

  it('is nothing to open where there is no practice yet', async () => {
    const path = join(makeFolder(), 'harbour.tenpack')
    const key = makeFileKey()
    const { app, file } = openOn(() => openPracticeFile({ path, key, create: true }), '2026-11-24T08:30')
    await app.openDay()
    expect(file.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(0)
    await app.close()
  })
})

describe('another file in the place of the open one', () => {
  it('is there for every call that comes after, and none is lost or in between', async () => {
    const folder = makeFolder()
    const key = makeFileKey()
    const [path, other] = [join(folder, 'harbour.tenpack'), join(folder, 'other.tenpack')]
    await makePracticeFile(other, key)
    const opened = openOn(() => openPracticeFile({ path, key, create: true }), '2026-11-24T08:30')
    const names = () => opened.call.setup.state().then(({ practiceName }) => practiceName)
    const before = Array.from({ length: 5 }, names)
    const swapped = opened.app.swap(() => renameSync(other, path))
    const after = Array.from({ length: 5 }, names)
    await swapped
    expect(await Promise.all(before)).toEqual(Array(5).fill(null))
    expect(await Promise.all(after)).toEqual(Array(5).fill('Harbour Street Physiotherapy'))
    await opened.app.close()
  })

  it('that can’t be put there leaves the first one open', async () => {
    const path = join(makeFolder(), 'harbour.tenpack')
    const key = makeFileKey()
    await makePracticeFile(path, key)
    const { app, call } = openOn(() => openPracticeFile({ path, key }), '2026-11-24T08:30')
    await expect(app.swap(() => copyFileSync(join(path, 'gone'), path))).rejects.toThrow()
    expect(await call.setup.state()).toMatchObject({ hasPractice: true })
    await app.close()
  })
})

describe('closing', () => {
  it('waits for the calls that are being served', async () => {
    const path = join(makeFolder(), 'harbour.tenpack')
    const key = makeFileKey()
    await makePracticeFile(path, key)
    const { app, call, sessions } = openOn(() => openPracticeFile({ path, key }), '2026-11-24T08:30')
    sessions.signIn('owner', 1)
    const saving = call.catalog.saveCategory({ key: newKey(), id: null, name: 'Body' })
    await app.close()
    expect(await saving).toMatchObject({ name: 'Body' })
    const again = openPracticeFile({ path, key })
    expect(again.prepare('SELECT name FROM categories').pluck().all()).toEqual(['Body'])
    again.close()
  })

  it('is answered with a reference by a call that comes too late, not with silence', async () => {
    const { app } = await makeApp()
    await app.close()
    expect(await app.dispatch({ sessionId: 'owner', path: ['catalog', 'listTaxes'], input: undefined })).toMatchObject({
      error: { status: 500 },
    })
  })
})

describe('turns', () => {
  it('let calls work side by side, and whoever must be alone wait for them', async () => {
    const turns = makeTurns()
    const said: string[] = []
    const call = (name: string, ms: number) =>
      turns.take(async () => {
        said.push(`${name} begins`)
        await later(ms)
        said.push(`${name} ends`)
      })
    const alone = async () => void (said.push('alone'), await later(5), said.push('alone ends'))
    await Promise.all([call('a', 20), call('b', 5), turns.alone(alone), call('c', 1)])
    expect(said).toEqual(['a begins', 'b begins', 'b ends', 'a ends', 'alone', 'alone ends', 'c begins', 'c ends'])
  })

  it('go on after work that failed', async () => {
    const turns = makeTurns()
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(turns.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turns.take(() => Promise.resolve('yes'))).toBe('yes')
  })
})

describe('the clock', () => {
  it('starts where it is told, and runs on', async () => {
    const clock = makeClock({ packaged: false, start: '2026-11-24T08:30' })
    expect(clock()).toMatchObject({ today: '2026-11-24', now: '2026-11-24T08:30' })
    const { instant } = clock()
    await later(20)
    expect(clock().instant > instant).toBe(true)
  })

  it('can’t be set in a packaged app', () => {
    expect(makeClock({ packaged: true, start: '2001-01-01T08:30' })().today > '2001-01-02').toBe(true)
  })

  it('refuses to start at no time', () => {
    expect(() => makeClock({ packaged: false, start: 'tomorrow' })).toThrow('TENPACK_NOW is no date and time')
  })
})
