// Moves a key into a vault, or back, and kills itself at the given use of the vault: what is on the disk then must be enough.

import { sealKey, unsealKey } from '../../electron/shell/sealed-keys.ts'
import { scrambling } from '../support/vault.ts'

const [what, folder, salt, dieAt] = process.argv.slice(2) as [string, string, string, string]
let uses = 0
const vault = scrambling(() => {
  if (++uses === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
})
await (what === 'seal' ? sealKey(folder, salt, vault) : unsealKey(folder, salt, vault))
