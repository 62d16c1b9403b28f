// Where this machine keeps Tenpack's things. Keys and run files live in the config folder, never beside the data:
// whoever copies the data folder, or its backups, has nothing that opens them.

import { homedir } from 'node:os'
import { join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/** Keys, and what tells a second start where the first one is. */
export function configFolder(platform: NodeJS.Platform = process.platform, env: Env = process.env, home = homedir()): string {
  if (env.TENPACK_CONFIG) return env.TENPACK_CONFIG
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Tenpack')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tenpack')
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'tenpack')
}

/** The practice file and its copies, unless `--data` names another folder. */
export function dataFolder(platform: NodeJS.Platform = process.platform, env: Env = process.env, home = homedir()): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Tenpack')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tenpack Data')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'tenpack')
}
