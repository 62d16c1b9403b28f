// The web host against whatever a browser, or something that pretends to be one, may send.

import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { contentDisposition } from '../../electron/files.ts'
import type { WebHost } from '../../electron/web-host.ts'
import { SAMPLE_SECRETS } from '../../shared/sample-secrets.ts'
import { makeInvoice } from '../documents/papers.ts'
import { startHost } from '../support/web-host.ts'

/** A browser that came by the printed address. */
async function openBrowser() {
  const { host, ...more } = await startHost()
  const response = await fetch(host.address, { redirect: 'manual' })
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!
  const get = (path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
    fetch(`${host.origin}${path}`, { ...init, redirect: 'manual', headers: { cookie, ...headers } })
  const call = (body: BodyInit, headers: Record<string, string> = {}) =>
    get('/call', { method: 'POST', body, headers: { origin: host.origin, 'content-type': 'application/json', ...headers } })
  return { host, get, call, cookie, letIn: response, ...more }
}
const STATE = JSON.stringify({ path: ['setup', 'state'] })

/** Sends bytes as they are, as fetch tidies addresses up, and gives what came back. */
async function sendRaw({ origin }: WebHost, request: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.write(request)
  return text(socket)
}
const rawGet = (host: WebHost, target: string, headers: string[]) =>
  sendRaw(host, [`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'))

describe('letting a browser in', () => {
  it('takes the printed address, gives a cookie that scripts and other sites can’t use, and shows the token no more', async () => {
    const { letIn, get } = await openBrowser()

    expect(letIn.status).toBe(303)
    expect(letIn.headers.get('location')).toBe('/')
    expect(letIn.headers.get('set-cookie')).toMatch(/^tenpack-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(letIn.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await (await get('/')).text()).toContain('<title>Tenpack</title>')
  })

  it('keeps who is signed in when the same browser comes by the address again', async () => {
    const { host, letIn, cookie } = await openBrowser()
    const again = await fetch(host.address, { redirect: 'manual', headers: { cookie } })

    expect(again.headers.get('set-cookie')).toBe(letIn.headers.get('set-cookie'))
  })

  it.each(['', '?token=', '?token=wrong', '?token=a&token=b'])('refuses /open%s', async (query) => {
    const { host } = await openBrowser()
    const response = await fetch(`${host.origin}/open${query}`, { redirect: 'manual' })

    expect(response.status).toBe(403)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('shows and calls nothing without the cookie, or with that of an earlier start', async () => {
    const { host, get } = await openBrowser()
    for (const cookie of ['', 'tenpack-1=x', `tenpack-${new URL(host.origin).port}=AAAA`]) {
      for (const path of ['/', '/assets/main-1a2b.js', '/documents/1']) expect((await get(path, { headers: { cookie } })).status).toBe(403)
      const headers = { cookie, origin: host.origin, 'content-type': 'application/json' }
      const call = await get('/call', { method: 'POST', body: STATE, headers })
      expect([call.status, await call.json()]).toMatchObject([403, { error: { code: 'call.restarted' } }])
    }
  })
})

describe('what is served', () => {
  it('is the page, with a new nonce at each load, for every screen’s address', async () => {
    const { get } = await openBrowser()
    const nonces = new Set<string>()
    for (const path of ['/', '/calendar?day=2026-11-24', '/clients/12/statement', '/settings/staff/']) {
      const response = await get(path)
      const nonce = /'nonce-([\w+/=]{24})'/.exec(response.headers.get('content-security-policy')!)![1]!
      expect(await response.text()).toContain(`<meta name="style-nonce" content="${nonce}" />`)
      expect(response.headers.get('cache-control')).toBe('no-store')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(4)
  })

  it('carries a policy that allows nothing inline, evaluated or from elsewhere, on every answer', async () => {
    const { get, call, host } = await openBrowser()
    const answers = [
      await get('/'),
      await get('/icon.svg'),
      await get('/none.js'),
      await get('/documents/x'),
      await call(STATE),
      await fetch(host.origin),
    ]
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy')!
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; worker-src 'self'; /)
      for (const word of ['unsafe-inline', 'unsafe-eval', 'data:', 'blob:', 'http', '*']) expect(policy).not.toContain(word)
      expect(policy).toContain(`frame-ancestors 'none'`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  it('is each file with its kind, kept by the browser only where its name changes with its content', async () => {
    const { get } = await openBrowser()
    const of = async (path: string) => {
      const { status, headers } = await get(path)
      return [status, headers.get('content-type'), headers.get('cache-control')]
    }
    expect(await of('/assets/main-1a2b.js')).toEqual([200, 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'])
    expect(await of('/assets/Inter-3c4d.woff2')).toEqual([200, 'font/woff2', 'private, max-age=31536000, immutable'])
    expect(await of('/icon.svg')).toEqual([200, 'image/svg+xml', 'no-cache'])
    expect((await of('/index.html'))[0]).toBe(404)
  })

  it('is no folder and nothing outside the built pages, however it is written', async () => {
    const { host, cookie } = await openBrowser()
    const headers = [`Host: ${new URL(host.origin).host}`, `Cookie: ${cookie}`]
    const targets = [
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/..%5cpackage.json',
      '/assets/..%00.js',
      '//etc/passwd.txt',
      '/%',
      '/C:/windows/win.ini',
    ]
    for (const target of targets) {
      const answer = await rawGet(host, target, headers)
      expect(`${target} ${answer.slice(0, 12)}`).toBe(`${target} HTTP/1.1 404`)
      expect(answer).not.toContain('"scripts"')
    }
    // A folder’s address is a screen’s: the page, not a list.
    expect(await rawGet(host, '/assets/', headers)).toContain('<title>Tenpack</title>')
    expect(await rawGet(host, '/assets/', headers)).not.toContain('main-1a2b')
  })

  it('is asked for by GET and HEAD, and called by POST', async () => {
    const { get, host } = await openBrowser()
    const head = await get('/icon.svg', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', ''])

    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await get('/', { method, headers: { origin: host.origin } })
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
    }
    expect((await get('/call')).status).toBe(405)
    expect((await get('/open', { method: 'POST', headers: { origin: host.origin } })).status).toBe(405)
  })
})

describe('a request from elsewhere', () => {
  it('is refused by its Host, so that no name that points here is of use', async () => {
    const { host, cookie } = await openBrowser()
    const { port } = new URL(host.origin)
    for (const name of [`evil.test:${port}`, 'evil.test', '127.0.0.1', `localhost:${port}`, '127.0.0.1:1'])
      expect((await rawGet(host, '/', [`Host: ${name}`, `Cookie: ${cookie}`])).slice(0, 12)).toBe('HTTP/1.1 421')
    expect((await rawGet(host, `http://127.0.0.1:${port}/`, [`Host: 127.0.0.1:${port}`])).slice(0, 12)).toBe('HTTP/1.1 400')
    expect((await rawGet(host, '/', [])).slice(0, 12)).toBe('HTTP/1.1 400')
    expect((await sendRaw(host, `TRACE / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`)).slice(0, 12)).toBe(
      'HTTP/1.1 400',
    )
  })

  it('is refused by its Origin, or without one where it could change something', async () => {
    const { host, get } = await openBrowser()
    const json = { 'content-type': 'application/json' }
    for (const origin of ['http://evil.test', 'null', host.origin.replace('127.0.0.1', 'localhost'), `${host.origin}0`])
      expect((await get('/call', { method: 'POST', body: STATE, headers: { ...json, origin } })).status).toBe(403)
    expect((await get('/call', { method: 'POST', body: STATE, headers: json })).status).toBe(403)
    expect((await get('/', { headers: { origin: 'http://evil.test' } })).status).toBe(403)
  })

  it('is refused where the browser says that another site sent it', async () => {
    const { get, call } = await openBrowser()
    for (const site of ['cross-site', 'same-site']) {
      expect((await get('/', { headers: { 'sec-fetch-site': site } })).status).toBe(403)
      expect((await call(STATE, { 'sec-fetch-site': site })).status).toBe(403)
    }
    expect((await get('/', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200)
    expect((await call(STATE, { 'sec-fetch-site': 'none' })).status).toBe(403)
  })

  it('must be JSON, which a form of another site can’t send', async () => {
    const { call } = await openBrowser()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
      expect((await call(STATE, { 'content-type': type })).status).toBe(415)
  })
})

describe('a call', () => {
  it('is answered with the output, a refusal, or nothing more than a reference', async () => {
    const { call } = await openBrowser()

    expect(await (await call(STATE)).json()).toEqual({ output: { hasPractice: false, practiceName: null, isSample: false } })
    expect(await (await call(JSON.stringify({ path: ['clients', 'list'], input: {} }))).json()).toEqual({
      error: { defined: true, code: 'call.signedOut', status: 400, message: 'call.signedOut', data: {} },
    })
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"path":'],
    ['a number', '7'],
    ['null', 'null'],
    ['no path', '{"input":{}}'],
    ['a path of numbers', '{"path":[1]}'],
    ['a long path', JSON.stringify({ path: Array(9).fill('a') })],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe])],
  ])('of %s is refused as unreadable', async (_what, body) => {
    const { call, warnings } = await openBrowser()
    const response = await call(body as BodyInit)

    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'call.badInput' } }])
    expect(warnings).toEqual([])
  })

  it.each([['nowhere'], ['setup', 'nothing'], ['setup', 'store'], ['__proto__'], ['setup', '~orpc'], ['constructor', 'name'], []])(
    'of %s.%s is unknown',
    async (...path) => {
      const { call } = await openBrowser()
      expect(await (await call(JSON.stringify({ path, input: {} }))).json()).toMatchObject({ error: { code: 'call.unknown' } })
    },
  )

  it('of 11 MB is refused, whether its length is said before or not, and the next one is served', async () => {
    const { call, host, cookie } = await openBrowser()
    const huge = JSON.stringify({ path: ['setup', 'state'], input: 'x'.repeat(11_000_000) })
    const said = await call(huge)
    expect([said.status, await said.json()]).toMatchObject([413, { error: { code: 'call.tooLarge' } }])

    const piece = `${(3_000_000).toString(16)}\r\n${'x'.repeat(3_000_000)}\r\n`
    const { host: name, origin } = new URL(host.origin)
    const headers = [
      `Host: ${name}`,
      `Origin: ${origin}`,
      `Cookie: ${cookie}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]
    const unsaid = await sendRaw(host, ['POST /call HTTP/1.1', ...headers, '', piece].join('\r\n'))
    expect(unsaid).toMatch(/^HTTP\/1\.1 413 /)
    expect(unsaid).toContain('call.tooLarge')
    expect((await call(STATE)).status).toBe(200)
  })
})

describe('a document', () => {
  it('is for the window that asked for it, while it is signed in and not locked', async () => {
    const { host, get, cookie } = await openBrowser()
    const { documents, sessions } = host.practice
    const sessionId = cookie.split('=')[1]!
    const { documentId } = await documents.draw(sessionId, makeInvoice(), 'Invoice 1042 – Żółć.pdf')
    const address = `/documents/${documentId}`
    expect((await get(address)).status).toBe(404)

    sessions.signIn(sessionId, 1)
    const again = await documents.draw(sessionId, makeInvoice(), 'Invoice 1042 – Żółć.pdf')
    const mine = `/documents/${again.documentId}`
    const response = await get(mine)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await response.text()).slice(0, 5)).toBe('%PDF-')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-disposition')).toMatch(/^inline; /)
    expect((await get(`${mine}?download`)).headers.get('content-disposition')).toMatch(/^attachment; .*%C5%BB%C3%B3%C5%82%C4%87\.pdf$/)

    const other = await documents.draw('another window', makeInvoice(), 'a.pdf')
    expect((await get(`/documents/${other.documentId}`)).status).toBe(404)
    sessions.lock(sessionId)
    expect((await get(mine)).status).toBe(404)
    sessions.signIn(sessionId, 2)
    expect((await get(mine)).status).toBe(404)
  })

  it('is printed and saved by the browser, for whom it was drawn', async () => {
    const { host, call, cookie } = await openBrowser()
    const ask = async (path: string[], input: object): Promise<unknown> => (await call(JSON.stringify({ path, input }))).json()
    await ask(['setup', 'create'], { ...SAMPLE_PRACTICE, ...SAMPLE_SECRETS, owner: { name: 'Mara Ruiz', isPractitioner: true } })
    const { documents } = host.practice
    const mine = await documents.draw(cookie.split('=')[1]!, makeInvoice(), 'Invoice 1042.pdf')
    const other = await documents.draw('another window', makeInvoice(), 'Invoice 1042.pdf')
    for (const verb of ['print', 'save']) {
      expect(await ask(['documents', verb], { documentId: mine.documentId })).toEqual({ output: { outcome: 'browser' } })
      for (const documentId of [other.documentId, 'none', '../practice.tenpack'])
        expect(await ask(['documents', verb], { documentId })).toMatchObject({ error: { code: 'document.missing' } })
    }
  })

  it.each([
    [
      '2026-11-21 Usage statement – Lee, Anna.pdf',
      `inline; filename="2026-11-21 Usage statement _ Lee, Anna.pdf"; filename*=UTF-8''2026-11-21%20Usage%20statement%20%E2%80%93%20Lee%2C%20Anna.pdf`,
    ],
    [
      'a"b\\c%41\r\nSet-Cookie: x.pdf',
      `inline; filename="a_b_c_41__Set-Cookie: x.pdf"; filename*=UTF-8''a%22b%5Cc%2541%0D%0ASet-Cookie%3A%20x.pdf`,
    ],
    [
      "Ελένη O'Neil (1)*.pdf",
      `inline; filename="_____ O'Neil (1)*.pdf"; filename*=UTF-8''%CE%95%CE%BB%CE%AD%CE%BD%CE%B7%20O%27Neil%20%281%29%2A.pdf`,
    ],
    ['\ud800.pdf', `inline; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
  ])('called %j keeps its name in the header, and the header its shape', (name, header) => {
    expect(contentDisposition('inline', name)).toBe(header)
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
  })
})
