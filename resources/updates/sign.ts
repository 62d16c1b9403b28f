// `npm run sign-update -- INSTALLER`: writes the signed list that lets Tenpack take this installer from a stick. The private
// key is read from the file that TENPACK_SIGNING_KEY names, and is nowhere in this project.

import { createHash, createPrivateKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { signedBytes, UpdateManifest } from '../../electron/update-file.ts'

const [installer] = process.argv.slice(2)
const keyFile = process.env['TENPACK_SIGNING_KEY']
if (!installer || !keyFile) {
  process.stderr.write('Usage: TENPACK_SIGNING_KEY=private.pem npm run sign-update -- INSTALLER\n')
  process.exit(2)
}
const fileName = basename(installer)
const [, version, system, arch] = /-(\d+\.\d+\.\d+)-(win|mac|linux)-(x64|arm64|x86_64|amd64)\./.exec(fileName) ?? []
const bytes = readFileSync(installer)
const manifest = UpdateManifest.parse({
  version,
  platform: { win: 'win32', mac: 'darwin', linux: 'linux' }[system as 'win'],
  arch: arch === 'arm64' ? 'arm64' : 'x64',
  fileName,
  size: bytes.length,
  sha512: createHash('sha512').update(bytes).digest('hex'),
  notes: '',
})
const signature = sign(null, signedBytes(manifest), createPrivateKey(readFileSync(keyFile))).toString('base64')
writeFileSync(`${installer}.update.json`, `${JSON.stringify({ manifest, signature }, null, 2)}\n`)
process.stdout.write(`Signed ${fileName}.\n`)
