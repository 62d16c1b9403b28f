// Defining a package: the list and the editor, as a person at the desk names things.

import { expect, type Page } from '@playwright/test'

export class PackagesPage {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  open = () => this.page.goto('/packages')
  row = (name: string) => this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) })

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
