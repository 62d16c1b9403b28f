// The built renderer, read into memory once. An address is looked up in a list of the files that exist, and never becomes
// a path: there is nothing to climb out of. A rebuild while this runs changes nothing for those who have it open.

import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy, safeResponse, textResponse } from './security-headers.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}
const NONCE_PLACE = '<meta name="style-nonce" content="" />'
/** Addresses of the app's own screens: words and numbers, no dots, so never the name of a file. */
const SCREEN = /^\/(?:[\w-]+\/?)*$/

export interface PageFiles {
  /** `path` is the pathname of the address, as it came; built files are the same whatever `search` says. */
  serve(path: string, search?: string): Response | Promise<Response>
}

export function readPageFiles(folder: string): PageFiles {
  const files = new Map(filesBelow(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, readFileSync(file)]))
  const index = files.get('/index.html')?.toString('utf8')
  if (index === undefined) throw new Error(`There is no index.html in ${folder}`)
  if (!index.includes(NONCE_PLACE)) throw new Error('index.html has no place for the style nonce')
  files.delete('/index.html')

  return {
    serve(path) {
      const name = decoded(path)
      const bytes = name === undefined ? undefined : files.get(name)
      if (name !== undefined && bytes) return fileResponse(name, bytes)
      return SCREEN.test(path) ? indexResponse(index) : textResponse(404, 'There is nothing at this address.')
    },
  }
}

function indexResponse(index: string): Response {
  const nonce = randomBytes(16).toString('base64')
  const page = index.replace(NONCE_PLACE, `<meta name="style-nonce" content="${nonce}" />`)
  return safeResponse(page, 200, { 'content-type': TYPES['.html']!, 'content-security-policy': contentSecurityPolicy(nonce) })
}

function fileResponse(name: string, bytes: Buffer): Response {
  const headers = { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', 'content-length': String(bytes.length) }
  // Vite puts a hash of the content into the names in /assets.
  const caching = name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
  return safeResponse(new Uint8Array(bytes), 200, { ...headers, 'cache-control': caching })
}

/** Step by step: of a folder inside the packaged app's archive, not every way of listing it knows. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined // not written as addresses are: no file has such a name
  }
}
