// The real web host in a process of its own, on folders of its own, with a fixed clock; and a typed client that calls it
// the way the page does. Used by the browser tests and the screenshots.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCErrorFromJson, isORPCErrorJson } from '@orpc/client'
import { clientOver } from '../../../electron/client.ts'
import type { Client } from '../../support/app.ts'

/** A Tuesday, before the practice opens. */
export const NOW = '2026-11-24T08:30'
const START_MS = 20_000
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]+/

export interface WebHost {
  origin: string
  /** The printed address, which lets a browser in. */
  address: string
  folder: string
  close: () => Promise<void>
}

export async function startHost({ now = NOW }: { now?: string } = {}): Promise<WebHost> {
  const folder = mkdtempSync(join(tmpdir(), 'tenpack-e2e-'))
  const child = spawn(process.execPath, ['tests/e2e/support/serve.ts', '--data', join(folder, 'data'), '--port', '0'], {
    env: { ...process.env, TENPACK_CONFIG: join(folder, 'config'), TENPACK_NOW: now },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
  return {
    origin: new URL(address).origin,
    address,
    folder,
    close: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = ''
    const timer = setTimeout(() => fail(new Error(`The web host printed no address:\n${said}`)), START_MS)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = ADDRESS.exec(said)?.[0]
      if (address === undefined) return
      clearTimeout(timer)
      found(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', (code) => fail(new Error(`The web host ended with ${code}:\n${said}`)))
  })
}

/** A window of the host without a browser: its cookie, which a page may share, and a client that calls as that window. */
export async function openWindow(host: WebHost): Promise<{ call: Client; cookie: { name: string; value: string } }> {
  const entered = await fetch(host.address, { redirect: 'manual' })
  const [name = '', value = ''] = (entered.headers.get('set-cookie') ?? '').split(';')[0]!.split('=')
  const call = clientOver(async (path, input) => {
    const response = await fetch(`${host.origin}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: host.origin, cookie: `${name}=${value}` },
      body: JSON.stringify({ path, input }),
    })
    const reply = (await response.json()) as { output?: unknown; error?: unknown }
    if (isORPCErrorJson(reply.error)) throw createORPCErrorFromJson(reply.error)
    return reply.output
  })
  return { call, cookie: { name, value } }
}
