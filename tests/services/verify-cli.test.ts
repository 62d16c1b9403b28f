// `npm run verify`: what a person reads in the terminal about a practice file, sound, tampered with, or not theirs.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FileKey, openFile } from '../../db/connect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { makeKey } from '../../electron/shell/key-store.ts'
import { makeFolder } from '../support/folder.ts'
import { makePracticeFile } from '../support/practice-file.ts'

async function makeFile() {
  const config = makeFolder()
  const path = join(makeFolder(), 'harbour.tenpack')
  const key: FileKey = makeKey(join(config, 'keys'))
  await makePracticeFile(path, key)
  return { config, path, key }
}

async function run(path: string, config: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['electron/verify-cli.ts', path], { env: { ...process.env, TENPACK_CONFIG: config } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

it('counts what it checked and finds nothing wrong, also while the file is open elsewhere', async () => {
  const { config, path, key } = await makeFile()
  const open = openPracticeFile({ path, key })
  expect(await run(path, config)).toEqual({
    code: 0,
    said: expect.stringMatching(/^0 sessions, 0 entries, 0 invoices, 0 payments, \d+ audit lines\nNo problem found\.\n$/),
  })
  open.close()
})

it('says what was changed behind the app’s back', async () => {
  const { config, path, key } = await makeFile()
  const file = openFile({ path, key })
  file.exec(`DROP TRIGGER auditNeverChanges; UPDATE audit SET staffId = NULL WHERE id = 3`)
  file.close()
  const { code, said } = await run(path, config)
  expect(code).toBe(1)
  expect(said).toMatch(/Audit line 3 .* does not follow from the line before it: one of them was changed\n1 problem found\.\n$/)
})

it('says so when the file or its key is not here', async () => {
  const { path } = await makeFile()
  expect(await run(path, makeFolder())).toEqual({
    code: 2,
    said: expect.stringMatching(/^The key of this practice file is not on this computer\./),
  })
  expect(await run(join(makeFolder(), 'none.tenpack'), makeFolder())).toEqual({
    code: 2,
    said: 'There is no practice file at this place.\n',
  })
})
