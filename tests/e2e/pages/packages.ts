// Defining a package: the list and the editor, as a person at the desk names things.

import { expect, type Page } from '@playwright/test'

export class PackagesPage {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  open = () => this.page.goto('/packages')
  row = (name: string) => this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) })

  /** By its handle, to the place of another, as a hand does: in steps. */
  async drag(name: string, to: string): Promise<void> {
    const handle = this.page.getByRole('button', { name: `Move ${name}` })
    const target = this.page.getByRole('button', { name: `Move ${to}` })
    await handle.scrollIntoViewIfNeeded()
    const [from, over] = [await handle.boundingBox(), await target.boundingBox()]
    if (!from || !over) throw new Error('A handle is not on the screen')
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + from.width / 2, over.y + over.height / 2, { steps: 12 })
    await this.page.mouse.up()
  }

  async define(terms: { name: string; service: string; sessions: number; price: string }): Promise<void> {
    await this.start(terms)
    await this.page.getByRole('button', { name: 'Save package' }).click()
    await expect(this.row(terms.name)).toBeVisible()
  }

  /** Fills the editor of a new package and leaves it open. */
  async start({ name, service, sessions, price }: { name: string; service: string; sessions: number; price: string }): Promise<void> {
    await this.page.getByRole('link', { name: 'New package' }).first().click()
    await this.page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    const item = this.page.getByRole('group', { name: 'Item 1' })
    await item.getByRole('combobox', { name: 'Service' }).click()
    await this.page.getByRole('option', { name: service, exact: true }).click()
    await this.page.keyboard.press('Escape')
    await item.getByLabel('Sessions').fill(String(sessions))
    await this.page.getByRole('textbox', { name: 'Package price' }).fill(price)
  }
}
