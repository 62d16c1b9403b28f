// A connected language model: what is sent to it and when, and every way in which its server can fail. The server is a small
// one of our own.

import type { RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openInMemory } from '../../db/connect.ts'
import { makeLanguageModel } from '../../electron/shell/language-model.ts'
import { minor } from '../../shared/money.ts'
import { DEFAULT_NOW, makeApp, newKey, openOn } from '../support/app.ts'
import { makeClient, makeClientPackage, makeProduct, makeService } from '../support/make.ts'
import { completion, type ModelServer, saying, serveModel } from '../support/model-server.ts'
import { expectRefused } from '../support/refused.ts'

const KEY = 'sk-harbour-lantern-7'
const GOOD = JSON.stringify({ description: 'Ten calm hours.', category: 'Massages' })

async function serve(answer: RequestListener = saying(completion(GOOD))): Promise<ModelServer> {
  const server = await serveModel(answer)
  onTestFinished(server.close)
  return server
}

/** A practice with a package in the making, and a client whose name nobody else may hear. */
async function open({ longestMs = 10_000 } = {}) {
  const made = await makeApp()
  await makeClient(made, { givenName: 'Wilhelmina', familyName: 'Featherstone', phone: '555 0177' })
  const massages = await made.call.catalog.saveCategory({ key: newKey(), id: null, name: 'Massages' })
  const service = await makeService(made, { name: 'Hot stone 60', priceMinor: minor(12_345) })
  const oil = await makeProduct(made, { name: 'Arnica oil' })
  await makeClientPackage(made)
  const image = made.file.serialize()
  const languageModel = makeLanguageModel({ longestMs })
  const app = { ...openOn(() => openInMemory(image), DEFAULT_NOW, { languageModel }), people: made.people }
  for (const who of ['owner', 'administrator', 'receptionist', 'practitioner'] as const) app.sessions.signIn(who, made.people[who])
  const items = [
    { serviceIds: [service.id], productId: null, count: 10 },
    { serviceIds: [], productId: oil.id, count: null },
  ]
  const ask = () => app.call.suggestions.fromModel({ name: 'Calm ten', items })
  const connect = async (address: string, modelKey: string | null = KEY) =>
    app.call.suggestions.connect({ key: newKey(), mark: (await app.call.suggestions.connection()).mark, address, model: 'small', modelKey })
  return { app, ask, connect, massages, languageModel }
}

describe('while no model is connected', () => {
  it('nothing is asked of anybody, and it is said that none is', async () => {
    const called = vi.spyOn(globalThis, 'fetch')
    onTestFinished(() => called.mockRestore())
    const { app, ask } = await open()
    expect(await app.call.suggestions.connection()).toMatchObject({ isOn: false, address: '', model: '', hasKey: false })
    await expectRefused(app, ask, 'suggestion.off')
    expect(called).not.toHaveBeenCalled()
  })

  it('nothing more is asked of one that was connected before, and its key is forgotten', async () => {
    const { app, ask, connect } = await open()
    const { address, asked } = await serve()
    await connect(address)
    await app.call.suggestions.disconnect({ key: newKey() })
    await expectRefused(app, ask, 'suggestion.off')
    expect(asked).toEqual([])
    expect(app.file.prepare('SELECT modelAddress, modelName, modelKey FROM practice').get()).toEqual({
      modelAddress: '',
      modelName: '',
      modelKey: null,
    })
  })

  it('saving, changing or selling a package asks nobody, also when one is connected', async () => {
    const { app, connect } = await open()
    const { address, asked } = await serve()
    await connect(address)
    const called = vi.spyOn(globalThis, 'fetch')
    onTestFinished(() => called.mockRestore())
    await makeClientPackage(app)
    await app.call.packages.list({ includeDeleted: true })
    expect([called.mock.calls, asked]).toEqual([[], []])
  })
})

describe('a connected model', () => {
  it('is asked about the package, and told nothing but names and numbers of it', async () => {
    const { ask, connect, massages } = await open()
    const { address, asked } = await serve()
    await connect(`${address}/v1/`)
    expect(await ask()).toEqual({ description: 'Ten calm hours.', categoryId: massages.id })

    expect(asked).toHaveLength(1)
    const { url, headers, body } = asked[0]!
    expect([url, headers.authorization, headers['content-type']]).toEqual(['/v1/chat/completions', `Bearer ${KEY}`, 'application/json'])
    const sent = JSON.parse(body) as { model: string; messages: { role: string; content: string }[] }
    expect(Object.keys(sent).toSorted()).toEqual(['messages', 'model', 'stream'])
    expect(sent.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(JSON.parse(sent.messages[1]!.content)).toEqual({
      package: 'Calm ten',
      items: [
        { sessionsOf: ['Hot stone 60'], quantity: 10 },
        { product: ['Arnica oil'], quantity: 'unlimited' },
      ],
      categories: ['Massages'],
    })
    const whole = JSON.stringify(asked)
    for (const secret of ['Wilhelmina', 'Featherstone', '0177', '123.45', '12345', 'Harbour', 'Nadia']) expect(whole).not.toContain(secret)
  })

  it('is asked without a key where it wants none', async () => {
    const { ask, connect } = await open()
    const { address, asked } = await serve()
    await connect(address, '')
    await ask()
    expect(asked[0]!.headers.authorization).toBeUndefined()
  })

  it.each<[string, RequestListener, string]>([
    ['refuses the key', saying('{"error":{"message":"bad key"}}', 401), 'suggestion.refused'],
    ['does not know the model', saying('no such model', 404), 'suggestion.refused'],
    ['has a fault of its own', saying('oops', 500), 'suggestion.refused'],
    ['answers with a page', saying('<html>Welcome</html>'), 'suggestion.nonsense'],
    ['answers nothing', saying(''), 'suggestion.nonsense'],
    ['answers in another form', saying('{"choices":[]}'), 'suggestion.nonsense'],
    ['chats', saying(completion('Sure! What a lovely package.')), 'suggestion.nonsense'],
    ['gives no text', saying(completion(null)), 'suggestion.nonsense'],
    ['answers far too much', saying(completion('x'.repeat(2_000_000))), 'suggestion.nonsense'],
    ['never ends', (_request, response) => void setInterval(() => response.write('x'.repeat(60_000)), 5).unref(), 'suggestion.nonsense'],
    ['hangs up', (request) => void request.socket.destroy(), 'suggestion.unreachable'],
  ])('that %s leaves everything as it was, and it is said plainly', async (_what, answer, code) => {
    const { app, ask, connect } = await open()
    const { address } = await serve(answer)
    await connect(address)
    await expectRefused(app, ask, code as never)
  })

  it('that nobody runs is said to be unreachable, with its address', async () => {
    const { app, ask, connect } = await open()
    await connect('http://127.0.0.1:9/v1')
    await expectRefused(app, ask, 'suggestion.unreachable')
    await expect(ask()).rejects.toThrow('Nothing answered at 127.0.0.1:9.')
  })

  it.each<[string, RequestListener]>([
    ['before it begins to answer', () => {}],
    ['in the middle of its answer', (_request, response) => void response.write('{"choices":[')],
  ])('that is too slow, %s, is not waited for', async (_what, answer) => {
    const { app, ask, connect } = await open({ longestMs: 300 })
    const { address } = await serve(answer)
    await connect(address)
    const from = performance.now()
    await expectRefused(app, ask, 'suggestion.slow')
    expect(performance.now() - from).toBeLessThan(5_000)
  })

  it('that sends on to another address is not followed: neither key nor question goes there', async () => {
    const { app, ask, connect } = await open()
    const elsewhere = await serve()
    for (const status of [301, 302, 307, 308]) {
      const { address } = await serve((_request, response) =>
        response.writeHead(status, { location: `${elsewhere.address}/v1/chat/completions` }).end(),
      )
      await connect(address)
      await expectRefused(app, ask, 'suggestion.leadsAway')
    }
    expect(elsewhere.asked).toEqual([])
  })

  it('is not waited for when Tenpack closes, and others work beside it meanwhile', async () => {
    const { app, ask, connect, languageModel } = await open({ longestMs: 60_000 })
    const { address, asked } = await serve(() => {})
    await connect(address)
    const waiting = ask().catch((error: unknown) => error)
    await expect.poll(() => asked.length).toBe(1)
    await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })
    languageModel.stop()
    expect(await waiting).toMatchObject({ code: 'suggestion.unreachable' })
    await app.app.close()
  })
})

describe('connecting a model', () => {
  it('is tried with what is typed, and nothing is kept by that', async () => {
    const { app, ask } = await open()
    const { address, asked } = await serve()
    expect(await app.call.suggestions.tryConnection({ address, model: 'small', modelKey: KEY })).toEqual({ description: 'Ten calm hours.' })
    expect(asked[0]!.headers.authorization).toBe(`Bearer ${KEY}`)
    await expectRefused(app, ask, 'suggestion.off')
  })

  it('keeps the key and shows it to nobody: not in settings, audit, replies or the next question to another server', async () => {
    const { app, connect, ask } = await open()
    const [first, second] = [await serve(), await serve()]
    await connect(first.address)
    expect(await app.call.suggestions.connection()).toMatchObject({
      isOn: true,
      address: `${first.address}/v1`,
      model: 'small',
      hasKey: true,
    })
    await connect(`${first.address}/v1`, null) // the same server: the key stays
    await ask()
    expect(first.asked[0]!.headers.authorization).toBe(`Bearer ${KEY}`)

    await app.call.suggestions.tryConnection({ address: second.address, model: 'small', modelKey: null })
    await connect(second.address, null)
    await ask()
    expect(second.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
    expect((await app.call.suggestions.connection()).hasKey).toBe(false)

    expect(JSON.stringify(await app.call.settings.get())).not.toMatch(/model|lantern/)
    const audit = JSON.stringify(app.file.prepare('SELECT * FROM audit').all())
    expect(audit).toContain('suggestions.connect')
    for (const rows of [audit, JSON.stringify(app.file.prepare('SELECT * FROM replies').all())]) expect(rows).not.toContain('lantern')
  })

  it('is for those who may change settings; who edits packages may ask it', async () => {
    const { app, connect } = await open()
    const { address } = await serve()
    const typed = { address, model: 'small', modelKey: null }
    for (const who of ['receptionist', 'practitioner'] as const) {
      await expectRefused(app, () => app.as(who).suggestions.connect({ key: newKey(), mark: '', ...typed }), 'call.forbidden')
      await expectRefused(app, () => app.as(who).suggestions.tryConnection(typed), 'call.forbidden')
      await expectRefused(app, () => app.as(who).suggestions.connection(), 'call.forbidden')
    }
    await connect(address)
    const items = [{ serviceIds: [], productId: null, count: 1 }]
    expect((await app.as('administrator').suggestions.fromModel({ name: 'Calm ten', items })).description).toBe('Ten calm hours.')
  })

  it.each([
    ['http://models.example.com/v1', 'starts with https://'],
    ['', 'Enter the address.'],
  ])('at “%s” is refused at its field', async (address, words) => {
    const { connect } = await open()
    await expect(connect(address)).rejects.toThrow(words)
  })
})
