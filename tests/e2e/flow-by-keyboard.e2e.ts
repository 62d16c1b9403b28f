// The same main job with the keyboard alone: nothing here touches the mouse, and nothing is found but by focus and keys.

import { makeClient, makeService } from '../support/make.ts'
import { CalendarPage } from './pages/calendar.ts'
import { expect, test } from './support/fixtures.ts'
import { tabTo } from './support/keyboard.ts'

test('a package is defined, sold and booked off with the keyboard alone', { tag: '@desktop' }, async ({ page, desk }) => {
  await makeService(desk, { name: 'Deep tissue 45' })
  await makeClient(desk, { givenName: 'Ngozi', familyName: 'Achebe' })

  await page.goto('/packages')
  await expect(page.getByText('No packages yet')).toBeVisible()
  await tabTo(page, /^New package/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await page.keyboard.type('Relax 10')
  await tabTo(page, /^Service/)
  await page.keyboard.type('deep')
  await expect(page.getByRole('option', { name: 'Deep tissue 45' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, /^Package price/)
  await page.keyboard.type('800')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Relax 10 is saved.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Packages', level: 1 })).toBeVisible() // the editor has let go of the keys

  await page.keyboard.press('/')
  await page.keyboard.type('ache')
  await expect(page.getByRole('option', { name: /Ngozi Achebe/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ngozi Achebe' })).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByRole('textbox', { name: 'Package' })).toBeFocused()
  await page.keyboard.type('rel')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Sell and take 840.00/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Relax 10' })).toContainText('10 left')

  const calendar = new CalendarPage(page)
  await page.keyboard.press('b')
  await expect(calendar.booking().getByRole('combobox', { name: 'Service' })).toBeFocused()
  await page.keyboard.type('deep')
  await page.keyboard.press('Enter')
  await tabTo(page, /^Practitioner/)
  await page.keyboard.type('elena')
  await page.keyboard.press('Enter')
  await tabTo(page, /^From/)
  await page.keyboard.type('10:00')
  await expect(calendar.booking().getByText('10 left → 9')).toBeVisible()
  await expect(calendar.booking()).toContainText('0 of 10 scheduled, 10 to schedule')
  await page.keyboard.press('Enter')
  await expect(calendar.tile('Ngozi Achebe')).toBeFocused()
  await expect(calendar.tile('Ngozi Achebe')).toHaveAccessibleName(/^Ngozi Achebe, 10:00 to 10:45, .*Relax 10, 1 of 10/)

  await page.keyboard.down('Alt')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.up('Alt')
  await expect(calendar.tile('Ngozi Achebe')).toHaveAccessibleName(/10:30 to 11:15/)
  await page.keyboard.press('x')
  await expect(page.getByRole('button', { name: /^Cancel appointment/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Ngozi Achebe is cancelled late\. Relax 10: 10 sessions left\./)).toBeVisible()
})
