// What a service is given, by the kind of its procedure. A command has no db: with one SQLite connection,
// using the outer handle inside a transaction would wait for itself for ever.

import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { ContractRouterClient } from '@orpc/contract'
import type { Db, Tx } from '../db/handles.ts'
import type { Contract } from '../shared/contract/index.ts'
import type { Instant, LocalDate, LocalDateTime } from '../shared/dates.ts'
import type { Role } from '../shared/domain/words.ts'
import type { Grant } from '../shared/permissions.ts'
import type { Host } from './host.ts'

export interface Caller {
  id: number
  name: string
  role: Role
  isPractitioner: boolean
}

/** Who asks, and when: the clock is read once, at the door. */
interface Asked<S> {
  staff: S
  /** What the permission grants: everything, or only one's own appointments. */
  scope: Grant
  today: LocalDate
  now: LocalDateTime
  instant: Instant
}

export type QueryContext<S = Caller> = Asked<S> & { db: Db; host: Pick<Host, 'sessions' | 'sample' | 'backupFolder'> }
export type CommandContext<S = Caller> = Asked<S> & { tx: Tx }
/** `client` dispatches procedures as the same person, system ones included. */
export type ActionContext<S = Caller> = Asked<S> & { db: Db; client: ContractRouterClient<Contract>; host: Host; sessionId: string }

interface ContextOf<S> {
  query: QueryContext<S> & { sessionId: string }
  command: CommandContext<S>
  action: ActionContext<S>
}

type CallerOf<A> = A extends 'public' | 'system' ? Caller | null : Caller
type ContextFor<M> = M extends { kind: infer K extends keyof ContextOf<Caller>; access: infer A } ? ContextOf<CallerOf<A>>[K] : never

/** The shape of the router: for each procedure of the contract, the one function that serves it. */
export type Services<C> =
  C extends ContractProcedure<infer I, infer O, infer _E, infer M>
    ? (context: ContextFor<M>, input: InferSchemaOutput<I>) => Promise<InferSchemaInput<O>>
    : { [K in keyof C]: Services<C[K]> }
