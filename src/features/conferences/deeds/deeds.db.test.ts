import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER, OPERATOR } from '../../../kernel/actor.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { text } from '../../../testing/sessions.ts'
import { openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { parties } from '../../parties/feature.ts'
import { recordConference } from '../commands.ts'
import { conferences } from '../feature.ts'
import { conferenceWithSeries, lastDeedOf, outlineById, theSeries, versionsOf } from '../queries.ts'
import { DEEDS } from './all.commands.ts'
import { begin } from './begin.commands.ts'
import { returnTo } from './history.commands.ts'
import * as part from './parts.commands.ts'
import * as series from './series.commands.ts'
import { chooseColours, requireSignOffs } from './settings.commands.ts'
import { describe as describeTexts, handOver, keepChair, rename } from './texts.commands.ts'
import {
  changeFormat,
  describeVenue,
  explainChange,
  moveDates,
  moveToZone,
  moveVenue,
} from './when-and-where.commands.ts'

const SEOUL = { conference: 'seoul2021' }
const who = (id: string, role: Actor['grants'][number]['role'], conference: string): Actor => ({
  kind: 'account',
  id,
  grants: [{ role, conference }],
})
const seoul = who('kim', 'host-secretariat', 'seoul2021')
const un = who('roe', 'un-secretariat', 'seoul2021')
const berlin = who('berlin', 'host-secretariat', 'berlin2025')
const focal: Actor = {
  ...who('focal', 'focal-point', 'seoul2021'),
  grants: [{ role: 'focal-point', conference: 'seoul2021', party: 'KOR' }],
}

let here: World
beforeAll(async () => {
  here = await world({ features: [parties, conferences], shipped: true })
})
afterAll(() => here.close())

const recordOf = async (id = 'seoul2021') => {
  const found = await conferenceWithSeries(here.read, id)
  if (!found) throw new Error(`There is no ${id}`)
  return found.conference
}
const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    ({ code, status }: { code: string; status: number }) => [code, status],
  )

describe('when and where', () => {
  it('becomes virtual a week before, with its reason, and what was announced stays', async () => {
    const accra = { conference: 'accra2023' }
    const host = who('ama', 'host-secretariat', 'accra2023')
    const change = { ...accra, to: 'virtual' as const }
    expect(await refusal(here.perform(host, changeFormat, change))).toEqual([
      'conferences.change-needs-reason',
      409,
    ])
    here.clock.turnTo('2023-11-29T23:30:00Z')
    const why = text('A storm')
    await here.perform(host, changeFormat, {
      ...change,
      why,
      source: { publisher: 'Ghana News Agency', url: 'https://gna.example/storm' },
    })
    const { format, sources } = await recordOf('accra2023')
    expect(format.map(({ is }) => is)).toEqual(['in-person', 'virtual'])
    expect(format.at(-1)).toEqual({
      ...{ is: 'virtual', decided: '2023-11-29', about: false, why },
      sources: ['ghana-news-agency'],
    })
    expect(sources['ghana-news-agency']).toEqual({
      publisher: 'Ghana News Agency',
      url: 'https://gna.example/storm',
      date: null,
      grade: null,
    })
    expect((await here.perform(host, changeFormat, { ...change, why })).subject).toBeNull()
  })

  it('moves dates, the house and the zone, and corrects what was said of it', async () => {
    const why = text('The pandemic')
    const to = { first: '2022-04-05', last: '2022-04-06' }
    const move = { ...SEOUL, to, decided: '2021-12', about: true, why }
    await here.perform(seoul, moveDates, move)
    expect((await outlineById(here.read, 'seoul2021'))?.dates).toEqual(to)
    const backwards = { ...move, to: { first: '2022-04-05', last: '2022-04-04' } }
    expect((await refusal(here.perform(seoul, moveDates, backwards)))?.[0]).toBe(
      'conferences.ends-before-it-begins',
    )
    const hall = { name: text('A hall'), city: text('Seoul'), country: 'KOR' }
    await here.perform(un, moveVenue, { ...SEOUL, to: hall, why })
    await here.perform(un, describeVenue, {
      ...SEOUL,
      to: { ...hall, name: text('The great hall') },
    })
    const nowhere = { ...SEOUL, to: { ...hall, country: 'XYZ' }, why }
    expect((await refusal(here.perform(un, moveVenue, nowhere)))?.[0]).toBe(
      'conferences.unknown-party',
    )
    await here.perform(seoul, moveToZone, { ...SEOUL, zone: 'Asia/Kathmandu', why })
    await here.perform(seoul, explainChange, {
      ...{ ...SEOUL, of: 'dates', place: 2 },
      ...{ decided: '2021-12-01', why: text('The pandemic, again'), sources: ['obg'] },
    })
    const { dates, venue, zone } = await recordOf()
    expect(dates.map(({ is }) => is.first)).toEqual(['2021-04-08', '2021-12-07', '2022-04-05'])
    expect(dates.at(-1)).toMatchObject({ decided: '2021-12-01', about: false, sources: ['obg'] })
    expect(venue.map(({ is }) => is.key)).toEqual(['coex', 'grand-hyatt', 'venue-3'])
    expect(venue.at(-1)?.is.name).toEqual(text('The great hall'))
    expect(zone.map(({ is }) => is)).toEqual(['Asia/Seoul', 'Asia/Kathmandu'])
    const unheard = { ...SEOUL, of: 'dates', place: 9, why }
    expect((await refusal(here.perform(seoul, explainChange, unheard)))?.[0]).toBe(
      'conferences.unknown-entry',
    )
  })
})

describe('the lists of a record', () => {
  it('are added to, changed, put in order and shortened', async () => {
    const title = text('Climate and security')
    await here.perform(seoul, part.themes.add, { ...SEOUL, theme: { title } })
    const ids = async () => (await recordOf()).themes.map(({ id }) => id)
    expect((await ids()).at(-1)).toBe('climate-and-security')
    const places = { ...SEOUL, places: [1, 2, 3, 4, 1] }
    await here.perform(seoul, part.themes.order as AnyCommand, places)
    expect(await ids()).toEqual([
      ...['climate-and-security', 'sustaining-peace', 'performance'],
      ...['partnerships', 'protection'],
    ])
    await here.perform(seoul, part.themes.change, {
      ...{ ...SEOUL, place: 0, theme: { title: text('Climate') }, sources: ['obg'] },
    })
    expect((await recordOf()).themes[0]).toEqual({
      ...{ id: 'climate-and-security', title: text('Climate'), sources: ['obg'] },
    })
    await here.perform(seoul, part.themes.remove, { ...SEOUL, place: 0 })
    expect((await ids())[0]).toBe('sustaining-peace')
    const used = here.perform(seoul, part.themes.remove, { ...SEOUL, place: 0 })
    expect((await refusal(used))?.[0]).toBe('conferences.unknown-theme')
    const few = here.perform(seoul, part.themes.order as AnyCommand, { ...SEOUL, places: [1] })
    expect((await refusal(few))?.[0]).toBe('conferences.order-incomplete')
  })

  it('hold figures that disagree, each with what it counts', async () => {
    const before = (await recordOf()).figures.length
    const figure = {
      counts: 'countries-taking-part',
      value: { how: 'exactly', number: 75 },
      ...{ asOf: '2021-12-08', note: null },
    }
    const rule = Object.keys((await theSeries(here.read))?.counting ?? {})[0] ?? ''
    await here.perform(seoul, part.figures.add, { ...SEOUL, figure: { ...figure, counts: rule } })
    await here.perform(seoul, part.figures.add, {
      ...{ ...SEOUL, figure: { ...figure, counts: rule, value: { how: 'about', number: 80 } } },
    })
    expect(
      (await recordOf()).figures.slice(before).map(({ value, sources }) => [value.number, sources]),
    ).toEqual([
      [75, []],
      [80, []],
    ])
    const uncounted = { ...SEOUL, figure: { ...figure, counts: 'nothing' } }
    expect((await refusal(here.perform(seoul, part.figures.add, uncounted)))?.[0]).toBe(
      'conferences.unknown-counting-rule',
    )
  })

  it('keep the order of the co-chairs as it is set by hand, and why they are', async () => {
    const order = async () => (await recordOf()).coChairs?.list.map(({ party }) => party).join(' ')
    const places = Array.from({ length: 12 }, (_, at) => at + 1)
    await here.perform(seoul, part.coChairs.order as AnyCommand, {
      ...{ ...SEOUL, places: places.with(11, 2) },
    })
    expect(await order()).toBe('KOR URY USA GBR CAN JPN IDN NLD RWA ETH BGD PAK')
    const { reason } = (await recordOf()).coChairs ?? {}
    expect(reason).toBeTruthy()
    await here.perform(seoul, part.coChairs.add, {
      ...SEOUL,
      'co-chair': { party: 'FRA', office: null, nameAsPrinted: text('France') },
    })
    expect((await recordOf()).coChairs).toMatchObject({ reason })
    await here.perform(seoul, part.coChairs.remove, { ...SEOUL, place: 12 })
    expect(await order()).toBe('KOR URY USA GBR CAN JPN IDN NLD RWA ETH BGD PAK')
  })

  it('say which paper takes the place of which', async () => {
    const paper = { kind: 'concept-note', date: '2021-05-01', supersedes: null, note: null }
    const name = text('Concept note, revised')
    await here.perform(seoul, part.documents.add, {
      ...SEOUL,
      document: { ...paper, name },
    })
    const place = (await recordOf()).documents.length - 1
    expect((await recordOf()).documents[place]?.id).toBe('concept-note-revised')
    const next = { ...paper, name: text('Concept note, final'), supersedes: 'concept-note-revised' }
    await here.perform(seoul, part.documents.add, { ...SEOUL, document: next })
    const gone = here.perform(seoul, part.documents.remove, { ...SEOUL, place })
    expect((await refusal(gone))?.[0]).toBe('conferences.unknown-document')
  })
})

describe('the history of a record', () => {
  it('tells each deed, and takes the last one back', async () => {
    const before = await recordOf()
    const names = { name: text('A new name'), shortName: text('New'), label: null }
    await here.perform(seoul, rename, { ...SEOUL, ...names })
    const stands = (await lastDeedOf(here.read, 'seoul2021'))?.version ?? 0
    expect(await lastDeedOf(here.read, 'seoul2021')).toMatchObject({
      ...{ deed: 'conferences.rename', madeBy: 'account/kim', madeAt: here.clock.now() },
    })
    const back = { ...SEOUL, version: stands - 1 }
    const overtaken = here.perform(un, returnTo, { ...back, stands: stands - 1 })
    expect(await refusal(overtaken)).toEqual(['conferences.changed-since', 409])
    await here.perform(un, returnTo, { ...back, stands })
    expect(await recordOf()).toEqual(before)
    const [renamed, ordered] = await versionsOf(here.read, 'seoul2021')
    expect([renamed?.deed, renamed?.record.name]).toEqual([
      'conferences.rename',
      text('A new name'),
    ])
    expect(ordered?.madeBy).toBe('account/kim')
  })

  it('refuses who saw something else, and lets others change other parts', async () => {
    const saw = await recordOf()
    const texts = { ...SEOUL, summary: text('In short'), objective: saw.objective?.title ?? null }
    const seen = versionOf([saw.summary.title, saw.objective?.title ?? null])
    await here.perform(un, chooseColours, { ...SEOUL, palette: 'plum' })
    await here.perform(seoul, describeTexts, texts, { seen })
    const late = here.perform(un, describeTexts, { ...texts, summary: text('Late') }, { seen })
    expect(await refusal(late)).toEqual(['platform.changed-meanwhile', 409])
    expect((await outlineById(here.read, 'seoul2021'))?.palette).toBe('plum')
  })

  it('survives a file that changes, and takes from it only what it changed', async () => {
    const file = await recordOf('paris2016')
    await here.perform(OPERATOR, rename, {
      ...{ conference: 'paris2016', name: text('By hand') },
      ...{ shortName: file.shortName, label: file.label },
    })
    const summary = { ...file.summary, title: text('From the file') }
    await here.perform(LOADER, recordConference, { ...file, summary })
    const after = await recordOf('paris2016')
    expect([after.name, after.summary.title]).toEqual([text('By hand'), text('From the file')])
  })
})

describe('a new edition', () => {
  const next = {
    ...{ conference: 'nairobi2027', series: 'un-peacekeeping-ministerial', parent: null },
    ...{ kind: 'ministerial', label: null, name: text('Nairobi'), shortName: text('Nairobi 2027') },
    ...{ zone: 'Africa/Nairobi', template: 'seoul2021' },
  }

  it('is begun by the administrator, from the last one, without what was only of that one', async () => {
    expect((await refusal(here.perform(seoul, begin, next)))?.[1]).toBe(403)
    const { answer } = await here.perform(OPERATOR, begin, next)
    expect(answer).toEqual({ conference: 'nairobi2027' })
    const [record, like] = [await recordOf('nairobi2027'), await recordOf()]
    expect(record.themes).toEqual(like.themes)
    expect(record.settings.palette).toBe('plum')
    expect([record.figures, record.dates, record.hosts, record.coChairs]).toEqual([
      [],
      [],
      [],
      null,
    ])
    expect(Object.keys(record.sources).length).toBeLessThan(Object.keys(like.sources).length)
    expect((await refusal(here.perform(OPERATOR, begin, next)))?.[0]).toBe('conferences.id-taken')
    const site = await openSite(here)
    expect((await site.get('/en/nairobi2027')).status).toBe(200)
    await site.close()
  })

  it('takes over from another, and that can be taken back', async () => {
    await here.perform(seoul, handOver, { ...SEOUL, to: 'nairobi2027', what: text('The flag') })
    expect((await recordOf()).handover?.to).toBe('nairobi2027')
    await here.perform(seoul, keepChair, SEOUL)
    expect((await recordOf()).handover).toBeNull()
  })

  it('is prepared by meetings that its own secretariat begins and edits', async () => {
    const meeting = { ...next, conference: 'seoul2021_prep9', parent: 'seoul2021' }
    const preparatory = { ...meeting, kind: 'preparatory', template: null }
    expect((await refusal(here.perform(berlin, begin, preparatory)))?.[1]).toBe(403)
    await here.perform(seoul, begin, preparatory)
    const names = { name: text('Ninth'), shortName: text('Ninth'), label: null }
    await here.perform(seoul, rename, { conference: 'seoul2021_prep9', ...names })
    expect((await recordOf('seoul2021_prep9')).name).toEqual(text('Ninth'))
  })
})

describe('a series', () => {
  const of = { series: 'un-peacekeeping-ministerial' }

  it('is the administrator’s: its names, texts and ways of counting', async () => {
    const name = { ...of, name: text('Ministerial'), from: '2026-01' }
    expect((await refusal(here.perform(seoul, series.renameSeries, name)))?.[1]).toBe(403)
    await here.perform(OPERATOR, series.renameSeries, name)
    await here.perform(OPERATOR, series.rewordSeries, { ...of, name: text('The Ministerial') })
    const rule = { group: 'pledging', label: text('Firsts'), rule: text('Who pledges first') }
    await here.perform(OPERATOR, series.addCountingRule, { ...of, rule })
    await here.perform(OPERATOR, series.changeCountingRule, {
      ...{ ...of, code: 'firsts', rule: { ...rule, rule: text('Who pledges for the first time') } },
    })
    const now = await theSeries(here.read)
    expect(now?.names.slice(-2)).toMatchObject([
      { until: '2026-01' },
      { name: text('The Ministerial'), from: '2026-01', until: null },
    ])
    expect(now?.counting.firsts?.rule).toEqual(text('Who pledges for the first time'))
    const another = { series: 'another', name: text('x'), summary: text('x') }
    expect((await refusal(here.perform(OPERATOR, series.beginSeries, another)))?.[0]).toBe(
      'conferences.one-series',
    )
  })
})

describe('the rights to a record', () => {
  it('are those of its own secretariats: Berlin changes nothing of Seoul', async () => {
    const before = await recordOf()
    const inputs: [AnyCommand, unknown][] = [
      [rename, { ...SEOUL, name: text('x'), shortName: text('x'), label: null }],
      [moveDates, { ...SEOUL, to: { first: '2030', last: null }, why: text('x') }],
      [changeFormat, { ...SEOUL, to: 'hybrid', why: text('x') }],
      [moveToZone, { ...SEOUL, zone: 'Asia/Tokyo', why: text('x') }],
      [part.hosts.add, { ...SEOUL, host: { party: 'KOR', ministry: null } }],
      [part.coChairs.remove, { ...SEOUL, place: 0 }],
      [part.figures.remove, { ...SEOUL, place: 0 }],
      [chooseColours, { ...SEOUL, palette: 'brick' }],
      [requireSignOffs, { ...SEOUL, of: 'programme', needed: { host: 1, un: 0 } }],
      [returnTo, { ...SEOUL, version: 1, stands: 1 }],
    ] as [AnyCommand, unknown][]
    for (const [deed, input] of inputs) {
      for (const stranger of [berlin, focal, ANONYMOUS]) {
        const refused = (await refusal(here.perform(stranger, deed, input)))?.[1]
        expect([deed.name, stranger.id, refused]).toEqual([deed.name, stranger.id, 403])
      }
    }
    expect(await recordOf()).toEqual(before)
    await here.perform(un, requireSignOffs, {
      ...{ ...SEOUL, of: 'programme', needed: { host: 1, un: 0 } },
    })
    expect((await recordOf()).settings.signOffs.programme).toEqual({ host: 1, un: 0 })
  })

  it('stand for every deed, and each has words for when it is done', () => {
    const mute = DEEDS.filter(({ name }) => {
      const key = `done.${name.split('.')[1]}`
      return !(conferences.say as (language: 'en', key: string) => string)('en', key)
    })
    expect(mute).toEqual([])
  })
})
