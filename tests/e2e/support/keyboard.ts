// Going through a screen by the keyboard alone.

import type { Page } from '@playwright/test'

/** Presses Tab until what has the focus is called that. */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    const focused = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      return at?.ariaLabel ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? ''
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${String(name)}`)
}
