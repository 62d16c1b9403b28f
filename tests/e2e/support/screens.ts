// Every screen there is, by address, for the pictures and for the accessibility check. A new screen is one more line here.

import type { Page } from '@playwright/test'
import type { Client } from '../../support/app.ts'

export interface Ids {
  client: number
  soldPackage: number
  renewedPackage: number
  openInvoice: number
  appointment: number
  practitioner: number
  day: string
}

export interface Screen {
  name: string
  address: (ids: Ids) => string
  /** What a person does there before it looks as it should. */
  prepare?: (page: Page) => Promise<void>
}

const press = (key: string, dialog: RegExp) => async (page: Page) => {
  await page.keyboard.press(key)
  await page.getByRole('dialog', { name: dialog }).waitFor()
}

/** On the first package of the client that offers it. */
async function chooseOnCard(page: Page, item: string): Promise<void> {
  const menus = page.getByRole('button', { name: /^More about/ })
  for (let i = 0; i < (await menus.count()); i++) {
    await menus.nth(i).click()
    await page.getByRole('menu').waitFor()
    const wanted = page.getByRole('menuitem', { name: item })
    if (await wanted.isVisible()) {
      await wanted.click()
      return page.getByRole('dialog').waitFor()
    }
    await page.keyboard.press('Escape')
  }
  throw new Error(`No package offers “${item}”`)
}

export const SCREENS: readonly Screen[] = [
  { name: 'calendar', address: ({ day }) => `/calendar?day=${day}` },
  { name: 'calendar-week', address: ({ day, practitioner }) => `/calendar?day=${day}&view=week&practitioner=${practitioner}` },
  { name: 'appointment', address: ({ day, appointment }) => `/calendar?day=${day}&appointment=${appointment}` },
  {
    name: 'booking',
    address: ({ day, client, practitioner }) => `/calendar?day=${day}&book=${client}&practitioner=${practitioner}&at=${day}T10:00`,
  },
  { name: 'cancelling', address: ({ day, appointment }) => `/calendar?day=${day}&appointment=${appointment}&doing=cancel` },
  { name: 'clients', address: () => '/clients' },
  { name: 'client', address: ({ client }) => `/clients/${client}` },
  { name: 'client-packages', address: ({ client }) => `/clients/${client}?tab=packages` },
  { name: 'client-appointments', address: ({ client }) => `/clients/${client}?tab=appointments` },
  { name: 'client-invoices', address: ({ client }) => `/clients/${client}?tab=invoices` },
  {
    name: 'client-linked',
    address: ({ client }) => `/clients/${client}?tab=linked`,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^(Link client|Change)$/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'sell',
    address: ({ client }) => `/clients/${client}?tab=packages`,
    prepare: async (page) => {
      await press('s', /^Sell to/)(page)
      await page.getByRole('option').first().click()
      await page.getByRole('button', { name: /^Sell/ }).last().waitFor()
    },
  },
  {
    name: 'assign',
    address: ({ client }) => `/clients/${client}?tab=packages`,
    prepare: async (page) => {
      await press('s', /^Sell to/)(page)
      await page.getByRole('option').first().click()
      await page.getByText('Without one for now').click()
      await page.getByRole('button', { name: 'Schedule visits' }).click()
      await page.getByRole('listitem').filter({ hasText: /On / }).first().waitFor()
    },
  },
  {
    name: 'statement',
    address: ({ client }) => `/clients/${client}/statement`,
    prepare: (page) => page.locator('canvas').first().waitFor(),
  },
  { name: 'packages', address: () => '/packages' },
  {
    name: 'packages-price',
    address: () => '/packages',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Change the price of/ })
        .first()
        .click()
      await page.getByText('For later sales only').waitFor()
    },
  },
  { name: 'client-packages-list', address: () => '/packages/sold' },
  { name: 'running-low', address: () => '/packages/low' },
  {
    name: 'package-usage',
    address: ({ soldPackage }) => `/packages/${soldPackage}/usage`,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Show the timeline/ })
        .first()
        .click()
      await page.getByRole('list', { name: /^Timeline of/ }).waitFor()
    },
  },
  {
    name: 'schedule-visits',
    address: ({ client }) => `/clients/${client}?tab=packages`,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Schedule / })
        .first()
        .click()
      await page.getByRole('listitem').filter({ hasText: /On / }).first().waitFor()
    },
  },
  ...(
    [
      'Adjust sessions …',
      'Change the end …',
      'Put on hold …',
      'Transfer …',
      'Upgrade …',
      'Merge …',
      'Edit the split …',
      'Notes …',
      'Cancel package …',
    ] as const
  ).map((doing) => ({
    name: doing.replace(' …', '').toLowerCase().replaceAll(' ', '-'),
    address: ({ client }: Ids) => `/clients/${client}?tab=packages`,
    prepare: async (page: Page) => {
      await chooseOnCard(page, doing)
      if (doing === 'Upgrade …') await page.getByRole('option').first().click()
    },
  })),
  ...(['Authorised by an insurer …', 'Put earlier visits on it …'] as const).map((doing) => ({
    name: doing.replace(' …', '').toLowerCase().replaceAll(' ', '-'),
    address: ({ client }: Ids) => `/clients/${client}?tab=packages`,
    prepare: async (page: Page) => {
      await page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: doing }).click()
      await page.getByRole('dialog').waitFor()
    },
  })),
  { name: 'package', address: () => '/packages/new' },
  {
    name: 'package-suggestion',
    address: ({ soldPackage }) => `/packages/${soldPackage}`,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Suggest description and category' }).click()
      await page.getByRole('region', { name: 'Suggestion' }).waitFor()
    },
  },
  { name: 'package-sold', address: ({ soldPackage }) => `/packages/${soldPackage}` },
  { name: 'package-terms', address: ({ soldPackage }) => `/packages/${soldPackage}/terms` },
  {
    name: 'package-versions',
    address: ({ renewedPackage }) => `/packages/${renewedPackage}`,
    prepare: (page) => page.getByRole('list', { name: /^Versions/ }).scrollIntoViewIfNeeded(),
  },
  { name: 'apply-terms', address: ({ renewedPackage }) => `/packages/${renewedPackage}/apply` },
  { name: 'sales', address: () => '/sales' },
  {
    name: 'invoice',
    address: ({ openInvoice }) => `/sales/${openInvoice}`,
    prepare: (page) => page.locator('canvas').first().waitFor(),
  },
  {
    name: 'payment',
    address: ({ openInvoice }) => `/sales/${openInvoice}`,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Take payment' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'payer',
    address: ({ openInvoice }) => `/sales/${openInvoice}`,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Bill to somebody else' }).click()
      await page.getByRole('radiogroup', { name: 'Who pays' }).waitFor()
    },
  },
  {
    name: 'category-merge',
    address: () => '/settings/categories',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Merge into another …' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  ...['practice', 'staff', 'services', 'products', 'categories', 'taxes', 'suggestions', 'updates', 'computer'].map((section) => ({
    name: `settings-${section}`,
    address: () => `/settings/${section}`,
  })),
  {
    name: 'search',
    address: ({ day }) => `/calendar?day=${day}`,
    prepare: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('ma')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'locked',
    address: ({ day }) => `/calendar?day=${day}`,
    prepare: async (page) => {
      await page.keyboard.press('Control+Shift+L')
      await page.getByLabel('PIN', { exact: true }).waitFor()
    },
  },
]

/** Goes there and waits until everything that was asked for has come. */
export async function showScreen(page: Page, { address, prepare }: Screen, ids: Ids): Promise<void> {
  await page.goto(address(ids))
  await page.getByRole('main').waitFor()
  await settled(page)
  await prepare?.(page)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  // What a new size sets off is seen from the second frame on.
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))))
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** Something to look at on every screen: a client with different packages, an unpaid invoice, a visit of the day. */
export async function findIds(call: Client, day: string): Promise<Ids> {
  const { tiles } = await call.appointments.onDays({ from: day, through: day })
  const packages = (await call.packages.list({ includeDeleted: false })).toSorted((a, b) => b.sold - a.sold)
  const renewedPackage = await findRenewed(
    call,
    packages.map((p) => p.id),
  )
  const sold = packages.find((p) => p.id !== renewedPackage)
  const [open] = (await call.invoices.list({ search: '', clientId: null, states: ['open', 'partPaid', 'overdue'], page: 1, pageSize: 1 }))
    .rows
  const visit = tiles.find((t) => t.packageName !== null && ['booked', 'confirmed'].includes(t.status))
  const client = await findTellingClient(call)
  if (!client || !sold?.sold || !renewedPackage || !open || !visit) throw new Error('This practice lacks what some screen shows')
  const practitioner = (await call.appointments.ofClient({ clientId: client }))[0]?.practitionerId ?? visit.practitionerId
  return { client, soldPackage: sold.id, renewedPackage, openInvoice: open.id, appointment: visit.id, practitioner, day }
}

const MOST_CANDIDATES = 60

/** A package that has new terms. */
async function findRenewed(call: Client, ids: readonly number[]): Promise<number | undefined> {
  for (const id of ids) if ((await call.packages.versions({ id })).length > 1) return id
  return undefined
}

/** Among those with a few active packages, the one whose packages differ the most. */
async function findTellingClient(call: Client): Promise<number | undefined> {
  const { rows } = await call.clients.list({ search: '', page: 1, pageSize: 200 })
  const few = rows
    .filter((c) => c.activePackages > 0)
    .toSorted((a, b) => Math.abs(a.activePackages - 2.5) - Math.abs(b.activePackages - 2.5))
  let best: { id: number; score: number } | undefined
  for (const { id } of few.slice(0, MOST_CANDIDATES)) {
    const active = (await call.clientPackages.ofClient({ clientId: id })).filter((p) => p.state === 'active')
    const states = new Set(active.flatMap((p) => p.items.flatMap((i) => i.pips.map((pip) => pip.state))))
    const score = 2 * new Set(active.map((p) => p.name)).size + states.size + active.flatMap((p) => p.items).length
    if (!best || score > best.score) best = { id, score }
  }
  return best?.id
}
