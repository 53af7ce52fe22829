import { OPERATOR } from '../../kernel/actor.ts'
import { systemClock } from '../../platform/clock.ts'
import { createPerform } from '../../platform/command/perform.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { startJobs } from '../../platform/jobs/jobs.ts'
import { createOutbox } from '../../platform/jobs/outbox.ts'
import { addToTally, tally } from './tally.ts'

/**
 * A process for tests to race and to kill, on the database in its first argument. `add CONFERENCE TIMES` counts so
 * often at once, when it is told to by SIGUSR2; `errand CONFERENCE WORDS` leaves an errand behind; `work` does errands. It ends when it is killed.
 */
const [url = '', verb, conference = '', rest = ''] = process.argv.slice(2)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const features = [tally]
const database = openDatabase({ url })
const outbox = createOutbox(url, features)
const perform = createPerform({ database, features, clock: systemClock, outbox })
setInterval(() => undefined, 60_000)

if (verb === 'work') {
  await startJobs({ outbox, features, database, perform })
  say('working')
} else if (verb === 'errand') {
  await perform(OPERATOR, addToTally, { conference, by: 1, tell: rest })
  say('left')
} else {
  process.once('SIGUSR2', async () => {
    const answers = await Promise.all(
      Array.from({ length: Number(rest) }, () =>
        perform(OPERATOR, addToTally, { conference, by: 1 }).then((outcome) => {
          say(`did ${outcome.answer.count}`)
          return outcome
        }),
      ),
    )
    say(`counted ${JSON.stringify(answers.map(({ answer }) => answer.count))}`)
  })
  say('ready')
}
