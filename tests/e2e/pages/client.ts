// The page of one client: selling a package and reading what is left of it.

import { expect, type Page } from '@playwright/test'

export class ClientPage {
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  open = (id: number, tab = 'packages') => this.page.goto(`/clients/${id}?tab=${tab}`)
  card = (packageName: string) => this.page.getByRole('article', { name: packageName })

  /** Sells and takes the payment that is prefilled. */
  async sell(packageName: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Sell package' }).first().click()
    const drawer = this.page.getByRole('dialog', { name: /^Sell to/ })
    await drawer.getByLabel('Package', { exact: true }).fill(packageName.slice(0, 4))
    await this.page.getByRole('option', { name: packageName }).click()
    await drawer.getByRole('button', { name: /^Sell and take/ }).click()
    await expect(drawer).toBeHidden()
  }
}
