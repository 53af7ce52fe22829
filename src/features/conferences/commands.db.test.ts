import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER, OPERATOR } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { digestOf } from '../../platform/journal/canonical.ts'
import { loadShipped } from '../../platform/shipped/load.ts'
import { text as words } from '../../testing/sessions.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { parties } from '../parties/feature.ts'
import { recordConference, recordSeries } from './commands.ts'
import { moveToZone } from './deeds/when-and-where.commands.ts'
import { conferences } from './feature.ts'
import type { Conference } from './model.ts'
import { conferenceWithSeries, outlineById, outlinesOf, theSeries, versionsOf } from './queries.ts'

const LARGEST_PAGE = 14 * 1024
const QUERIES = { 'conferences.series': 3, 'conferences.conference': 3 }
const LONGEST = 60_000

let here: World
let site: OpenSite
const loading = () => ({
  database: here.database,
  features: here.features,
  performAll: here.performAll,
  folder: 'data',
})
const recordOf = async (id: string): Promise<Conference> => {
  const found = await conferenceWithSeries(here.read, id)
  if (!found) throw new Error(`There is no ${id}`)
  return found.conference
}
const secretariat: Actor = {
  kind: 'account',
  id: 'host',
  grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
}

beforeAll(async () => {
  here = await world({ features: [parties, conferences], shipped: true })
  site = await openSite(here)
}, LONGEST)

afterAll(async () => {
  await site.close()
  await here.close()
})

describe('the shipped conferences', () => {
  it('are all there, by date, those without one last', async () => {
    const series = await theSeries(here.read)
    const outlines = await outlinesOf(here.read, series?.id ?? '')
    expect(outlines).toHaveLength(31)
    const dated = outlines.flatMap(({ dates }) => dates?.first ?? [])
    expect(dated).toEqual(dated.toSorted())
    expect(outlines.slice(dated.length).every(({ dates }) => dates === null)).toBe(true)
  })

  it('change nothing when they are loaded again, file by file or command by command', async () => {
    expect(await loadShipped(loading())).toBe(0)
    const before = await here.read.selectFrom('conference').select(['id', 'version']).execute()
    for (const { id } of before) await here.perform(LOADER, recordConference, await recordOf(id))
    const series = await theSeries(here.read)
    await here.perform(LOADER, recordSeries, series)
    expect(await here.read.selectFrom('conference').select(['id', 'version']).execute()).toEqual(
      before,
    )
    expect(await versionsOf(here.read, 'seoul2021')).toEqual([])
  })
})

describe('recording a conference', () => {
  it('is for the loader, an administrator and its own secretariat', async () => {
    const seoul = await recordOf('seoul2021')
    const accra = await recordOf('accra2023')
    const meeting = await recordOf('seoul2021_prep_idn')
    await expect(here.perform(ANONYMOUS, recordConference, seoul)).rejects.toMatchObject({
      status: 403,
    })
    await expect(here.perform(secretariat, recordConference, accra)).rejects.toMatchObject({
      status: 403,
    })
    await here.perform(secretariat, recordConference, seoul)
    await here.perform(secretariat, recordConference, meeting)
    await here.perform(OPERATOR, recordConference, accra)
    const series = await theSeries(here.read)
    await expect(here.perform(secretariat, recordSeries, series)).rejects.toMatchObject({
      status: 403,
    })
  })

  it('keeps dates that the new record no longer mentions, and the old record as a version', async () => {
    const london = await recordOf('london2016')
    const moved = {
      ...london,
      dates: [{ ...london.dates[0], is: { first: '2016-10-01', last: '2016-10-02' } }],
    }
    await here.perform(OPERATOR, recordConference, moved)
    const after = await recordOf('london2016')
    expect(after.dates.map(({ is }) => is.first)).toEqual(['2016-09-07', '2016-10-01'])
    expect(await outlineById(here.read, 'london2016')).toMatchObject({
      moved: true,
      dates: { first: '2016-10-01' },
    })
    const [version] = await versionsOf(here.read, 'london2016')
    expect(digestOf([version?.record])).toBe(digestOf([london]))
    expect(version).toMatchObject({ version: 1, replacedAt: here.clock.now() })
  })

  it('refuses what contradicts itself or its series', async () => {
    const paris = await recordOf('paris2016')
    const refused: [Partial<Conference>, string][] = [
      [
        { figures: [{ ...(paris.figures[0] as Conference['figures'][number]), counts: 'x' }] },
        'conferences.unknown-counting-rule',
      ],
      [
        { themes: [{ id: 'a', title: paris.name, sources: ['nowhere'] }] },
        'conferences.unknown-source',
      ],
      [{ kind: 'preparatory' }, 'conferences.preparatory-has-parent'],
      [{ series: 'another-series' }, 'conferences.unknown-series'],
      [
        { hosts: [{ party: 'ZZZ' as never, ministry: null, sources: ['adiac'] }] },
        'conferences.unknown-party',
      ],
    ]
    for (const [change, code] of refused) {
      await expect(
        here.perform(OPERATOR, recordConference, { ...paris, ...change }),
      ).rejects.toMatchObject({ code })
    }
  })
})

describe('moving to another zone', () => {
  it('keeps the wall times, says so, and survives the next loading', async () => {
    const accra = await recordOf('accra2023')
    await here.perform(OPERATOR, moveToZone, {
      ...{ conference: 'accra2023', zone: 'Asia/Kathmandu' },
      why: words('A rehearsal'),
    })
    await here.perform(LOADER, recordConference, accra)
    const after = await recordOf('accra2023')
    expect(after.zone.map(({ is }) => is)).toEqual(['Africa/Accra', 'Asia/Kathmandu'])
    expect(after.dates).toEqual(accra.dates)
    const text = await (await site.get('/en/accra2023')).text()
    expect(text).toContain('its wall times stayed as they were')
    await expect(
      here.perform(LOADER, moveToZone, {
        ...{ conference: 'accra2023', zone: 'Africa/Accra' },
        why: words('Back'),
      }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      here.perform(OPERATOR, moveToZone, { conference: 'nowhere1', zone: 'Africa/Accra' }),
    ).rejects.toMatchObject({ code: 'conferences.unknown-conference' })
  })
})

describe('the pages', () => {
  it('answer in every language, within their bytes and queries', async () => {
    const addresses = ['', '/seoul2021', '/berlin2025', '/newyork2015', '/seoul2021_prep4']
    for (const language of LANGUAGES) {
      for (const address of addresses) {
        const answer = await site.get(`/${language}${address}`)
        const text = await answer.text()
        expect(answer.status, address).toBe(200)
        expect(brotliCompressSync(text).length, `${language}${address}`).toBeLessThan(LARGEST_PAGE)
      }
    }
    const most = Map.groupBy(site.costs, ({ name }) => name)
    const queries = [...most].map(([name, costs]) => [
      name,
      Math.max(...costs.map((cost) => cost.queries)),
    ])
    expect(Object.fromEntries(queries)).toEqual(QUERIES)
  })

  it('are not there for a conference that nobody recorded', async () => {
    expect((await site.get('/en/nowhere2030')).status).toBe(404)
  })

  it('change when a conference begins', async () => {
    const shown = async () => (await site.get('/en/seoul2021')).text()
    expect(await shown()).toContain('This conference is under way.')
    here.clock.turnTo('2021-12-08T15:00:00Z')
    await expect.poll(shown).not.toContain('This conference is under way.')
  })
})
