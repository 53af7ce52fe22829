import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ANONYMOUS } from './kernel/actor.ts'
import { EVERYBODY, PARTNERS } from './testing/rights/actors.ts'
import { type Answered, crawl } from './testing/rights/crawl/crawl.ts'
import { printReaders, WRITE_ANEW } from './testing/rights/crawl/document.ts'
import { keptIn } from './testing/rights/crawl/kept.ts'
import { readMachines } from './testing/rights/crawl/machines.ts'
import { mayRead, READERS } from './testing/rights/crawl/readers.ts'
import { readAs } from './testing/rights/crawl/reading.ts'
import { stageIn } from './testing/rights/stage/build.ts'
import type { Stage } from './testing/rights/stage/stage.ts'
import { type OpenSite, openSite } from './testing/web/site.ts'
import { listenTo } from './testing/web/stream.ts'
import { type World, world } from './testing/world.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 480_000 })

/** Pages that nobody reads on the stage, for what they are about is not there. */
const EMPTY = ['notifications.stop', 'administration.letter-paper']

/** What the links on the stage lead to: of a door, of somebody's calendar, of a registration. */
const BY_LINK = [
  'the access needs of a journalist',
  'the address of a journalist',
  'the letter of a journalist',
  'the name of a door',
  'the name of a journalist',
  'the room of a bilateral',
]

const ENDLESS = { burst: 1e6, perSecond: 1e6 }
let w: World
let stage: Stage
let site: OpenSite
let answers: Answered[] = []
const log: string[] = []

beforeAll(async () => {
  w = await world({ shipped: true })
  stage = await stageIn(w)
  const named = new Map([...EVERYBODY, PARTNERS].map(({ name, actor }) => [name, actor]))
  site = await openSite(w, {
    authenticate: (request) =>
      named.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
    limits: { get: ENDLESS, post: ENDLESS },
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
  })
  const began = performance.now()
  answers = await crawl(site, stage)
  const took = ((performance.now() - began) / 1000).toFixed(1)
  const addresses = new Set(answers.map(({ address }) => address.path)).size
  process.stdout.write(
    `${addresses} addresses × ${named.size} readers: ${answers.length} answers, ${stage.canaries.length} secrets, in ${took} s\n`,
  )
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const telling = (of: string) => answers.filter(({ tells, byLink }) => !byLink && tells.includes(of))
const readersOf = (of: string) => [...new Set(telling(of).map(({ name }) => name))].toSorted()

describe('what is not for everybody', () => {
  it('is all told of, with those who may read it', () => {
    expect(stage.canaries.map(({ of }) => of).toSorted()).toEqual(Object.keys(READERS).toSorted())
  })

  it('is read by exactly those who may', () => {
    const wrong = stage.canaries.flatMap(({ of }) => {
      const [read, may] = [readersOf(of), mayRead(of).toSorted()]
      const leaked = read.filter((name) => !may.includes(name))
      const missing = may.filter((name) => !read.includes(name))
      const where = new Set(
        telling(of)
          .filter(({ name }) => leaked.includes(name))
          .map(({ address }) => address.reads.name),
      )
      return [
        ...(leaked.length > 0 ? [`${of} leaks to ${leaked} at ${[...where]}`] : []),
        ...(missing.length > 0 ? [`${of} is not seen by ${missing}`] : []),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('stands in the documentation, with those who read it', async () => {
    const about = `docs/readers.md is stale; write it anew by ${WRITE_ANEW}`
    const text = printReaders(stage.canaries, answers)
    await expect(text, about).toMatchFileSnapshot('../docs/readers.md')
  })

  it('is read by whoever was given a link, as far as the link goes', () => {
    const links = answers.filter(({ byLink, name }) => byLink && name === 'anonymous')
    expect([...new Set(links.flatMap(({ tells }) => tells))].toSorted()).toEqual(BY_LINK)
  })

  it('is kept by nobody between us and its reader', () => {
    const kept = answers.filter(({ tells, cache }) => tells.length > 0 && !/no-store/.test(cache))
    expect(kept.map(({ address, cache }) => `${address.path}: ${cache}`)).toEqual([])
  })

  it('is in nothing that machines ask for, whoever asks', async () => {
    for (const name of ['anonymous', 'focal-point.own', 'host-secretariat.own']) {
      const given = await readMachines(site, stage, name)
      expect(given.filter(({ tells }) => tells.length > 0)).toEqual([])
      expect(given.filter(({ status }) => status === 500)).toEqual([])
    }
  })

  it('is in no log and in no entry of the journal', async () => {
    const text = log.join('')
    expect(stage.canaries.filter(({ pattern }) => pattern.test(text))).toEqual([])
    const kept = await keptIn(stage, stage.canaries)
    expect(kept.filter((one) => one.startsWith('journal'))).toEqual([])
  })
})

describe('every address', () => {
  it('is answered without a fault, and read by somebody', () => {
    const faults = log.flatMap((line) => {
      const { level, path, err } = JSON.parse(line)
      return level >= 50 ? [`${path}: ${err?.message}`] : []
    })
    expect([...new Set(faults)]).toEqual([])
    const all = new Set(answers.map(({ address }) => address.reads.name))
    const read = new Set(
      answers.filter(({ status }) => status === 200).map(({ address }) => address.reads.name),
    )
    expect([...all].filter((name) => !read.has(name))).toEqual(EMPTY)
  })

  it('tells nothing live to whoever may not read it', async () => {
    const refused = answers.filter(
      ({ status, address }) => (status === 403 || status === 303) && address.reads.kind === 'page',
    )
    const tried = new Map(refused.map((one) => [`${one.name} ${one.address.reads.name}`, one]))
    const told: string[] = []
    for (const { name, address } of [...tried.values()].filter((_, at) => at % 9 === 0)) {
      const headers = name === 'anonymous' ? {} : { authorization: `Bearer ${name}` }
      const stream = await listenTo(site.origin, [`/en${address.path}`], headers)
      // Where only its reading tells, one hears that a page changed, and not a word of it.
      if (stream.status === 200) await stream.next('stamp')
      const events = JSON.stringify(stream.events)
      if (stream.events.some(({ name: event }) => event === 'parts')) told.push(address.path)
      if (stage.canaries.some(({ pattern }) => pattern.test(events))) told.push(address.path)
      stream.close()
    }
    expect(told).toEqual([])
  })
})

describe('whoever is erased', () => {
  it('is read of by nobody any more, and stands in no table', async () => {
    const { does, host, conference, known, canaries } = stage
    const personal = canaries.filter(({ of }) => /^the \w+(?: \w+)? of a member$/.test(of))
    expect(personal.length).toBeGreaterThan(4)
    await does(host, 'delegations.erase-person', { conference, participant: known.participant })
    const before = answers.filter(({ tells }) => personal.some(({ of }) => tells.includes(of)))
    const places = new Map(before.map((one) => [`${one.name} ${one.address.path}`, one]))
    const left: string[] = []
    for (const { name, address } of places.values()) {
      const { tells } = await readAs(site, `/en${address.path}`, name, personal)
      if (tells.length > 0) left.push(`${address.path} by ${name}: ${tells}`)
    }
    expect([...left, ...(await keptIn(stage, personal))]).toEqual([])
  })
})
