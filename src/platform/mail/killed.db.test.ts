import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { mailServer } from '../../testing/mail/server.ts'
import { endProcesses, type Started, startProcess } from '../../testing/processes.ts'
import { tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { systemClock } from '../clock.ts'
import { keepLetters } from './keep.ts'
import { paragraph } from './letter.ts'

const { database, close } = await world({ features: [tally] })
afterEach(endProcesses)
afterAll(close)
vi.setConfig({ testTimeout: 60_000 })

const PROCESS = new URL('../../testing/mail/process.ts', import.meta.url).pathname

const keep = (address: string) =>
  database.write.transaction().execute((db) =>
    keepLetters(
      db,
      [
        {
          to: { address, language: 'en' },
          ...{ subject: 'Invitation', text: [paragraph('You are invited.')] },
          kind: 'tally.invitation',
        },
      ],
      { key: address, now: systemClock.now() },
    ),
  )
const stateOf = async (address: string) =>
  await database.write
    .selectFrom('mail')
    .select(['state', 'attempts'])
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
/** As if the other process had been dead for as long as a letter is left to it. */
const endLeases = () =>
  database.write
    .updateTable('mail')
    .set({ due: systemClock.now() })
    .where('state', '=', 'waiting')
    .execute()

it('a letter whose process was killed after the server’s yes comes again as the same letter', async () => {
  const holding = await database.listen()
  let sender: Started | undefined
  const {
    url,
    arrived,
    close: end,
  } = await mailServer({
    async beforeYes({ recipients: [address] }) {
      if (arrived.length > 1) return
      // Whoever writes down that the letter has left must now wait, and is killed while it does.
      await holding.query('begin')
      await holding.query('select from mail where address = $1 for update', [address])
      void (async () => {
        await expect
          .poll(async () => (await waiting()).length, { timeout: 20_000 })
          .toBeGreaterThan(0)
        sender?.kill('SIGKILL')
      })()
    },
  })
  const waiting = async () =>
    (
      await sql`select from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query ilike 'update "mail"%'`.execute(database.write)
    ).rows
  await keep('kim@mofa.test')
  sender = startProcess([PROCESS, database.url, url])
  expect(await sender.ended()).toBe('SIGKILL')
  await holding.query('rollback')
  await holding.end()
  expect(await stateOf('kim@mofa.test')).toEqual({ state: 'waiting', attempts: 1 })
  expect(arrived).toHaveLength(1)

  const other = startProcess([PROCESS, database.url, url])
  await other.said(/sending/)
  await sleep(1_500)
  expect(arrived).toHaveLength(1)
  await endLeases()
  await expect
    .poll(() => stateOf('kim@mofa.test'), { timeout: 20_000 })
    .toEqual({
      ...{ state: 'sent', attempts: 2 },
    })
  expect(arrived).toHaveLength(2)
  const [first, second] = arrived.map(({ letter }) => letter)
  expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}\.1@plenum\.test>$/)
  expect(second?.messageId).toBe(first?.messageId)
  expect(second?.date).toEqual(first?.date)
  await end()
})

it('a letter whose process was killed before the server’s yes arrives once', async () => {
  let sender: Started | undefined
  let kills = 0
  const {
    url,
    arrived,
    close: end,
  } = await mailServer({
    judge(address) {
      if (address === 'lee@mofa.test' && kills === 0) {
        kills += 1
        sender?.kill('SIGKILL')
      }
      return null
    },
  })
  await keep('lee@mofa.test')
  sender = startProcess([PROCESS, database.url, url])
  expect(await sender.ended()).toBe('SIGKILL')
  await endLeases()
  startProcess([PROCESS, database.url, url])
  await expect
    .poll(() => stateOf('lee@mofa.test'), { timeout: 20_000 })
    .toEqual({ state: 'sent', attempts: 2 })
  expect(arrived).toHaveLength(1)
  await end()
})
