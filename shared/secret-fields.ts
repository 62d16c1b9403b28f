// The names of fields whose values are never stored in the audit or logged, whichever procedure they come by.

export const SECRET_FIELDS: ReadonlySet<string> = new Set(['password', 'pin', 'passwordHash', 'pinHash', 'modelKey'])
