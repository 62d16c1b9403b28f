// The least that a start can be: the runtime, the library, the encrypted file, and the statements of one week.

import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'

const { path, key, steps } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const file = new Database(path)
file.pragma(`cipher = 'aegis'`)
file.pragma(`key = 'raw:${key.key}${key.salt}'`)
file.pragma('journal_mode = WAL')
for (const { sql, parameters } of steps) file.prepare(sql).all(...parameters)
file.close()
