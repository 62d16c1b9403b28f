// The headers of every answer. No address here allows anything inline, evaluated or from elsewhere;
// Mantine's style elements are let in by a nonce that is new at each load.

/** `nonce` null: no style element is let in at all. */
export const contentSecurityPolicy = (nonce: string | null): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `worker-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
  'content-security-policy': contentSecurityPolicy(null),
  'cache-control': 'no-store',
}

/** An answer with the headers that keep it safe; `headers` are added and win. */
export const safeResponse = (body: BodyInit | null, status: number, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { ...ALWAYS, ...headers } })

export const textResponse = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  safeResponse(`${text}\n`, status, { 'content-type': 'text/plain; charset=utf-8', ...headers })
