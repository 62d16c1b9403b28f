// What may be said when the app is started.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface StartOptions {
  data: string | undefined
  port: number | undefined
  sample: boolean
  open: boolean
  /** In the browser, though this machine may have the window. */
  web: boolean
  /** Puts the key back from the computer's key store into its file. */
  unsealKey: boolean
  help: boolean
}

export const HELP = `Usage: npm start -- [options]

  --sample      begin with a sample practice to look around in, if there is no practice yet
  --data DIR    keep the practice in this folder
  --web         in the browser, even where Tenpack's own window could open
  --port N      with the browser: serve it at this port (otherwise 4100, or any free one)
  --no-open     with the browser: do not open it
  --unseal-key  put the practice's key back from this computer's key store into its file
  --help        show this`

/** The options, or a sentence about what is wrong with them. */
export function readStartOptions(args: readonly string[]): StartOptions | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { data, port, sample = false, 'no-open': noOpen = false, web = false, 'unseal-key': unsealKey = false, help = false } = parsed
  if (port !== undefined && !/^\d{1,5}$/.test(port)) return `--port takes a number, not “${port}”.`
  if (Number(port ?? 0) > 65_535) return 'Ports end at 65535.'
  if (data === '') return '--data takes a folder.'
  return {
    data: data === undefined ? undefined : resolve(data),
    port: port === undefined ? undefined : Number(port),
    sample,
    open: !noOpen,
    web: web || port !== undefined,
    unsealKey,
    help,
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        sample: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        web: { type: 'boolean' },
        'unseal-key': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    return values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
