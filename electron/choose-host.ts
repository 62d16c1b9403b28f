// Whether `npm start` opens Tenpack's own window or goes to the browser, and why, in words for the person who started it.

import { existsSync, readFileSync } from 'node:fs'
import type { Runtime } from './runtime.ts'

/** What this machine is like, as far as it matters. */
export interface Machine {
  platform: NodeJS.Platform
  isRoot: boolean
  hasDisplay: boolean
  /** Linux: whether any program may make the namespaces that Chromium's sandbox needs. */
  hasUserNamespaces: boolean
}

export type Choice = { window: string } | { browser: string } | { fetch: string }

/** `fetch`: the runtime would have to be fetched first, for this reason. */
export function chooseHost(machine: Machine, runtime: Runtime): Choice {
  const no = whyNoWindow(machine)
  if (no !== undefined) return { browser: no }
  if (runtime.program === null)
    return { fetch: runtime.found === null ? 'Electron’s runtime is not installed' : 'Electron’s runtime is broken' }
  if (runtime.found !== runtime.wanted)
    return { fetch: `Electron’s runtime is version ${runtime.found ?? 'unknown'}, and this Tenpack needs ${runtime.wanted}` }
  if (machine.platform === 'linux' && !machine.hasUserNamespaces && !runtime.hasSandboxHelper)
    return { browser: 'this system does not let Chromium’s sandbox run (unprivileged user namespaces are switched off)' }
  return { window: runtime.program }
}

function whyNoWindow({ platform, isRoot, hasDisplay }: Machine): string | undefined {
  if (platform !== 'linux') return undefined
  if (isRoot) return 'Chromium’s sandbox does not run as root, and Tenpack does not run without it'
  if (!hasDisplay) return 'there is no display'
  return undefined
}

export function thisMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']),
    hasUserNamespaces: !SWITCHES.some(({ path, off }) => existsSync(path) && readFileSync(path, 'utf8').trim() === off),
  }
}

/** The switches of Debian, of the kernel itself, and of Ubuntu's AppArmor. */
const SWITCHES = [
  { path: '/proc/sys/kernel/unprivileged_userns_clone', off: '0' },
  { path: '/proc/sys/user/max_user_namespaces', off: '0' },
  { path: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', off: '1' },
]
