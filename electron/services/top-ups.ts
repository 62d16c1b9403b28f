// A service booked on an item that covers cheaper ones: the session pays for the dearest of them, the client pays the difference.

import { listCoveredByPrice, listTopUps } from '../../db/queries/client-packages.ts'
import type { Db } from '../../db/handles.ts'
import { differenceOf } from '../../shared/domain/packages.ts'
import { minor, type Minor } from '../../shared/money.ts'

export interface TopUp {
  /** Before or with tax as the practice's prices are; taxed as the booked service. */
  differenceMinor: Minor
  /** The dearest service the item covers, and its agreed fee when paid each appointment. */
  covered: { name: string; feeMinor: Minor | null }
}

/** Null: the service is covered, or can't be booked on this item at all. */
export async function findTopUp(db: Db, itemId: number, booked: { serviceId: number; priceMinor: number }): Promise<TopUp | null> {
  if (!(await listTopUps(db, itemId)).some((t) => t.serviceId === booked.serviceId)) return null
  const covered = await listCoveredByPrice(db, itemId)
  const [dearest] = covered
  if (!dearest || covered.some((s) => s.serviceId === booked.serviceId)) return null
  const prices = covered.map((s) => s.priceMinor)
  return { differenceMinor: differenceOf(minor(booked.priceMinor), prices), covered: dearest }
}
