// The sample practice, made the way the set-up screen makes it, with its owner signed in.

import { SAMPLE_SECRETS } from '../../../shared/sample-secrets.ts'
import type { Client } from '../../support/app.ts'

const LOOK_EVERY_MS = 200

export async function makeSamplePractice(call: Client): Promise<void> {
  await call.setup.startSample()
  for (;;) {
    const { state, message } = await call.setup.sampleProgress()
    if (state === 'failed') throw new Error(`The sample practice failed: ${message}`)
    if (state === 'done') break
    await new Promise((later) => setTimeout(later, LOOK_EVERY_MS))
  }
  await signIn(call)
}

/** As the owner: the one who sees everything. */
export async function signIn(call: Client): Promise<void> {
  const owner = (await call.session.choices()).find((p) => p.role === 'owner')
  if (!owner) throw new Error('The sample practice has no owner')
  await call.session.signIn({ staffId: owner.id, password: SAMPLE_SECRETS.password })
}
