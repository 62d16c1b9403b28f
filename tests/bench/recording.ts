// Every statement of a piece of work with its values, to be replayed raw: the least that the same answers can cost.

import type { Statement } from 'better-sqlite3'
import type { File } from '../../db/connect.ts'

export interface Step {
  sql: string
  parameters: unknown[]
  reads: boolean
}

/** What `work` asks of the database while it runs; nothing else may use any file meanwhile. */
export async function recording(file: File, work: () => Promise<void>): Promise<Step[]> {
  const steps: Step[] = []
  const prototype = Object.getPrototypeOf(file.prepare('SELECT 1')) as Record<'all' | 'run', (...parameters: unknown[]) => unknown>
  const { all, run } = prototype
  const recorded = (method: typeof all, reads: boolean) =>
    function (this: { source: string }, ...parameters: unknown[]) {
      steps.push({ sql: this.source, parameters, reads })
      return method.apply(this, parameters)
    }
  prototype.all = recorded(all, true)
  prototype.run = recorded(run, false)
  try {
    await work()
  } finally {
    Object.assign(prototype, { all, run })
  }
  return steps
}

/** Each statement is prepared once, as the app's own are. */
export function replay(file: File, steps: readonly Step[]): void {
  const prepared = new Map<string, Statement<unknown[]>>()
  for (const { sql, parameters, reads } of steps) {
    let statement = prepared.get(sql)
    if (!statement) prepared.set(sql, (statement = file.prepare<unknown[]>(sql)))
    if (reads) statement.all(...parameters)
    else statement.run(...parameters)
  }
}
