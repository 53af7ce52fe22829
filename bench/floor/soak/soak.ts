import { setTimeout as sleep } from 'node:timers/promises'
import { LANGUAGES } from '../../../src/kernel/language.ts'
import type { Figure } from '../../figures.ts'
import type { Application } from '../../serving/application.ts'
import { ask, askWell, PERSONAL } from '../../serving/asking.ts'
import { type Crowd, gather } from '../crowd.ts'
import { sitDown } from '../desk.ts'
import { flatness, type Minute, watchMemory } from './memory.ts'
import { playSession } from './session.ts'

const CONFERENCE = 'seoul2021'
/** The opening is where the desk sits down; it stays as it is. */
const SESSIONS = ['session-1', 'session-2', 'session-3', 'session-4', 'closing']
const SECOND = 1000
const MINUTE = 60 * SECOND
const MINUTES = 20
/** What a process keeps of what it has seen once has been kept by then. */
const WARM = 5
/** So that as many deeds as the sessions have fill the time. */
const A_DEED_EVERY = 616
const LOOK_EVERY = 2 * SECOND

const VIEWERS = 500
/** Viewers who leave in each second, and as many who come. */
const CHANGE = 25
/** Pages that are read in each second, and how many of them past the cache. */
const READ = 50
const PERSONAL_EACH = 10

const SCREENS = ['', '/hall', '/rostrum']

const pagesOf = (slug: string) =>
  LANGUAGES.flatMap((language) =>
    SCREENS.map((screen) => `/${language}/${CONFERENCE}/floor/${slug}${screen}`),
  )

/** What else people read meanwhile. */
const OTHERS = LANGUAGES.flatMap((language) =>
  ['', '/floor', '/programme', '/programme/session-2', '/changes', '/programme.csv'].map(
    (page) => `/${language}/${CONFERENCE}${page}`,
  ),
)

/** How often something went wrong that never should. */
interface Counts {
  deeds: number
  came: number
  read: number
  refused: number
}

/** Does something again and again until the signal, each time at its moment, however long it took. */
async function every(
  milliseconds: number,
  signal: AbortSignal,
  deed: () => Promise<void>,
): Promise<void> {
  for (let at = performance.now(); !signal.aborted; at += milliseconds) {
    await sleep(Math.max(0, at - performance.now()))
    await deed()
  }
}

/** Somebody reads a page, now and then as a person of whom something is known. */
async function readSome(origin: string, pages: readonly string[], counts: Counts) {
  for (let one = 0; one < READ; one += 1) {
    counts.read += 1
    const page = pages[counts.read % pages.length] ?? ''
    const headers = {
      'X-Forwarded-For': `10.99.${(counts.read >> 8) & 255}.${counts.read & 255}`,
      ...(counts.read % PERSONAL_EACH === 0 && PERSONAL),
    }
    if ((await ask(origin + page, headers)).status !== 200) counts.refused += 1
  }
}

async function comeAndGo(crowd: Crowd, counts: Counts) {
  await crowd.close(CHANGE)
  await crowd.open(CHANGE)
  counts.came += CHANGE
}

/** The identifiers of sessions by their names. */
async function sessionsOf(origin: string): Promise<ReadonlyMap<string, string>> {
  const { body } = await askWell(`${origin}/en/${CONFERENCE}/programme.csv`)
  const lines = body.toString().split('\r\n')
  return new Map(
    SESSIONS.map((slug) => [
      slug,
      lines.find((line) => line.includes(`,${slug},`))?.split(',')[0] ?? '',
    ]),
  )
}

/**
 * Eight hours of a conference in twenty minutes: five sessions with all their deeds, viewers who come and go in every
 * second, pages read beside them. Memory is told each minute; of the last fifteen it must be flat.
 */
export async function soak(
  { origin, port }: Application,
  home: string,
  tell: (figure: Figure) => void,
): Promise<Figure[]> {
  const desk = await sitDown(origin, home)
  const ids = await sessionsOf(origin)
  const counts: Counts = { deeds: 0, came: 0, read: 0, refused: 0 }
  const memory = watchMemory(origin)
  const minutes: Minute[] = []
  const over = new AbortController()
  const { signal } = over
  let now = SESSIONS[0] as string

  for (const session of ids.values()) {
    await desk.does(port, 'take-preset', { conference: CONFERENCE, session, preset: 'un-plenary' })
  }
  const began = performance.now()
  const until = (milliseconds: number) =>
    sleep(Math.max(0, began + milliseconds - performance.now()))
  const sessions = async () => {
    for (const [slug, session] of ids) {
      now = slug
      const paths = pagesOf(slug).map((path) => `/live?path=${path}`)
      await using crowd = await gather({ port, paths, count: VIEWERS })
      const left = new AbortController()
      const moving = every(SECOND, left.signal, () => comeAndGo(crowd, counts))
      await playSession({ desk, port, of: { conference: CONFERENCE, session } }, async () => {
        await until(counts.deeds * A_DEED_EVERY)
        counts.deeds += 1
      })
      left.abort()
      await moving
    }
  }
  const watching = async () => {
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      await until(minute * MINUTE)
      const seen = memory.minute()
      minutes.push(seen)
      tell({ name: `minute ${minute}: resident memory`, value: seen.resident, unit: 'MB' })
      tell({ name: `minute ${minute}: heap after collection`, value: seen.heap, unit: 'MB' })
    }
  }
  const beside = [
    every(SECOND, signal, () => readSome(origin, [...pagesOf(now), ...OTHERS], counts)),
    every(LOOK_EVERY, signal, memory.look),
  ]
  await Promise.all([sessions(), watching()])
  over.abort()
  await Promise.all(beside)
  desk.close()
  const flat = minutes.slice(WARM)
  return [
    { name: 'deeds', value: counts.deeds, unit: '' },
    { name: `viewers who came and went, beside ${VIEWERS}`, value: counts.came, unit: '' },
    { name: 'pages read', value: counts.read, unit: '' },
    { name: 'pages refused', value: counts.refused, unit: '', most: 0 },
    flatness(
      'resident memory, slope of the last 15 minutes',
      flat.map((one) => one.resident),
    ),
    flatness(
      'heap after collection, the same',
      flat.map((one) => one.heap),
    ),
  ]
}
