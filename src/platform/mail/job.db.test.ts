import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { addToTally, createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { command } from '../command/command.ts'
import { feature, type Template } from '../feature.ts'
import { startJobs } from '../jobs/jobs.ts'
import { MAIL_JOB, paragraph } from './letter.ts'

/** Who may be written to by the tests: by conference, since each test has its own. */
const readers = new Map<string, string[]>()
let asked = 0

const invitation: Template = async ({ conference }, { read, origin, now }) => {
  asked += 1
  const { rows } = await sql<{ count: number }>`
    select count from tally where conference = ${conference}`.execute(read)
  return (readers.get(String(conference)) ?? []).map((address) => ({
    to: { address, language: 'fr' as const },
    subject: `Invitation ${rows[0]?.count}`,
    text: [paragraph(`${origin}/fr/${conference}, ${now}`)],
    kind: 'letters.invitation',
  }))
}
/** A tally that invites, and one that asks for a letter which nobody writes. */
const { name: _, ...adding } = addToTally
const asking = (name: string, mail: string) =>
  command(name, {
    ...adding,
    errands: (_, { conference }) => [{ job: MAIL_JOB, data: { mail, conference } }],
  })
const invite = asking('tally.invite', 'letters.invitation')
const misspell = asking('tally.misspell', 'letters.invitashun')
const inviting = feature('letters', {
  say: tally.say,
  commands: [invite, misspell],
  mails: { 'letters.invitation': invitation },
})
const here = await world({ features: [tally, inviting] })
const { database, perform, outbox, doers, letters, close } = here
await createTally(database.write)
afterAll(close)

const lettersTo = async (address: string) =>
  (await letters()).filter((letter) => letter.address === address)

describe('letters of a deed', () => {
  it('are written after it, from what it left', async () => {
    readers.set('mail1', ['a1@mofa.test', 'b1@mofa.test'])
    await perform(OPERATOR, invite, { conference: 'mail1', by: 7 })
    expect(await lettersTo('a1@mofa.test')).toMatchObject([
      {
        ...{
          subject: 'Invitation 7',
          kind: 'letters.invitation',
          language: 'fr',
          state: 'waiting',
        },
        text: expect.stringContaining('http://plenum.test/fr/mail1, 2021-12-07T00:00:00Z'),
      },
    ])
    expect(await lettersTo('b1@mofa.test')).toHaveLength(1)
  })

  it('are written once, though the job comes again, and whoever is meant then', async () => {
    readers.set('mail2', ['a2@mofa.test'])
    await perform(OPERATOR, invite, { conference: 'mail2', by: 1 })
    await letters()
    const before = asked
    readers.set('mail2', ['a2@mofa.test', 'late@mofa.test'])
    expect(await lettersTo('a2@mofa.test')).toHaveLength(1)
    expect(await lettersTo('late@mofa.test')).toEqual([])
    expect(asked).toBe(before)
  })

  it('of a deed that was taken back are never written', async () => {
    readers.set('mail3', ['a3@mofa.test'])
    await sql`insert into tally_step values ('mail3', 5)`.execute(database.write)
    await expect(perform(OPERATOR, invite, { conference: 'mail3', by: 5 })).rejects.toThrow(
      'tally.reached-twice',
    )
    expect(await lettersTo('a3@mofa.test')).toEqual([])
  })

  it('that nobody writes cannot be asked for', async () => {
    await expect(perform(OPERATOR, misspell, { conference: 'mail4', by: 1 })).rejects.toThrow(
      'No feature has a letter letters.invitashun',
    )
  })

  it('are written by whichever process does jobs', async () => {
    readers.set('mail5', ['a5@mofa.test'])
    await startJobs({ outbox, features: doers, database, perform })
    await perform(OPERATOR, invite, { conference: 'mail5', by: 1 })
    await expect
      .poll(
        () =>
          database.write
            .selectFrom('mail')
            .select('id')
            .where('address', '=', 'a5@mofa.test')
            .execute(),
        { timeout: 20_000 },
      )
      .toHaveLength(1)
  })
})
