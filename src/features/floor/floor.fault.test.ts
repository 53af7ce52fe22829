import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual, promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { readKeys } from '../../platform/database/embedded/cluster.ts'
import { placeOf } from '../../platform/database/embedded/place.ts'
import { addressOf, stopServer } from '../../platform/database/embedded/server.ts'
import { apart } from '../../platform/live/parts.ts'
import { keyBy } from '../../testing/accounts/key.ts'
import { openReader, type Reader } from '../../testing/following/reader.ts'
import { type Answered, sendDeed } from '../../testing/following/sender.ts'
import { endProcesses } from '../../testing/processes.ts'
import { freshHome, serveBuilt } from '../../testing/served.ts'
import { deedsOf, listsAt } from './queries.ts'
import { ahead } from './queue/likely.ts'
import { replayed } from './queue/queue.ts'

const DEEDS = 1000
/** Programs that work at the desk at once. */
const CLIENTS = 8
const CONFERENCE = ConferenceId.parse('seoul2021')
const LIST = '/en/seoul2021/floor/session-1'
const PAGES = [LIST, '/ar/seoul2021/floor/session-1/hall'] as const
const PARTIES = [
  ...'AUS BGD BRA CAN EGY ETH FRA DEU GHA IND IDN JPN KEN NLD NOR PAK RWA SEN ZAF ESP'.split(' '),
  ...'SWE TZA THA TUR UGA GBR USA URY VNM ZMB CHL CHN COL FJI FIN GRC ITA MEX NZL PER'.split(' '),
]

let home: string
let application: Awaited<ReturnType<typeof serveBuilt>>
let port: number
let by: string
let session: SessionId
const readers: Reader[] = []
beforeAll(async () => {
  home = await freshHome()
  application = await serveBuilt(home)
  port = Number(new URL(application.origin).port)
  session = await sessionId()
  by = await keyOfDesk()
})
afterAll(async () => {
  for (const reader of readers) reader.close()
  await endProcesses()
  await stopServer(placeOf(home))
  await rm(home, { recursive: true, force: true })
})

async function sessionId(): Promise<SessionId> {
  const answer = await fetch(`${application.origin}/en/seoul2021/programme.csv`)
  const line = (await answer.text()).split('\r\n').find((one) => one.includes(',session-1,'))
  return SessionId.parse(line?.split(',')[0])
}

/** A key of the floor desk, invited from the command line. */
async function keyOfDesk(): Promise<string> {
  const plenum = async (...args: string[]) => {
    const env = { ...process.env, VITEST: '', NODE_OPTIONS: '', PLENUM_HOME: home }
    const cli = promisify(execFile)(process.execPath, ['build/server/cli.js', ...args], { env })
    return (await cli).stdout.trim()
  }
  const address = 'floor@un.example'
  const desk = { address, name: 'Desk', language: 'en', role: 'floor-desk', party: null }
  await plenum('perform', 'people.invite', JSON.stringify({ ...desk, conference: CONFERENCE }))
  const link = await plenum('people', 'sign-in-link', address)
  return keyBy(application.origin, new URL(link).pathname, '10.250.0.1')
}

/** The same choices in every run: what a run finds can be looked at again. */
function choices(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Everything that was answered with 200, by the number of the deed in the list. */
const done = new Map<number, string>()
let doubled = 0
/** What was sent more than once, since no answer came. */
let again = 0

const tellsDone = (what: string, { said }: Answered) => {
  const seq = said.answer?.seq ?? 0
  if (done.has(seq)) doubled += 1
  done.set(seq, what)
}

/** Sends a deed until it is answered, always under its one key; now and then the line breaks meanwhile. */
async function insist(what: string, more: object, chance: () => number): Promise<Answered> {
  const key = randomUUID()
  for (;;) {
    const cut = chance() < 0.15 ? { cutAfter: Math.floor(chance() * 60) } : {}
    const input = { conference: CONFERENCE, session, ...more }
    const sending = { port, by, command: `floor.${what}`, input, key, ...cut }
    const answered = await sendDeed(sending).catch(() => null)
    if (answered && answered.status < 500) {
      if (answered.status === 200) tellsDone(what, answered)
      return answered
    }
    again += 1
    await sleep(50)
  }
}

/** What somebody at a restless desk does next; often it is refused, for another was faster. */
function nextDeed(speeches: readonly string[], chance: () => number): [string, object] {
  const one = { speech: speeches[Math.floor(chance() * speeches.length)] }
  const to = 1 + Math.floor(chance() * 12)
  const often = (times: number, deed: [string, object]) => Array<typeof deed>(times).fill(deed)
  const deeds: readonly [string, object][] = [
    ['next', {}],
    ['give-floor', {}],
    ['end-floor', {}],
    ...often(3, ['pause', {}]),
    ...often(3, ['resume', {}]),
    ...often(6, ['undo', {}]),
    ...often(16, ['move', { ...one, to, reason: 'protocol' }]),
    ...often(8, ['set-limit', { ...one, seconds: 60 + to, reason: 'technical' }]),
  ]
  return deeds[Math.floor(chance() * deeds.length)] as [string, object]
}

/** Delegations inscribed, the session begun. */
async function begin(): Promise<string[]> {
  const quiet = () => 1
  await insist('take-preset', { preset: 'un-plenary' }, quiet)
  const speeches: string[] = []
  for (const party of PARTIES) {
    const { said } = await insist('inscribe', { party, rank: 'minister' }, quiet)
    speeches.push(said.answer?.speech ?? '')
  }
  await insist('begin-session', {}, quiet)
  return speeches
}

/** All clients work until the list has so many deeds. */
async function work(until: number, speeches: readonly string[], seed: number): Promise<void> {
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const chance = choices(seed + client)
      while (done.size < until) {
        const [what, more] = nextDeed(speeches, chance)
        await insist(what, more, chance)
      }
    }),
  )
}

/** Readers lose the line now and then. */
async function tearReaders(signal: AbortSignal): Promise<void> {
  const chance = choices(7)
  while (!signal.aborted) {
    await sleep(200)
    readers[Math.floor(chance() * readers.length)]?.tear()
  }
}

async function killAndStart(): Promise<void> {
  application.kill('SIGKILL')
  await application.ended()
  application = await serveBuilt(home, { PORT: `${port}` })
}

/** The list as the database holds it. */
async function kept() {
  const of = { conference: CONFERENCE, session }
  const database = openDatabase({ url: addressOf(readKeys(placeOf(home)), 'plenum') })
  try {
    const deeds = await deedsOf(database.read, of)
    const list = (await listsAt(database.read, CONFERENCE)).find((one) => one.session === session)
    const journal = await database.read
      .selectFrom('journal')
      .select('action')
      .where('action', 'like', 'floor.%')
      .where('conference', '=', CONFERENCE)
      .orderBy('seq')
      .execute()
    return { deeds, list, journal: journal.map(({ action }) => action) }
  } finally {
    await database.close()
  }
}

describe('a thousand deeds, while lines break and the server is killed', () => {
  it('are each done once, and everybody sees the list that they make', async () => {
    const speeches = await begin()
    for (const page of PAGES) readers.push(await openReader(application.origin, page))
    const over = new AbortController()
    const tearing = tearReaders(over.signal)
    await work(DEEDS / 2, speeches, 1)
    const working = work(DEEDS, speeches, 100)
    await sleep(100)
    await killAndStart()
    await working
    over.abort()
    await tearing

    const { deeds, list, journal } = await kept()
    process.stdout.write(`${deeds.length} deeds; ${again} sent again; ${doubled} doubled\n`)
    expect(again).toBeGreaterThan(DEEDS / 10)
    expect(doubled).toBe(0)
    expect(deeds.map(({ seq }) => seq)).toEqual(deeds.map((_, at) => at + 1))
    const named = ({ what }: (typeof deeds)[number]) => (what === 'set-up' ? 'take-preset' : what)
    expect(deeds.map((deed) => [deed.seq, named(deed)])).toEqual(
      [...done].toSorted(([a], [b]) => a - b),
    )
    expect(journal).toEqual(deeds.map((deed) => `floor.${named(deed)}`))

    const floor = replayed(deeds)
    expect(list).toEqual({ session, seq: deeds.length, meeting: floor?.meeting })
    const html = await (await fetch(application.origin + LIST)).text()
    const [, waiting = ''] = html.split('<!--part floor-waiting-->')
    expect(
      [...(waiting.split('<!--/part')[0] ?? '').matchAll(/id="speech-([^"]+)"/g)].map(
        ([, id]) => id,
      ),
    ).toEqual(floor && ahead(floor).map(({ id }) => id))

    for (const [at, path] of PAGES.entries()) {
      const seesIt = async () =>
        isDeepStrictEqual(
          readers[at]?.page,
          apart(await (await fetch(application.origin + path)).text()),
        )
      await expect.poll(seesIt, { timeout: 10_000 }).toBe(true)
      expect(readers[at]?.counts.cut).toBeGreaterThan(0)
    }
  })
})
