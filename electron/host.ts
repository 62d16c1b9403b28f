// What a host (the web host or Electron's main process) lends to actions: sign-in state, documents, the file itself.

import type { Invoice } from '../shared/contract/invoices.ts'
import type { RefundNote, Statement } from '../shared/contract/reports.ts'
import type { UpdateState } from '../shared/contract/updates.ts'
import type { LocalDate } from '../shared/dates.ts'
import type { z } from 'zod'
import type { Message } from './model-talk.ts'

/** Who is signed in behind one window, kept in memory only: a restart asks for the password again. */
export interface Sessions {
  staffOf(sessionId: string): number | null
  isLocked(sessionId: string): boolean
  signIn(sessionId: string, staffId: number): void
  lock(sessionId: string): void
  unlock(sessionId: string): void
  signOut(sessionId: string): void
  /** A PIN only re-opens what a password opened that day on this machine. */
  gavePassword(staffId: number, day: LocalDate): void
  gavePasswordOn(staffId: number): LocalDate | null
}

export interface InvoicePaper {
  kind: 'invoice'
  invoice: z.output<typeof Invoice>
  practice: z.output<typeof Statement>['practice'] & { paper: 'A4' | 'LETTER'; country: string }
  client: { name: string; address: string }
}
export interface StatementPaper {
  kind: 'statement'
  statement: z.output<typeof Statement>
  showAmounts: boolean
}
export interface LettersPaper {
  kind: 'letters'
  practice: { name: string; address: string; phone: string; email: string; paper: 'A4' | 'LETTER' }
  madeOn: LocalDate
  /** One page each. remaining null: without a limit. */
  letters: { name: string; address: string; packageName: string; remaining: number | null; end: LocalDate | null }[]
}
export interface RefundNotePaper {
  kind: 'refundNote'
  practice: InvoicePaper['practice']
  client: { name: string; address: string }
  note: z.output<typeof RefundNote>
}
export type Paperwork = InvoicePaper | StatementPaper | LettersPaper | RefundNotePaper

export interface DocumentFile {
  fileName: string
  contentType: string
  bytes: Uint8Array
  /** Of an invoice: that it was printed or saved is noted with it. */
  invoice?: { id: number; clientIds: readonly number[] }
}

export interface Documents {
  /** Draws in a worker; the bytes are kept for the session that asked and fetched by GET /documents/ID. */
  draw(sessionId: string, work: Paperwork, fileName: string): Promise<{ documentId: string; pages: number }>
  /** Keeps a file that was made without drawing, to be fetched in the same way. */
  keep(sessionId: string, file: DocumentFile): string
  /** What was drawn, for the session that asked and no other; null when it is not kept any more. */
  find(sessionId: string, documentId: string): DocumentFile | null
}

/** 'browser': the browser that shows the page does it. */
export type PaperOutcome = 'done' | 'cancelled' | 'browser'

export type NamedDocument = DocumentFile & { documentId: string }

/** What becomes of a document outside the app. */
export interface Paper {
  print(document: NamedDocument): Promise<PaperOutcome>
  save(document: NamedDocument): Promise<PaperOutcome>
}

/** What stands in unsaved forms, by window and name of the form. */
export interface Drafts {
  keep(sessionId: string, name: string, values: string): void
  find(sessionId: string, name: string): string | null
  drop(sessionId: string, name: string): void
}

/** Where this computer keeps the key of the open practice. */
export interface KeyPlace {
  now(): Promise<{ place: 'file' | 'keyStore'; canMove: boolean }>
  /** At each start: into the key store where there is one, unless a person put it back into its file. */
  settle(): Promise<void>
  seal(): Promise<void>
  unseal(): Promise<void>
}

export type FoundUpdate = z.output<typeof UpdateState>

/** New versions of this app, where the host can install them. */
export interface Updates {
  version: string
  canInstallFile: boolean
  found(): FoundUpdate
  /** Nothing is asked of the internet before this said so, or after it said no. */
  setChecking(isOn: boolean): void
  check(): void
  install(): void
  installFile(): Promise<'installing' | 'cancelled'>
}

/** key: null where the server wants none. */
export interface ModelConnection {
  address: string
  model: string
  key: string | null
}

/** A language model somewhere else, asked only when a person wants it. */
export interface LanguageModel {
  /** Gives what it answered; a refusal is thrown when it does not. */
  ask(connection: ModelConnection, messages: readonly Message[]): Promise<string>
  /** Nothing is waited for any more: the app closes. */
  stop(): void
}

export interface SampleMaker {
  start(): void
  progress(): { state: 'idle' | 'working' | 'done' | 'failed'; done: number; of: number; message: string }
}

/** A query as dispatch has checked it: its name, its input, who asks and when. */
export interface AskedRead {
  name: string
  input: unknown
  asked: object
}

export interface HeavyReads {
  /** What the query answers; a refusal is thrown as one. */
  serve(read: AskedRead): Promise<unknown>
  /** Lets go of the file once no query is being served; the next one opens it again. */
  close(): Promise<void>
}

export interface Host {
  sessions: Sessions
  /** Absent: heavy queries are served like any other. */
  heavyReads?: HeavyReads
  documents: Documents
  paper: Paper
  drafts: Drafts
  keyPlace: KeyPlace
  updates: Updates
  languageModel: LanguageModel
  sample: SampleMaker
  backupFolder: string
  /** Makes a verified copy of the open file in the backup folder. */
  makeCopy(at: LocalDate): Promise<{ fileName: string; bytes: number }>
}
