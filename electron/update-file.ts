// An update from a file: the installer with a small signed manifest beside it, NAME.update.json. Everything is checked before
// anything of it runs, on a copy that nobody else can change meanwhile.

import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, openSync, readSync, readFileSync, statSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { refuse } from '../shared/errors.ts'

const MOST_MANIFEST = 20_000
const VERSION = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/

export const UpdateManifest = z.strictObject({
  version: z.string().regex(VERSION),
  platform: z.enum(['win32', 'darwin', 'linux']),
  arch: z.enum(['x64', 'arm64']),
  fileName: z.string().min(1).max(200),
  size: z.int().positive(),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  notes: z.string().max(8000),
})
export type UpdateManifest = z.output<typeof UpdateManifest>
const Signed = z.strictObject({ manifest: UpdateManifest, signature: z.string().max(200) })

/** The bytes that are signed: the fields in their order, whatever the file looked like. */
export const signedBytes = (m: UpdateManifest): Buffer =>
  Buffer.from(JSON.stringify([m.version, m.platform, m.arch, m.fileName, m.size, m.sha512, m.notes]))

export interface ThisApp {
  version: string
  platform: string
  arch: string
  /** PEM; empty: this build takes no update from a file. */
  publicKey: string
}

/** Copies the installer into `folder`, which is this app's alone, and gives its path there; refuses what is not sound, newer and signed. */
export function checkedUpdate(installer: string, folder: string, app: ThisApp): { path: string; manifest: UpdateManifest } {
  const manifest = readManifest(`${installer}.update.json`, app.publicKey)
  if (manifest.platform !== app.platform || manifest.arch !== app.arch) bad('it is for another kind of computer')
  if (!isNewer(manifest.version, app.version)) bad(`it is version ${manifest.version}, and this is ${app.version}`)
  if (
    manifest.fileName !== basename(installer) ||
    basename(manifest.fileName) !== manifest.fileName ||
    /^\.|[\\/:]/.test(manifest.fileName)
  )
    bad('its name is not the one that was signed')
  const path = join(folder, manifest.fileName)
  if (copyAndHash(installer, path, manifest.size) !== manifest.sha512)
    bad('it is not the file that was signed: it may be cut short or damaged')
  return { path, manifest }
}

function readManifest(path: string, publicKey: string): UpdateManifest {
  if (publicKey === '') return bad('this build takes no updates from files')
  const read = Signed.safeParse(parsed(textOf(path)))
  if (!read.success) return bad('the signed list beside it can’t be read')
  const { manifest, signature } = read.data
  const isSigned = verify(null, signedBytes(manifest), createPublicKey(publicKey), Buffer.from(signature, 'base64'))
  return isSigned ? manifest : bad('it is not signed by the makers of Tenpack')
}

function textOf(path: string): string {
  try {
    if (statSync(path).size > MOST_MANIFEST) return ''
    return readFileSync(path, 'utf8')
  } catch {
    return bad('there is no signed list beside it')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One reading for both, so what was hashed is what is run. Stops where the file is longer than it should be. */
function copyAndHash(from: string, to: string, size: number): string {
  const hash = createHash('sha512')
  const piece = Buffer.alloc(1 << 20)
  try {
    const source = openSync(from, 'r')
    const target = openSync(to, 'wx', 0o700)
    try {
      let total = 0
      for (let n = readSync(source, piece); n > 0; n = readSync(source, piece)) {
        total += n
        if (total > size) return ''
        hash.update(piece.subarray(0, n))
        writeSync(target, piece, 0, n)
      }
      return total === size ? hash.digest('hex') : ''
    } finally {
      closeSync(source)
      closeSync(target)
    }
  } catch {
    return bad('it can’t be read')
  }
}

/** By numbers, part by part. What is no version is not newer. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [VERSION.exec(version), VERSION.exec(than)]
  if (!a || !b) return false
  for (const i of [1, 2, 3]) if (a[i] !== b[i]) return Number(a[i]) > Number(b[i])
  return false
}

const bad = (why: string): never => refuse('update.badFile', { why })
