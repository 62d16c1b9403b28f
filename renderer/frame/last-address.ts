// Where this window was when it was closed, so that it opens there again. Only the path: no words that were searched for.

const KEY = 'tenpack.address'
const ROOMS = /^\/(calendar|clients|packages|sales|settings)(\/[a-z0-9]+)*$/

export const rememberAddress = (path: string): void => localStorage.setItem(KEY, path)

export function lastAddress(): string {
  const path = localStorage.getItem(KEY) ?? ''
  return ROOMS.test(path) ? path : '/calendar'
}
