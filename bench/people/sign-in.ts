import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runnerImport } from 'vite'
import { readKeys } from '../../src/platform/database/embedded/cluster.ts'
import { placeOf } from '../../src/platform/database/embedded/place.ts'
import { addressOf } from '../../src/platform/database/embedded/server.ts'
import { openBrowser } from '../../src/testing/accounts/browser.ts'
import { type Figure, quantile } from '../figures.ts'
import type { Application } from '../serving/application.ts'

const CLIENTS = 16
const EACH = 10
const LOOK_EVERY = 10

type Deeds = typeof import('../deeds.ts')

/** Milliseconds of one sign-in: until the link is asked for, until the letter lies there, until one is in. */
interface SignIn {
  asked: number
  letter: number
  confirmed: number
  refused: number
}

/** Waits for the letter to an address, and answers the path of the link in it. */
async function linkFor(database: pg.Pool, address: string): Promise<string> {
  for (;;) {
    const { rows } = await database.query(
      "select text from mail where address = $1 and kind = 'accounts.sign-in'",
      [address],
    )
    const link = /https?:\/\/[^/\s]+(\/en\/sign-in\/[^\s?]+)/.exec(rows[0]?.text ?? '')?.[1]
    if (link) return link
    await sleep(LOOK_EVERY)
  }
}

async function signIn(origin: string, database: pg.Pool, number: number): Promise<SignIn> {
  const address = addressAt(number)
  const browser = openBrowser(origin)
  const from = { 'x-forwarded-for': `10.9.${number >> 8}.${number & 255}` }
  const statuses: [wanted: number, got: number][] = []
  const timed = async (wanted: number, ask: () => ReturnType<typeof browser.get>) => {
    const began = performance.now()
    statuses.push([wanted, (await ask()).status])
    return performance.now() - began
  }
  const began = performance.now()
  const asked = await timed(303, () => browser.send('/en/sign-in', { address }, from))
  const link = await linkFor(database, address)
  const letter = performance.now() - began
  const looked = await timed(200, () => browser.ask(link, { headers: from }))
  const confirmed = await timed(303, () => browser.send(link, {}, from))
  await timed(200, () => browser.ask('/en/account', { headers: from }))
  const refused = statuses.filter(([wanted, got]) => wanted !== got).length
  return { asked, letter, confirmed: looked + confirmed, refused }
}

const addressAt = (number: number) => `reader-${number}@mfa.example`

/** Requests of links and their confirmation, each by somebody else, by sixteen browsers at once. */
export async function signingIn({ origin }: Application, home: string): Promise<Figure[]> {
  const { module } = await runnerImport<Deeds>('bench/deeds.ts')
  const { aReader, close } = await module.openDeeds(home)
  for (let at = 0; at < CLIENTS * EACH; at += 1) await aReader(addressAt(at))
  await close()
  const url = addressOf(readKeys(placeOf(home)), 'plenum')
  const database = new pg.Pool({ connectionString: url, max: CLIENTS })
  let next = 0
  const done: SignIn[] = []
  const client = async () => {
    while (next < CLIENTS * EACH) {
      next += 1
      done.push(await signIn(origin, database, next - 1))
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - began) / 1000
  await database.end()
  const of = (what: keyof SignIn) => done.map((one) => one[what])
  const times = (name: string, what: keyof SignIn): Figure[] =>
    [0.5, 0.95].map((share) => ({
      name: `${name}, ${share * 100} of 100`,
      value: quantile(of(what), share),
      unit: 'ms',
    }))
  return [
    { name: 'sign-ins of 16 browsers at once', value: done.length / seconds, unit: '/s' },
    ...times('a link is asked for', 'asked'),
    ...times('its letter lies in the outbox', 'letter'),
    ...times('it is opened and confirmed', 'confirmed'),
    {
      ...{ name: 'answers that were refused or wrong', unit: '', most: 0 },
      value: of('refused').reduce((sum, one) => sum + one, 0),
    },
  ]
}
