// The same thing edited in two windows: the first one is saved, the second is told, keeps what was typed and goes on from there.

import { localDate } from '../../shared/dates.ts'
import { formatMoney, formatPlainMoney } from '../../shared/format.ts'
import { newKey } from '../support/app.ts'
import { book, bookingOf, makeClient, makePackage, makeService, makeTax } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'

test(
  'a client edited in two windows keeps both changes, once the second has seen the first',
  { tag: '@web' },
  async ({ page, context, desk }) => {
    const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Hart', phone: '604 555 0100', email: 'anna@example.com' })
    await page.goto(`/clients/${id}`)
    await page.getByRole('button', { name: 'Edit Anna Hart' }).click()
    const form = page.getByRole('dialog', { name: 'Edit Anna Hart' })
    const [phone, notes] = [form.getByLabel('Phone'), form.getByLabel('Notes')]
    await phone.fill('604 555 0199')

    const other = await context.newPage()
    await other.goto(`/clients/${id}`)
    await other.getByRole('button', { name: 'Edit Anna Hart' }).click()
    await other.getByRole('dialog').getByLabel('Notes').fill('Prefers mornings')
    await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(other.getByText('Anna Hart saved')).toBeVisible()
    await other.close()

    await phone.press('Enter')
    await expect(form.getByRole('alert')).toContainText('Anna Hart was changed by you in another window meanwhile, so nothing was saved.')
    await expect(phone).toHaveValue('604 555 0199')
    expect(await desk.call.clients.get({ id })).toMatchObject({ phone: '604 555 0100', notes: 'Prefers mornings' })

    await expect(form.getByRole('button', { name: 'Show as it is now' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(form.getByText('This is how it is now. What you typed is kept.')).toBeVisible()
    await expect(phone).toHaveValue('604 555 0100')
    await expect(notes).toHaveValue('Prefers mornings')

    await expect(form.getByRole('button', { name: 'Put mine back' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(phone).toHaveValue('604 555 0199')
    await expect(notes).toHaveValue('Prefers mornings')
    await phone.press('Enter')
    await expect(page.getByText('Anna Hart saved')).toBeVisible()
    expect(await desk.call.clients.get({ id })).toMatchObject({ phone: '604 555 0199', notes: 'Prefers mornings' })
  },
)

test('the notes of a client changed elsewhere stand beside what is typed before they are replaced', async ({ page, desk }) => {
  const { number: _n, createdOn: _c, deleted: _d, ...read } = await makeClient(desk, { notes: 'Likes tea' })
  await page.goto(`/clients/${read.id}`)
  await page.getByRole('button', { name: 'Edit the notes' }).click()
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.fill('Likes coffee')
  await desk.call.clients.save({ ...read, key: newKey(), notes: 'Allergic to latex' })

  await notes.press('Control+Enter')
  await expect(page.getByText('It is now: “Allergic to latex”')).toBeVisible()
  await expect(notes).toHaveValue('Likes coffee')
  expect((await desk.call.clients.get({ id: read.id })).notes).toBe('Allergic to latex')
  await notes.fill('Likes coffee. Allergic to latex')
  await notes.press('Control+Enter')
  await expect(notes).toBeHidden()
  expect((await desk.call.clients.get({ id: read.id })).notes).toBe('Likes coffee. Allergic to latex')
})

test('a setting changed in another window is not put back by a page that was open before', async ({ page, desk }) => {
  const { country: _c, currency: _y, pricesIncludeTax: _p, isSample: _s, ...read } = await desk.call.settings.get()
  await page.goto('/settings/practice')
  const phone = page.getByLabel('Phone')
  await phone.fill('250 555 0100')
  await desk.call.settings.update({ ...read, key: newKey(), dueDays: 21 })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('alert')).toContainText('so nothing was saved')
  await page.getByRole('button', { name: 'Show as it is now' }).click()
  await page.getByRole('button', { name: 'Put mine back' }).click()
  await expect(phone).toHaveValue('250 555 0100')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Settings saved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden()
  expect(await desk.call.settings.get()).toMatchObject({ dueDays: 21, phone: '250 555 0100' })
})

test('an appointment that was moved in another window is not moved back by who only changes its note', async ({ page, desk }) => {
  const client = await makeClient(desk, { givenName: 'Anna', familyName: 'Hart' })
  const slot = { clientId: client.id, serviceId: (await makeService(desk)).id }
  const { id, mark } = await book(desk, { ...slot, startsAt: '2026-11-24T10:00' })
  const { clientId: _client, ...later } = bookingOf(desk, { ...slot, startsAt: '2026-11-24T15:00' })

  await page.goto(`/calendar?day=2026-11-24&appointment=${id}&doing=edit`)
  const form = page.getByRole('dialog', { name: 'Edit · Anna Hart' })
  await form.getByRole('button', { name: 'Note' }).press('Enter')
  await form.getByLabel('Note').fill('Brings her own mat')
  await desk.call.appointments.edit({ ...later, id, mark })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('The appointment of Anna Hart was changed meanwhile, so nothing was saved.')
  expect(await desk.call.appointments.get({ id })).toMatchObject({ startsAt: '2026-11-24T15:00', note: '' })

  await form.getByRole('button', { name: 'Show as it is now' }).click()
  await expect(form.getByRole('textbox', { name: 'From' })).toHaveValue('15:00')
  await form.getByRole('button', { name: 'Put mine back' }).click()
  await expect(form.getByLabel('Note')).toHaveValue('Brings her own mat')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  expect(await desk.call.appointments.get({ id })).toMatchObject({ startsAt: '2026-11-24T15:00', note: 'Brings her own mat' })
})

test('a tax with its new rate is not put back by a drawer that was open before; untouched, it shows the new one by itself', async ({
  page,
  desk,
}) => {
  const tax = await makeTax(desk, { name: 'HST', rate: 13_000 })
  await page.goto('/settings/taxes')
  await page.getByRole('button', { name: 'HST' }).click()
  const form = page.getByRole('dialog', { name: 'HST' })
  await form.getByLabel('Name').fill('HST (Ontario)')
  const raised = await desk.call.catalog.saveTax({ ...tax, key: newKey(), rate: 14_000 })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('HST was changed by you in another window meanwhile')
  await form.getByRole('button', { name: 'Show as it is now' }).click()
  await expect(form.getByLabel('Rate')).toHaveValue('14 %')
  await form.getByRole('button', { name: 'Discard mine' }).click()

  await desk.call.catalog.saveTax({ ...raised, key: newKey(), rate: 15_000 })
  await form.getByRole('button', { name: 'Save' }).click() // nothing is typed: it is read anew, and nothing is lost
  await expect(form.getByLabel('Rate')).toHaveValue('15 %')
  await expect(form.getByRole('alert')).toBeHidden()
  expect(await desk.call.catalog.listTaxes()).toContainEqual(expect.objectContaining({ name: 'HST', rate: 15_000 }))
})

test('a plan of instalments changed in another window is not saved over; what was typed is put back into it', async ({ page, desk }) => {
  const instalments = { count: 2, every: 1, unit: 'months' as const, firstAfterDays: 0 }
  const pack = await makePackage(desk, { name: 'Relax 6', paymentStyle: 'instalments', instalments })
  const { id: clientId } = await makeClient(desk)
  const { invoiceId } = await desk.call.clientPackages.sell({
    key: newKey(),
    clientId,
    packageId: pack.id,
    discount: null,
    payments: [],
    keepRestOnAccount: false,
  })
  const read = await desk.call.invoices.get({ id: invoiceId })
  const restMinor = read.totalMinor - 10_000
  await page.goto(`/sales/${invoiceId}`)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Instalments' })
  const amounts = [drawer.getByLabel('Amount 1'), drawer.getByLabel('Amount 2')] as const
  await amounts[0].fill('100')
  await amounts[1].fill(formatPlainMoney(restMinor, 'CAD'))
  const later = { dueOn: localDate('2027-03-01'), amountMinor: read.totalMinor }
  await desk.call.invoices.setPlan({ key: newKey(), invoiceId, mark: read.mark, plan: [later] })

  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByRole('alert')).toContainText('was changed meanwhile, so nothing was saved.')
  await drawer.getByRole('button', { name: 'Show as it is now' }).click()
  await expect(amounts[0]).toHaveValue(formatMoney(read.totalMinor, 'CAD'))
  await expect(amounts[1]).toBeHidden()
  await drawer.getByRole('button', { name: 'Put mine back' }).click()
  await expect(amounts[0]).toHaveValue('100.00')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toBeHidden()
  expect((await desk.call.invoices.get({ id: invoiceId })).plan).toMatchObject([{ amountMinor: 10_000 }, { amountMinor: restMinor }])
})
