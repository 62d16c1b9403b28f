// The door on its own: a command is one transaction with its audit line and its reply, done once, whole or not at all.

import { beforeEach, describe, expect, it } from 'vitest'
import { bug, makeDoor, note, refused } from '../support/small-door.ts'

let door: ReturnType<typeof makeDoor>
beforeEach(() => {
  door = makeDoor()
})

describe('a command', () => {
  it('is saved with one audit line that names who, when, what, why and each record', async () => {
    expect(await door.send('owner', 'addTwice', note('Body', { reason: 'For the new treatments' }))).toEqual({
      output: { id: 1, name: 'Body' },
    })
    const [line] = door.rows('SELECT * FROM audit')
    expect(line).toMatchObject({
      at: '2026-11-24T08:30:00.000Z',
      staffId: 1,
      procedure: 'notes.addTwice',
      reason: 'For the new treatments',
    })
    expect(JSON.parse(String(line!['payload']))).toEqual([
      { record: 'categories', id: 1, after: { name: 'Body', nameKey: 'body', position: 1 } },
      { record: 'categories', id: 1, after: { name: 'again' } },
    ])
    expect(door.rows('SELECT * FROM auditRecords')).toEqual([{ auditId: 1, record: 'categories', recordId: 1 }])
  })

  it.each([
    ['it is refused', 'addAndRefuse', refused('staff.lastOwner')],
    ['its output is not what the contract says', 'addBadly', bug],
  ])('saves nothing at all when %s', async (_when, verb, reply) => {
    expect(await door.send('owner', verb, note('Body'))).toEqual(reply)
    expect([door.saved(), door.rows('SELECT * FROM audit'), door.rows('SELECT * FROM replies')]).toEqual([[], [], []])
  })

  it('turns a broken constraint into its refusal', async () => {
    await door.send('owner', 'add', note('Body'))
    expect(await door.send('owner', 'add', note('body'))).toEqual(refused('name.taken', { what: 'category', name: 'body' }))
  })

  it('is done once and answered twice when it comes twice', async () => {
    const input = note('Body')
    const first = await door.send('owner', 'add', input)
    expect(await door.send('owner', 'add', input)).toEqual(first)
    const together = await Promise.all(Array.from({ length: 5 }, () => door.send('owner', 'add', input)))
    expect(together).toEqual(Array(5).fill(first))
    expect([door.saved().length, door.rows('SELECT * FROM audit').length]).toEqual([1, 1])
  })

  it('can be sent again with the same key after it was refused', async () => {
    const input = note('Body')
    await door.send('owner', 'addAndRefuse', input)
    expect(await door.send('owner', 'add', input)).toEqual({ output: { id: 1, name: 'Body' } })
  })

  it('refuses a key that was used for other input, for another procedure or by another person', async () => {
    const input = note('Body')
    await door.send('owner', 'add', input)
    expect(await door.send('owner', 'add', { ...input, name: 'Face' })).toEqual(refused('call.keyReused'))
    expect(await door.send('owner', 'addTwice', input)).toEqual(refused('call.keyReused'))
    door.sessions.signIn('owner', 2)
    door.file.exec(`UPDATE staff SET role = 'administrator' WHERE id = 2`)
    expect(await door.send('owner', 'add', input)).toEqual(refused('call.keyReused'))
    expect(door.saved().length).toBe(1)
  })

  it('keeps no secret anywhere', async () => {
    await door.send('owner', 'act', { passwordHash: 'wintergreen-secret' })
    expect(JSON.stringify(['audit', 'auditRecords', 'replies'].map((t) => door.rows(`SELECT * FROM ${t}`)))).not.toContain('wintergreen')
    expect(door.rows('SELECT payload FROM audit')[0]!['payload']).toBe(
      '[{"record":"staff","id":1,"before":{"passwordHash":null},"after":{"passwordHash":"(secret)"}}]',
    )
  })

  it('says so when the disk is full or the file can’t be written, and saves nothing', async () => {
    door.file.pragma(`max_page_count = ${door.file.pragma('page_count', { simple: true }) as number}`)
    expect(await door.send('owner', 'add', note('x', { reason: 'y'.repeat(200_000) }))).toEqual(refused('data.diskFull'))
    door.file.pragma('max_page_count = 1000000')
    door.file.pragma('query_only = ON')
    expect(await door.send('owner', 'add', note('Body'))).toEqual(refused('data.readOnly'))
    door.file.pragma('query_only = OFF')
    expect(await door.send('owner', 'add', note('Body'))).toEqual({ output: { id: 1, name: 'Body' } })
  })
})
