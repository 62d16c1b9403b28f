// Whether this is the long run: the figures of the quality page, and answers that come late in the browser.

export const LONG = process.env['LONG'] !== undefined || process.env['TENPACK_LONG'] !== undefined
