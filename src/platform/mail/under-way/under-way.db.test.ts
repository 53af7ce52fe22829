import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../../kernel/actor.ts'
import { addToTally, createTally, tally } from '../../../testing/tally/tally.ts'
import { world } from '../../../testing/world.ts'
import type { LettersOnTheirWay } from '../../../ui/progress.tsx'
import { command } from '../../command/command.ts'
import { feature } from '../../feature.ts'
import { MAIL_JOB, paragraph } from '../letter.ts'
import type { MailRow } from '../mail.ts'
import { lettersUnderWay } from './under-way.ts'

const { name: _, ...adding } = addToTally
/** Asks for as many letters as it adds, in one errand each; it may say beforehand that it is one. */
const asking = (name: string, letters: { letters?: number }) =>
  command(name, {
    ...adding,
    errands: (_, { conference, by }) =>
      Array.from({ length: by }, (_, number) => ({
        job: MAIL_JOB,
        data: { mail: 'letters.one', conference, number, ...letters },
      })),
  })
const invite = asking('tally.invite', { letters: 1 })
const remind = asking('tally.remind', {})
const letters = feature('letters', {
  say: tally.say,
  commands: [invite, remind],
  mails: {
    'letters.one': async ({ conference, number }) => [
      {
        to: { address: `n${number}@${conference}.test`, language: 'en' },
        ...{ subject: 'One', text: [paragraph('One.')], kind: 'letters.one' },
      },
    ],
  },
})
const here = await world({ features: [tally, letters] })
const { database, read, perform, clock, close } = here
await createTally(database.write)
afterAll(close)

const underWay = (conference: string) =>
  read
    .transaction()
    .execute((db) =>
      lettersUnderWay(db, { actions: [invite.name, remind.name], conference }, clock.now()),
    )
/** As if the errands had been done that now are. */
const endErrands = () =>
  sql`update pgboss.job set state = 'completed' where name = ${MAIL_JOB}`.execute(database.write)
const become = (conference: string, from: number, to: number, state: Partial<MailRow>) =>
  database.write
    .updateTable('mail')
    .set(state)
    .where(
      'address',
      'in',
      Array.from({ length: to - from }, (_, at) => `n${from + at}@${conference}.test`),
    )
    .execute()
const NONE = { sent: 0, back: 0, waiting: 0, again: 0, unwritten: 0 }
const sum = (action: string, counts: Partial<LettersOnTheirWay>) => ({ action, ...NONE, ...counts })

describe('letters of an act that reaches many', () => {
  it('are none where nothing was done', async () => {
    expect(await underWay('way0')).toEqual([])
  })

  it('are counted from the errand to the last that leaves or comes back', async () => {
    await perform(OPERATOR, invite, { conference: 'way1', by: 5 })
    expect(await underWay('way1')).toEqual([sum('tally.invite', { unwritten: 5 })])
    await here.letters()
    await endErrands()
    expect(await underWay('way1')).toEqual([sum('tally.invite', { waiting: 5 })])
    const now = clock.now()
    await become('way1', 0, 3, { state: 'sent', sentAt: now, due: null })
    await become('way1', 3, 4, { state: 'failed', due: null, trouble: 'refused' })
    await become('way1', 4, 5, { trouble: 'put-off' })
    expect(await underWay('way1')).toEqual([
      sum('tally.invite', { sent: 3, back: 1, waiting: 1, again: 1 }),
    ])
    expect(await underWay('way2')).toEqual([])
    await become('way1', 4, 5, { state: 'sent', sentAt: now, due: null, trouble: null })
    expect(await underWay('way1')).toEqual([])
  })

  it('are not guessed where the act does not know how many it will write', async () => {
    await perform(OPERATOR, remind, { conference: 'way3', by: 2 })
    expect(await underWay('way3')).toEqual([sum('tally.remind', { unwritten: null })])
  })

  it('are counted apart by what was done, without acts that are over', async () => {
    await perform(OPERATOR, invite, { conference: 'way4', by: 2 })
    await here.letters()
    await endErrands()
    await become('way4', 0, 2, { state: 'sent', sentAt: clock.now(), due: null })
    await perform(OPERATOR, invite, { conference: 'way4', by: 1 })
    await perform(OPERATOR, remind, { conference: 'way4', by: 1 })
    expect(await underWay('way4')).toEqual([
      sum('tally.invite', { unwritten: 1 }),
      sum('tally.remind', { unwritten: null }),
    ])
  })

  it('are found by what they are about, where the act belongs to no conference', async () => {
    await perform(OPERATOR, invite, { conference: 'way5', by: 1 })
    const { subject } = await read
      .selectFrom('journal')
      .select('subject')
      .where('conference', '=', 'way5')
      .executeTakeFirstOrThrow()
    const about = (subjects: readonly string[]) =>
      read
        .transaction()
        .execute((db) => lettersUnderWay(db, { actions: [invite.name], subjects }, clock.now()))
    expect(await about([subject])).toHaveLength(1)
    expect(await about([])).toEqual([])
  })

  it('of yesterday are not under way any more', async () => {
    await perform(OPERATOR, invite, { conference: 'way6', by: 1 })
    clock.advance({ hours: 25 })
    expect(await underWay('way6')).toEqual([])
  })
})
