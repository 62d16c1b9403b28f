// The store of documents and its worker: who may fetch what, for how long, and what a crash costs.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { makeDocuments } from '../../electron/documents/documents.ts'
import { makeInvoice, makeStatement, manyVisits, packageW1 } from './papers.ts'
import { documents, FONTS, printBytes } from './printing.ts'

const folder = mkdtempSync(join(tmpdir(), 'tenpack-documents-'))
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await documents.close()
})
const limits = { perSession: 20, keptMinutes: 60, drawingSeconds: 60 }

it('makes the same bytes from the same paper, also in another worker', async () => {
  const other = makeDocuments({ fonts: FONTS })
  const paper = makeStatement({ packages: [packageW1, manyVisits(40)] })
  const first = await printBytes(paper)
  await printBytes(makeInvoice())
  const second = await printBytes(paper)
  const { documentId } = await other.draw('x', paper, 'x.pdf')
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  expect(Buffer.compare(first.bytes, other.find('x', documentId)?.bytes ?? new Uint8Array())).toBe(0)
  await other.close()
})

it('gives a document to the session that asked and to no other', async () => {
  const { documentId, pages } = await documents.draw('mine', makeInvoice(), 'Invoice 1042 – Lee, Anna.pdf')
  expect(pages).toBe(1)
  expect(documents.find('mine', documentId)?.fileName).toBe('Invoice 1042 – Lee, Anna.pdf')
  expect(documents.find('yours', documentId)).toBeNull()
  expect(documents.find('mine', 'unknown')).toBeNull()
  documents.forget('mine')
  expect(documents.find('mine', documentId)).toBeNull()
})

it('keeps the newest documents of a session', async () => {
  const store = makeDocuments({ fonts: FONTS, limits: { ...limits, perSession: 2 } })
  const ids: string[] = []
  for (let i = 0; i < 3; i++) ids.push((await store.draw('a', makeInvoice(), `${i}.pdf`)).documentId)
  const other = await store.draw('b', makeInvoice(), 'b.pdf')
  expect(ids.map((id) => store.find('a', id)?.fileName)).toEqual([undefined, '1.pdf', '2.pdf'])
  expect(store.find('b', other.documentId)).not.toBeNull()
  await store.close()
})

it('keeps a document for an hour', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { documentId } = await documents.draw('hour', makeInvoice(), 'a.pdf')
  vi.advanceTimersByTime(59 * 60_000)
  expect(documents.find('hour', documentId)).not.toBeNull()
  vi.advanceTimersByTime(60_000)
  expect(documents.find('hour', documentId)).toBeNull()
})

it('tells of a worker that dies, and draws the next document with a new one', async () => {
  const fonts = join(folder, 'fonts')
  const store = makeDocuments({ fonts })
  const lost = await Promise.allSettled([store.draw('a', makeInvoice(), '1.pdf'), store.draw('a', makeInvoice(), '2.pdf')])
  expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  cpSync(FONTS, fonts, { recursive: true })
  await expect(store.draw('a', makeInvoice(), '3.pdf')).resolves.toMatchObject({ pages: 1 })
  await store.close()
})

it('ends a drawing that takes too long, and draws again', async () => {
  const store = makeDocuments({ fonts: FONTS, limits: { ...limits, drawingSeconds: 0.02 } })
  await expect(store.draw('a', makeStatement({ packages: Array.from({ length: 20 }, () => manyVisits(200)) }), 'a.pdf')).rejects.toThrow()
  await store.close()
})

it('answers for a paper that can’t be drawn without losing the others', async () => {
  const { packages: _, ...broken } = makeStatement().statement
  const [bad, good] = await Promise.allSettled([
    documents.draw('a', { kind: 'statement', showAmounts: true, statement: broken as never }, 'bad.pdf'),
    documents.draw('a', makeInvoice(), 'good.pdf'),
  ])
  expect(bad.status).toBe('rejected')
  expect(good.status).toBe('fulfilled')
})
