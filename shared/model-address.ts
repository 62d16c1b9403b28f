// The address of a language model, as a person types it: of a chat-completions interface like OpenAI's, such as
// https://api.example.com/v1, or http://localhost:11434/v1 for one on the same computer.

const ENDING = /(\/chat\/completions)?\/*$/

/** In the form that it is kept in, without what is always called there; null when it can't be one. */
export function modelAddressOf(typed: string): string | null {
  if (!URL.canParse(typed.trim())) return null
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(typed.trim())
  if (protocol !== 'https:' && !(protocol === 'http:' && isNear(hostname))) return null
  if (username || password || search || hash) return null
  return `${origin}${pathname.replace(ENDING, '') || '/v1'}`
}

/** On this computer or in the same network: only there may it go unencrypted. */
function isNear(host: string): boolean {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host)
  if (host.startsWith('[')) return host === '[::1]' || /^\[f[cd]/.test(host)
  return !host.includes('.') || /\.(local|lan|internal|localhost)$/.test(host)
}
