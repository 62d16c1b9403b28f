// What makes two names the same name: "CAFÉ" and "Café" are, however the é was typed.
// Unique indexes rest on this key, since SQLite folds ASCII letters only.

export const nameKeyOf = (name: string): string => name.normalize('NFC').toLowerCase()
