// The words of the frame: how old a copy is, which command is meant, whose initials, what an address may hold.

import { describe, expect, it } from 'vitest'
import { CalendarSearch, ClientsSearch, SalesSearch } from '../../renderer/addresses.ts'
import { initialsOf } from '../../renderer/components/avatar.tsx'
import { ageWords, copyTone, copyWords, sizeWords } from '../../renderer/frame/copy-age.ts'
import { commandsOf, matchesCommand } from '../../renderer/frame/search-commands.ts'

describe('the age of the last copy', () => {
  it.each([
    [0, 'just now'],
    [12, '12 min ago'],
    [59, '59 min ago'],
    [61, '1 h ago'],
    [47 * 60, '47 h ago'],
    [4 * 24 * 60, '4 days ago'],
  ])('after %i minutes it was %s', (minutes, words) => expect(ageWords(minutes)).toBe(words))

  it('no copy is said as such, and an alarm is an alarm even with one', () => {
    const newest = { fileName: 'practice 2026-11-24.tenpack' }
    expect(copyWords({ newest: null, ageMinutes: null, alarm: false })).toBe('No copy yet')
    expect(copyTone({ newest: null, ageMinutes: null, alarm: false })).toBe('warn')
    expect(copyTone({ newest, ageMinutes: 12, alarm: false })).toBe('good')
    expect(copyTone({ newest, ageMinutes: 5_000, alarm: true })).toBe('bad')
  })

  it('a size is told in the unit that fits', () => {
    expect(sizeWords(812)).toBe('1 kB')
    expect(sizeWords(1_482_112)).toBe('1.5 MB')
  })
})

describe('commands', () => {
  const none = () => undefined
  const commands = commandsOf({ navigate: none as never, lock: none, makeCopy: none, clientWord: 'patient', clientsWord: 'Patients' })
  const found = (text: string) => commands.filter((command) => matchesCommand(command, text)).map(({ words }) => words)

  it('each word typed begins one of the command’s, in any order', () => {
    expect(found('new')).toEqual(['Book appointment', 'New patient', 'New package'])
    expect(found('pac new')).toEqual(['New package'])
    expect(found('ew')).toEqual([])
  })
  it('the word for clients is the practice’s own, and “client” finds it too', () => {
    expect(found('pati')).toEqual(['New patient', 'Patients'])
    expect(found('clients')).toEqual(['Patients'])
  })
  it('sections of the settings are offered once something is typed', () => {
    expect(found('')).not.toContain('Settings: Taxes')
    expect(found('tax')).toEqual(['Settings: Taxes'])
  })
})

describe('initials', () => {
  it.each([
    ['Mara Ruiz', 'MR'],
    ['Dr Hana Sato', 'HS'],
    ['Maximiliane Alexandra von Hohenstein', 'MH'],
    ['Ольга', 'О'],
    ['د. ليلى الهاشمي', 'لا'],
    ['𝒜da 𝒵 Lovelace', '𝒜L'],
    ['<b>Bold</b>', 'B'],
    ['123', ''],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
})

describe('addresses', () => {
  it('keep what a screen knows', () => {
    expect(CalendarSearch.parse({ day: '2026-11-24', appointment: 12, book: 'new' })).toMatchObject({
      day: '2026-11-24',
      appointment: 12,
      book: 'new',
    })
  })
  it('drop what is alien, and the rest stays', () => {
    const alien = { day: '2026-02-30', appointment: '<script>', book: -1, view: 'year', other: 1 }
    expect(Object.values(CalendarSearch.parse(alien)).filter((v) => v !== undefined)).toEqual([])
    expect(ClientsSearch.parse({ search: 'x'.repeat(200), page: 2 })).toMatchObject({ page: 2 })
    expect(SalesSearch.parse({ states: ['open', 'sideways'], page: 0 })).toEqual({
      search: undefined,
      states: undefined,
      clientId: undefined,
      page: undefined,
    })
  })
})
