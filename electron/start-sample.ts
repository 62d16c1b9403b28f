// `--sample`: begins with a sample practice where there is no practice yet, in either host.

import { findPractice } from '../db/queries/practice.ts'
import type { OpenPractice } from './open-practice.ts'

export async function startSample({ app, sample }: OpenPractice, say: (line: string) => void): Promise<void> {
  if (await findPractice(app.db())) return say('There is a practice here already, so no sample practice was made.')
  sample.start()
  say('Making the sample practice …')
  void sample.finished().then(() => {
    const { state, message } = sample.progress()
    say(state === 'done' ? 'The sample practice is ready.' : `The sample practice could not be made. ${message}`)
  })
}
