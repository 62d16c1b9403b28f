// What the desktop app keeps of its window and takes from its command line, and which addresses it would ever open outside.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chromiumFolderName, readDesktopOptions } from '../../electron/desktop-options.ts'
import { outsideLink } from '../../electron/outside-link.ts'
import { savedPath } from '../../electron/saved-path.ts'
import { makeBugLog } from '../../electron/shell/bug-log.ts'
import { replaceDurably, writeDurably } from '../../electron/shell/durable-file.ts'
import { placeFor, readWindowState, SMALLEST, writeWindowState } from '../../electron/shell/window-state.ts'
import type { Instant } from '../../shared/dates.ts'
import { makeFolder } from '../support/folder.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: -200, width: 2560, height: 1400 }
const at = (x: number, y: number, width = 1200, height = 700) => ({ bounds: { x, y, width, height }, maximized: false })

describe('the window opens', () => {
  it('where it was', () => {
    expect(placeFor(at(50, 20), [laptop])).toEqual(at(50, 20))
    expect(placeFor({ ...at(1500, 0, 2000, 1200), maximized: true }, [laptop, second])).toEqual({
      ...at(1500, 0, 2000, 1200),
      maximized: true,
    })
  })

  it('in the middle of the main screen, and no larger than it, the first time or when its screen is gone', () => {
    expect(placeFor(null, [laptop])).toEqual({ bounds: { width: 1366, height: 728 }, maximized: false })
    expect(placeFor(at(1500, 0, 2000, 1200), [laptop])).toEqual({ bounds: { width: 1366, height: 728 }, maximized: false })
  })

  it.each([
    ['left of every screen', at(-5000, 10)],
    ['above it, its title bar out of reach', at(10, -30)],
    ['below it', at(10, 720)],
    ['with a sliver at the edge', at(1340, 10)],
  ])('in the middle when it was %s', (_what, state) => {
    expect(placeFor(state, [laptop]).bounds).not.toHaveProperty('x')
  })

  it('never too small to work in, nor larger than its screen, nor with no screen at all', () => {
    expect(placeFor(at(10, 10, 5, 5), [laptop]).bounds).toMatchObject(SMALLEST)
    expect(placeFor(at(10, 10, 90_000, 90_000), [laptop]).bounds).toMatchObject({ width: 1366, height: 728 })
    expect(placeFor(at(10, 10), [{ x: 0, y: 0, width: 800, height: 500 }]).bounds).toMatchObject({ width: 800, height: 500 })
    expect(placeFor(null, []).bounds.width).toBeGreaterThanOrEqual(SMALLEST.width)
  })

  it('by what was written, and as new by what can’t be read', () => {
    const path = join(makeFolder(), 'window.json')
    expect(readWindowState(path)).toBeNull()
    writeWindowState(path, at(1, 2))
    writeWindowState(path, at(3, 4))
    expect(readWindowState(path)).toEqual(at(3, 4))
    for (const broken of [
      '',
      '{',
      'null',
      '[]',
      '{"bounds":{"x":1}}',
      '{"bounds":{"x":1e300,"y":0,"width":1,"height":1},"maximized":true}',
    ]) {
      writeFileSync(path, broken)
      expect(readWindowState(path)).toBeNull()
    }
  })
})

describe('options', () => {
  it('are picked out of what Electron and Chromium are told beside them', () => {
    const none = { data: undefined, sample: false, unsealKey: false }
    expect(readDesktopOptions([])).toEqual(none)
    expect(readDesktopOptions(['.', '--inspect=0', '--user-data-dir=/tmp/x', '--no-sandbox', '--lang', 'de'])).toEqual(none)
    expect(readDesktopOptions(['/app', '--data', 'a/../b', '--sample', '--unseal-key', '--remote-debugging-port=0'])).toEqual({
      data: resolve('b'),
      sample: true,
      unsealKey: true,
    })
    expect(readDesktopOptions(['--data', '--sample=no', '--data='])).toMatchObject({ data: undefined })
  })

  it('of another folder give it a window of its own', () => {
    expect(chromiumFolderName(undefined)).toBe('window')
    expect(chromiumFolderName('/a')).toMatch(/^window-[0-9a-f]{12}$/)
    expect(chromiumFolderName('/a')).not.toBe(chromiumFolderName('/b'))
  })
})

describe('an address outside', () => {
  it('may be opened, after asking, when it is https', () => {
    expect(outsideLink('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d')
    expect(outsideLink('HTTPS://EXAMPLE.org')).toBe('https://example.org/')
  })

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.org',
    'ms-settings:',
    'smb://server/share',
    'https://name:word@example.org/',
    'https://name@example.org/',
    'app://tenpack/',
    'example.org',
    '',
    `https://example.org/${'x'.repeat(3_000)}`,
  ])('is never opened as %s', (address) => {
    expect(outsideLink(address)).toBeNull()
  })
})

describe('a file', () => {
  it('is named as a PDF without taking the place of one that nobody was asked about', () => {
    const folder = makeFolder()
    expect(savedPath(join(folder, 'a.pdf'), '.pdf')).toBe(join(folder, 'a.pdf'))
    expect(savedPath(join(folder, 'a.PDF'), '.pdf')).toBe(join(folder, 'a.PDF'))
    expect(savedPath(join(folder, 'Lee, A.'), '.pdf')).toBe(join(folder, 'Lee, A..pdf'))
    writeFileSync(join(folder, 'a.pdf'), '')
    writeFileSync(join(folder, 'a 2.pdf'), '')
    expect(savedPath(join(folder, 'a'), '.pdf')).toBe(join(folder, 'a 3.pdf'))
  })

  it('is whole or not there: nothing is left beside it, and only a replacing takes another’s place', () => {
    const folder = makeFolder()
    const path = join(folder, 'a')
    writeDurably(path, 'one')
    expect(() => writeDurably(path, 'two')).toThrow(/EEXIST/)
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['one', ['a']])
    replaceDurably(path, new Uint8Array(300_000).fill(65))
    expect([statSync(path).size, readdirSync(folder)]).toEqual([300_000, ['a']])
    expect(() => replaceDurably(join(folder, 'nowhere/a'), 'x')).toThrow(/ENOENT/)
    expect(() => replaceDurably(folder, 'x')).toThrow()
    expect(readdirSync(folder)).toEqual(['a'])
  })
})

describe('the log', () => {
  const report = {
    at: '2026-11-24T08:30:00.000Z' as Instant,
    reference: 'ABCD2345',
    procedure: 'clients.save',
    error: 'TypeError',
    where: ['at save (a.ts:1:1)'],
  }

  it('holds what a report says and nothing else, and never grows beyond two megabytes in all', () => {
    const folder = join(makeFolder(), 'logs')
    const log = makeBugLog(folder)
    log(report)
    expect(readFileSync(join(folder, 'tenpack.log'), 'utf8')).toBe(
      '2026-11-24T08:30:00.000Z ABCD2345 clients.save TypeError\n  at save (a.ts:1:1)\n',
    )
    const long = { ...report, where: Array<string>(20).fill('x'.repeat(1_000)) }
    for (let n = 0; n < 150; n++) log(long)
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
    expect(Math.max(...sizes)).toBeLessThan(1_100_000)
    expect(readdirSync(folder).sort()).toEqual(['tenpack.log', 'tenpack.old.log'])
  })

  it('that can’t be written stops nothing', () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    makeBugLog(join(file, 'logs'))(report)
    expect(existsSync(join(file, 'logs'))).toBe(false)
  })
})
