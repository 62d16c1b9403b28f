// The calendar of a day: slots, tiles, the drawer that books and the one of an appointment.

import { expect, type Locator, type Page } from '@playwright/test'

export class CalendarPage {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  open = (day = '2026-11-24') => this.page.goto(`/calendar?day=${day}`)
  booking = () => this.page.getByRole('dialog', { name: 'Book appointment' })
  tile = (client: string) => this.page.getByRole('button', { name: new RegExp(`^${client}, `) })
  panel = () => this.page.getByRole('dialog')

  /** Clicks the free slot of a practitioner at a time of the day. */
  async clickSlot(practitioner: string, time: string): Promise<void> {
    const body = this.page.locator('[data-slot]').locator('..') // every tile and slot is a child of the one body
    const [column, whole] = [await boxOf(this.head(practitioner)), await boxOf(body)]
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const y = ((hours * 60 + minutes) / (24 * 60)) * whole.height + 3
    await body.click({ position: { x: column.x + column.width / 2 - whole.x, y } })
  }

  async chooseClient(typed: string, name: string): Promise<void> {
    await this.booking().getByRole('textbox', { name: 'Client' }).fill(typed)
    await this.page.getByRole('option', { name: new RegExp(name) }).click()
  }

  async chooseService(name: string): Promise<void> {
    await this.booking().getByRole('combobox', { name: 'Service' }).click()
    await this.page.getByRole('option', { name, exact: true }).click()
  }

  private head = (practitioner: string) => this.page.getByRole('group').getByText(practitioner, { exact: true })
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await expect(locator).toBeVisible()
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return box
}
