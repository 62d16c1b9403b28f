// `npm run demo -- DIR`: the whole main job on a real encrypted file, through the procedures and without a screen:
// define, sell, book, use, cancel, state. Writes the papers as PDFs, checks the file, and prints what it did.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { SAMPLE_PRACTICE } from '../db/sample/practice.ts'
import { addDays, addMinutes, atTime, localTime, startOfYear } from '../shared/dates.ts'
import { isRefusalCode, Refusal } from '../shared/errors.ts'
import { formatMoney } from '../shared/format.ts'
import { type Minor, minor } from '../shared/money.ts'
import { SAMPLE_SECRETS } from '../shared/sample-secrets.ts'
import { clientOver } from './client.ts'
import { makeClock } from './clock.ts'
import { type OpenPractice, openPractice } from './open-practice.ts'
import { leftToBrowser } from './paper.ts'
import { keyInFile } from './shell/key-place.ts'
import { noUpdates } from './not-offered.ts'

const LENT = { fonts: join(import.meta.dirname, '../resources/fonts'), paper: leftToBrowser, keyPlace: () => keyInFile, updates: noUpdates }
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  say('Say where to: npm run demo -- FOLDER (an empty or a new one)')
  process.exitCode = 2
} else await demo(resolve(folder))

async function demo(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true })
  if (readdirSync(dir).length > 0) {
    say(`${dir} is not empty; nothing was written.`)
    process.exitCode = 2
    return
  }
  const clock = makeClock({ packaged: false })
  const log = (_report: unknown, error: unknown) => say(String(error))
  const practice = openPractice({ data: join(dir, 'data'), config: join(dir, 'config'), clock, log, strict: true, ...LENT })
  if ('runningAt' in practice) throw new Error('An empty folder is open elsewhere')
  try {
    await mainJob(practice, dir, clock)
  } finally {
    await practice.close()
  }
}

async function mainJob({ app, documents }: OpenPractice, dir: string, clock: ReturnType<typeof makeClock>): Promise<void> {
  const me = randomUUID()
  const key = () => randomUUID()
  const call = clientOver(async (path, input) => {
    const reply = await app.dispatch({ sessionId: me, path, input })
    if ('output' in reply) return reply.output
    const { code, data } = reply.error
    throw isRefusalCode(code) ? new Refusal(code, data as never) : new Error(code)
  })
  const { today } = clock()
  const money = (amount: Minor | number) => formatMoney(amount, 'CAD')

  await call.setup.create({ ...SAMPLE_PRACTICE, ...SAMPLE_SECRETS, owner: { name: 'Mara Ruiz', isPractitioner: true } })
  say(`Set up ${SAMPLE_PRACTICE.practice.name} in ${join(dir, 'data')}, encrypted; the key is in ${join(dir, 'config')}.`)
  const [owner] = await call.staff.list()
  const taxIds = (await call.catalog.listTaxes()).map((t) => t.id)
  const physio = await call.catalog.saveService({
    key: key(),
    id: null,
    code: 'PT-45',
    name: 'Physio 45',
    durationMinutes: 45,
    breakMinutes: 0,
    priceMinor: minor(9_000),
    categoryId: null,
    active: true,
    public: true,
    taxIds,
    practitionerIds: [owner!.id],
  })
  const relax = await call.packages.save({
    key: key(),
    id: null,
    name: 'Relax 6',
    description: 'Six sessions',
    notes: '',
    categoryId: null,
    priceMinor: minor(50_000),
    paymentStyle: 'upfront',
    validFrom: null,
    expiry: { kind: 'afterPurchase', count: 6, unit: 'months' },
    taxIds,
    noShowRule: null,
    lateCancelRule: null,
    split: 'listPrice',
    instalments: null,
    frequency: null,
    country: null,
    priceCredits: null,
    selfService: false,
    items: [
      {
        productId: null,
        services: [{ serviceId: physio.id, feeMinor: null }],
        quantity: 6,
        itemPriceMinor: minor(9_000),
        values: null,
        topUpServiceIds: [],
        delivery: 'inPerson',
        medium: null,
        durationMinutes: null,
        breakMinutes: null,
        endsBy: 'clock',
        ending: 'fullTime',
      },
    ],
  })
  say(`Defined ${relax.name}: ${physio.name} × 6 for ${money(relax.priceMinor)} and tax.`)

  const anna = await call.clients.save({
    key: key(),
    id: null,
    givenName: 'Łucja',
    familyName: 'Żółć',
    birthDate: null,
    phone: '604 555 0148',
    email: 'lucja@example.com',
    address: '8 Quay Road',
    country: null,
    insurer: 'Sun Mutual',
    insurerNumber: '88-2041',
    notes: '',
  })
  const quote = await call.clientPackages.quote({ clientId: anna.id, packageId: relax.id, discount: null })
  const sale = await call.clientPackages.sell({
    key: key(),
    clientId: anna.id,
    packageId: relax.id,
    discount: null,
    payments: [{ method: 'card', amountMinor: quote.totalMinor, tenderedMinor: null }],
    keepRestOnAccount: false,
  })
  say(`Sold it to Łucja Żółć: invoice ${sale.invoiceNumber}, ${money(quote.totalMinor)} paid by card, ends ${quote.endWords}.`)

  const item = (await call.clientPackages.get({ id: sale.clientPackageId })).items[0]!
  const booked = []
  for (let n = 0; n < 4; n++) {
    const startsAt = atTime(addDays(today, n === 3 ? 7 : 0), localTime(`${String(9 + n).padStart(2, '0')}:00`))
    const made = await call.appointments.book({
      key: key(),
      clientId: anna.id,
      practitionerId: owner!.id,
      serviceId: physio.id,
      startsAt,
      endsAt: addMinutes(startsAt, 45),
      clientPackageItemId: item.id,
      note: '',
      confirmed: { outsideHours: true, endMoves: true },
    })
    booked.push(made)
    say(
      `Booked ${startsAt.replace('T', ' ')}: ${made.session?.count.position} of ${made.session?.count.of}, ${made.session?.remaining} left.`,
    )
  }
  const done = await call.appointments.complete({ key: key(), id: booked[0]!.id })
  say(`Completed the first: invoice ${done.invoice?.number}, ${money(done.invoice?.totalMinor ?? 0)}.`)
  const late = await call.appointments.end({
    key: key(),
    id: booked[1]!.id,
    as: 'lateCancelled',
    session: 'forfeit',
    reason: 'Called an hour before',
  })
  say(`The second was cancelled late and its session kept: invoice ${late.invoice?.number}.`)
  await call.appointments.end({ key: key(), id: booked[2]!.id, as: 'cancelled', session: null, reason: 'Ill' })
  const card = await call.clientPackages.get({ id: sale.clientPackageId })
  say(
    `The third was cancelled and its session went back: ${card.items[0]!.remaining} left, ${card.items[0]!.bookedAhead} booked, ${card.items[0]!.used} used, ${card.items[0]!.forfeited} forfeited.`,
  )

  const papers = [
    await call.reports.drawInvoice({ invoiceId: sale.invoiceId }),
    await call.reports.drawStatement({
      clientId: anna.id,
      from: startOfYear(today),
      through: today,
      clientPackageIds: null,
      showAmounts: true,
    }),
  ]
  for (const { documentId, fileName, pages } of papers) {
    const document = documents.find(me, documentId)
    if (!document) throw new Error('A drawn document was not kept')
    writeFileSync(join(dir, fileName), document.bytes)
    say(`Wrote ${fileName} (${pages === 1 ? 'one page' : `${pages} pages`}).`)
  }
  const copy = await call.backups.make()
  say(`Made a verified copy: ${copy.fileName}.`)
  const { problems, counts } = await call.backups.verify()
  say(
    `Checked the file: ${counts.sessions} sessions, ${counts.entries} ledger entries, ${counts.invoices} invoices, ${counts.payments} payments, ${counts.auditLines} audit lines.`,
  )
  say(problems.length === 0 ? 'Nothing is wrong.' : problems.join('\n'))
  if (problems.length > 0) process.exitCode = 1
}
