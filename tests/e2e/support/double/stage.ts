// What the double of Electron was set to and what happened on it. Whatever real Electron would refuse or a person left
// unanswered is a failure here: written down, so that a test fails even where the app itself caught the error.

export interface Settings {
  /** Where main.cjs and its package.json belong. */
  appPath: string
  /** The system's own folders and key ring, apart from the app's. */
  systemFolder: string
  isPackaged: boolean
  /** What safeStorage works with; `basic_text` is a Linux without a key ring. */
  keyRing: 'gnome_libsecret' | 'basic_text'
  isDark: boolean
  chromium: string | null
  timezone: string
  /** For what is asked at once. */
  answers: Answer[]
}

/** What a person does when asked; given before they are asked. */
export type Answer =
  | { kind: 'message'; button: string }
  /** Null: cancelled. `staysOpen`: the dialog is not answered at all. */
  | { kind: 'save'; path: string | null; staysOpen?: boolean }
  | { kind: 'open'; paths: string[] }
  | { kind: 'print'; outcome: 'done' | 'cancelled' | 'failed' }

export interface Asked {
  kind: Answer['kind'] | 'error'
  message: string
  detail: string
}

/** The one screen; a window fills it. */
export const AREA = { x: 0, y: 0, width: 1366, height: 768 }

const given = process.env['TENPACK_DOUBLE']
if (given === undefined) throw new Error('The double of Electron is started by tests/e2e/support/double/start.ts')
delete process.env['TENPACK_DOUBLE']

const settings = JSON.parse(given) as Settings

export const stage = {
  settings,
  isReady: false,
  /** Where a test can look at Chromium's pages, once it is up. */
  debugAddress: null as string | null,
  failures: [] as string[],
  answers: settings.answers,
  asked: [] as Asked[],
  /** Addresses given to the system's browser. */
  opened: [] as string[],
  /** Requests that the app itself let out to a network; the double stops them. */
  network: [] as string[],
  downloads: [] as string[],
}

export function fail(what: string): Error {
  stage.failures.push(what)
  process.stderr.write(`Double of Electron: ${what}\n`)
  return new Error(what)
}

export function mustBeReady(what: string): void {
  if (!stage.isReady) throw fail(`${what} before app is ready`)
}

export function takeAnswer<K extends Answer['kind']>(kind: K, message: string, detail = ''): Extract<Answer, { kind: K }> {
  stage.asked.push({ kind, message, detail })
  const answer = stage.answers.shift()
  if (answer === undefined) throw fail(`Nobody answered the ${kind} dialog “${message}”`)
  if (answer.kind !== kind) throw fail(`The ${kind} dialog “${message}” came where an answer to ${answer.kind} was given`)
  return answer as Extract<Answer, { kind: K }>
}
