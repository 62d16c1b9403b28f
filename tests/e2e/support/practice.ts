// The practice of a browser test, made through the procedures before the page is opened.

import type { Client } from '../../support/app.ts'
import { FIRST_PRACTICE, makePractitioners, PASSWORD, PIN } from '../../support/practice.ts'

export const OWNER = { name: FIRST_PRACTICE.owner.name, password: PASSWORD, pin: PIN }

/** Set up and signed in as the owner, with two practitioners who give every service. */
export async function makePractice(call: Client) {
  await call.setup.create(FIRST_PRACTICE)
  return makePractitioners(call)
}
