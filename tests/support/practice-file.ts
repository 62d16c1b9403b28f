// A real, encrypted practice file with a small practice in it: packages of each kind on sale, and a few clients.

import type { FileKey } from '../../db/connect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { minor } from '../../shared/money.ts'
import { DEFAULT_NOW, openOn } from './app.ts'
import { makeClient, makePackage, makeProduct } from './make.ts'
import { setUpPractice } from './practice.ts'

export async function makePracticeFile(path: string, key: FileKey): Promise<void> {
  const opened = openOn(() => openPracticeFile({ path, key, create: true }), DEFAULT_NOW)
  const people = await setUpPractice(opened)
  const maker = { call: opened.call, people }
  const product = await makeProduct(maker)
  const services = (await opened.call.catalog.listServices()).map((s) => ({ serviceId: s.id, feeMinor: minor(7_000) }))
  const visits = { productId: null, services, quantity: 10, itemPriceMinor: minor(8_000) }
  const piece = { productId: product.id, services: [], quantity: 3, itemPriceMinor: minor(2_000) }
  await makePackage(maker, { items: [visits, piece] })
  await makePackage(maker, { items: [{ ...visits, quantity: null }] })
  await makePackage(maker, { items: [visits], paymentStyle: 'eachAppointment' })
  for (let n = 0; n < 5; n++) await makeClient(maker)
  await opened.app.close()
}
