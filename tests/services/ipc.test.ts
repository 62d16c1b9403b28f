// The desktop app's one channel: who is answered, what is refused, and that it says the same as the web host's door.

import { beforeAll, describe, expect, it } from 'vitest'
import { openInMemory } from '../../db/connect.ts'
import { type Asker, isOurPage, makeIpcDoor } from '../../electron/ipc.ts'
import { makeWebDoor } from '../../electron/web.ts'
import { ALIENS, placesIn, replaced } from '../support/aliens.ts'
import { DEFAULT_NOW, makeApp, newKey, openOn } from '../support/app.ts'
import { everyCall, type EveryCall } from '../support/every-call.ts'
import { PROCEDURES } from '../support/procedures.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'

const OURS = { url: 'app://tenpack/calendar?day=2026-11-24', parent: null }
const ask = (path: string[], input?: unknown) => JSON.stringify({ path, input })
const STATE = ask(['setup', 'state'])

async function openDoor() {
  const made = await makeApp()
  const windows = new Map([
    [1, 'owner'],
    [2, 'second'],
  ])
  const door = makeIpcDoor({ dispatch: made.app.dispatch, sessionOf: (id) => windows.get(id) })
  const from = (asker: Partial<Asker>, ...[text]: [text?: unknown]) => door({ sender: { id: 1 }, senderFrame: OURS, ...asker }, text)
  const send = async (text: unknown, id = 1) => JSON.parse((await from({ sender: { id } }, text))!) as { output?: unknown; error?: object }
  return { ...made, from, send }
}

describe('the channel answers', () => {
  it('the main frame of our window, as text', async () => {
    const { from } = await openDoor()
    expect(JSON.parse((await from({}, STATE))!)).toMatchObject({ output: { hasPractice: true } })
  })

  it.each([
    ['https://app.tenpack.example/'],
    ['https://tenpack/'],
    ['http://127.0.0.1:4100/'],
    ['app://other/'],
    ['app://tenpack.example/'],
    ['app://tenpack:80/'],
    ['file:///app://tenpack/'],
    ['data:text/html,app://tenpack/'],
    ['about:blank'],
    ['blob:app://tenpack/1'],
    ['chrome-extension://tenpack/'],
    [''],
  ])('nothing to a page at %s', async (url) => {
    const { from } = await openDoor()
    expect(isOurPage(url)).toBe(false)
    expect(await from({ senderFrame: { url, parent: null } }, STATE)).toBeUndefined()
  })

  it('nothing to a frame inside our page, to one that is gone, or to contents that are no window of ours', async () => {
    const { from } = await openDoor()
    expect(await from({ senderFrame: { ...OURS, parent: OURS } }, STATE)).toBeUndefined()
    expect(await from({ senderFrame: null }, STATE)).toBeUndefined()
    expect(await from({ sender: { id: 3 } }, STATE)).toBeUndefined()
  })

  it('nothing to a foreign frame also where it would only be refused', async () => {
    const { from } = await openDoor()
    const foreign = { senderFrame: { url: 'https://example.org/', parent: null } }
    for (const text of ['', 'x'.repeat(3_000_000), ask(['no', 'such'])]) expect(await from(foreign, text)).toBeUndefined()
  })
})

describe('the channel refuses', () => {
  it.each([
    ['nothing at all', undefined],
    ['an object', { path: ['setup', 'state'] }],
    ['bytes', new Uint8Array(8)],
    ['no JSON', '{"path":["setup"'],
    ['JSON that is no call', '"setup.state"'],
    ['null', 'null'],
    ['a path that is no list', '{"path":"setup.state"}'],
    ['a path of other things', '{"path":["setup",7]}'],
    ['a path without end', JSON.stringify({ path: Array(6).fill('a') })],
    ['words without end', JSON.stringify({ path: ['a'.repeat(101)] })],
  ])('%s', async (_what, text) => {
    expect((await (await openDoor()).send(text)).error).toMatchObject({ code: 'call.badInput' })
  })

  it('what is too large, counted in bytes, and goes on', async () => {
    const { send } = await openDoor()
    for (const text of ['x'.repeat(2_000_001), JSON.stringify({ path: ['a'], input: 'é'.repeat(1_000_001) }), 'x'.repeat(50_000_000)])
      expect((await send(text)).error).toMatchObject({ code: 'call.tooLarge' })
    expect((await send(STATE)).output).toMatchObject({ hasPractice: true })
  })

  it('a locked window, and a second one that nobody signed in to', async () => {
    const { send, sessions } = await openDoor()
    sessions.lock('owner')
    expect((await send(ask(['clients', 'list'], { search: '', page: 1, pageSize: 50 }))).error).toMatchObject({ code: 'call.locked' })
    expect((await send(ask(['clients', 'list'], { search: '', page: 1, pageSize: 50 }), 2)).error).toMatchObject({
      code: 'call.signedOut',
    })
  })
})

describe('both doors', () => {
  let every: EveryCall
  beforeAll(async () => {
    every = await everyCall()
  })

  /** Each door on a copy of its own of the same practice, so that both see the same before each call. */
  function openBoth() {
    const [one, two] = [openOn(() => openInMemory(every.image), DEFAULT_NOW), openOn(() => openInMemory(every.image), DEFAULT_NOW)]
    const ipc = makeIpcDoor({ dispatch: one.app.dispatch, sessionOf: () => 'owner' })
    const origin = 'http://127.0.0.1:4100'
    const { handle, address } = makeWebDoor({
      dispatch: ({ path, input }) => two.app.dispatch({ sessionId: 'owner', path, input }),
      files: () => Promise.reject(new Error('No files are asked for here')),
      origin,
    })
    const letIn = async () => (await handle(new Request(address, { headers: { host: '127.0.0.1:4100' } }))).headers.get('set-cookie')!
    let cookie: string | undefined
    return async (text: string): Promise<[string, string]> => {
      cookie ??= (await letIn()).split(';')[0]!
      const headers = { host: '127.0.0.1:4100', origin, cookie, 'content-type': 'application/json' }
      for (const { sessions } of [one, two]) sessions.signIn('owner', every.people.owner)
      const web = await handle(new Request(`${origin}/call`, { method: 'POST', headers, body: text }))
      return [(await ipc({ sender: { id: 1 }, senderFrame: OURS }, text))!, await web.text()]
    }
  }

  // Not told apart by what crosses: tries of a password that take their time, and what needs the machine, whose bugs have references of their own.
  const alike = PROCEDURES.filter(
    ({ name }) =>
      !/^(reports\.draw|clientPackages\.(export|drawLetters)|backups\.make|setup\.startSample|session\.(signIn|enterPin))/.test(name),
  )

  it.each(alike)('answer $name with the same bytes, for what it takes and for what nobody should send', async ({ name, path, meta }) => {
    const random = replayable()
    const send = openBoth()
    const whole = { ...(meta.kind === 'command' ? { key: newKey() } : {}), ...every.inputs[name] }
    const inputs: unknown[] = [every.inputs[name] === undefined ? undefined : whole]
    for (const place of placesIn(whole)) for (let n = 0; n < (LONG ? 20 : 3); n++) inputs.push(replaced(whole, place, random.pick(ALIENS)))
    for (const input of inputs) {
      const text = textOf({ path, input })
      if (text === undefined) continue
      const [ipc, web] = await send(text)
      expect(ipc).toBe(web)
    }
  })

  it('refuse the same texts alike', async () => {
    const send = openBoth()
    for (const text of [
      '',
      '{',
      '[]',
      '{"path":[]}',
      '{"path":["__proto__"]}',
      ask(['~orpc']),
      'x'.repeat(2_000_001),
      '\uFEFF{}',
      '"\ud800"',
    ]) {
      const [ipc, web] = await send(text)
      expect(ipc).toBe(web)
    }
  })
})

/** Undefined for a value that JSON does not carry. */
function textOf(call: unknown): string | undefined {
  try {
    return JSON.stringify(call)
  } catch {
    return undefined // a bigint
  }
}
