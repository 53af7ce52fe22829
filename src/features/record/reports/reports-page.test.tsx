import { describe, expect, it } from 'vitest'
import observationsFile from '../../../../data/observations.json' with { type: 'json' }
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { printTable } from '../../../platform/picture/resources.ts'
import {
  overTheWire,
  shippedCapabilities,
  shippedConferences,
  shippedFacts,
  shippedParties,
  shippedPledges,
} from '../../../testing/record.ts'
import { outlineOf } from '../../conferences/outline.ts'
import { isOwnWords, Observation } from '../../followup/observations/model.ts'
import { observationsFrom } from '../../followup/observations/shipped.ts'
import { nameOn } from '../../parties/model.ts'
import { lineOf } from '../../pledges/find/lines.ts'
import type { Reported, ReportsFacts } from './facts.ts'
import { lastReportIn, lastReports, onPage, ReportsWish } from './last.ts'
import { reportsChart } from './reports-chart.tsx'
import { ReportsPage } from './reports-page.tsx'

const RECORD = shippedFacts()
const PLEDGES = new Map(shippedPledges().map((pledge) => [pledge.id, pledge]))
const SAID = Observation.array().parse(observationsFrom(observationsFile))

function facts(language: Language, query: object = {}, entries = RECORD.entries): ReportsFacts {
  const wish = ReportsWish.parse(query)
  const lists = lastReports(entries, wish)
  const shown = (page: typeof entries) =>
    page.flatMap(({ id }): Reported[] => {
      const pledge = PLEDGES.get(id)
      if (!pledge) return []
      const { terms, delivery } = pledge
      const record = { ...pledge, conference: terms.conference, lead: terms.lead }
      return [
        {
          line: lineOf(record, pledge),
          report: lastReportIn(delivery),
          said: SAID.filter((one) => one.pledges.includes(id) && !isOwnWords(one)),
        },
      ]
    })
  return {
    editions: RECORD.editions,
    states: RECORD.states,
    wish,
    lists,
    reported: shown(onPage(lists.reported, wish.page)),
    none: shown(onPage(lists.none, wish.none)),
    names: {
      parties: new Map(shippedParties().map((party) => [party.code, party])),
      editions: new Map(shippedConferences().map((one) => [one.id, outlineOf(one)])),
      capabilities: new Map(shippedCapabilities().map(({ code, names }) => [code, names])),
    },
    givers: shippedParties()
      .filter(({ code }) => entries.some(({ shares }) => shares.some((one) => one.party === code)))
      .map((party) => ({ code: party.code, name: nameOn(party, '2026-02-06', language) })),
    today: '2026-02-06',
  }
}
const page = (language: Language, query?: object) =>
  `${ReportsPage({ language, facts: facts(language, query) })}`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const part = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(`id="${from}"`), to ? html.indexOf(`id="${to}"`) : undefined)

describe('the page of last reports', () => {
  it('tells of each pledge when it was last reported, what, by whom and where', () => {
    const html = part(page('en', { edition: 'seoul2021', party: 'KOR' }), 'reported', 'none')
    const row = html.slice(html.indexOf('KOR-2021-01') - 900, html.indexOf('KOR-2021-01') + 900)
    expect(plain(row)).toMatch(
      /1 February 2024 .* partly delivered · 6 helicopters the press .* our grade: [ABC]/,
    )
  })

  it('has the latest at the top', () => {
    const days = [
      ...part(page('en'), 'reported', 'none').matchAll(/<th scope="row"><time datetime="([^"]+)"/g),
    ].map((day) => day[1] ?? '')
    expect(days).toHaveLength(25)
    expect(days[0]).toBe('2025-09-22')
  })

  it('shows statements of third parties beside the reports, and never a party’s own words there', () => {
    const shown = facts('en').reported.flatMap(({ said }) => said)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter(({ by }) => by.length > 0)).toEqual([])
    expect(page('en')).toContain('data-label="Last statement of a third party"')
  })

  it('lists apart, and in neutral words, what none was found of', () => {
    const html = part(page('en'), 'none', '')
    expect(plain(html)).toContain('None found in our sources')
    expect(plain(html)).toContain('A report can be public without our having found it')
    expect(html).not.toContain('Who reported it')
  })

  it('opens the list behind the numbers of each edition', () => {
    const html = page('fr', { party: 'KOR' })
    expect(html).toContain(
      '/fr/record/count?rule=pledges&amp;party=KOR&amp;edition=seoul2021&amp;known=nothing-found"',
    )
  })

  it('has a file with the numbers of each edition', () => {
    const rows = printTable(reportsChart('en', facts('en')))
      .trim()
      .split('\r\n')
    expect(rows).toHaveLength(10)
    expect(rows.at(-1)).toMatch(/^tied to no edition,12,/)
  })

  it('says how many of the States that were published our sample of an edition holds', () => {
    expect(page('en')).toContain('published: 62 / 64')
    expect(page('en', { party: 'KOR' })).not.toContain('published:')
  })

  it('turns each list by itself and keeps what was chosen', () => {
    const html = page('en', { edition: 'newyork2015', none: '2' })
    expect(html).toContain('/en/record/reports?edition=newyork2015#none"')
    expect(html).toContain('/en/record/reports?edition=newyork2015&amp;page=2&amp;none=2#reported"')
    expect(html).toContain('<option value="newyork2015" selected="">')
    expect(html).toContain('/en/record/reports.png?edition=newyork2015"')
  })

  it('offers the parties in the alphabet of the page, never by what is known of them', () => {
    const options = (language: Language) =>
      [...part(page(language), 'party', 'reports').matchAll(/<option value="([A-Z]+)"/g)].map(
        (option) => option[1],
      )
    expect(options('en').slice(0, 4)).toEqual(['AU', 'ARM', 'AUS', 'AUT'])
    expect(options('fr')).not.toEqual(options('en'))
    expect(new Set(options('fr'))).toEqual(new Set(options('en')))
  })

  it('says plainly where there is nothing', () => {
    const html = page('en', { edition: 'newyork2014', party: 'KOR' })
    expect(plain(html)).toContain('There is no such pledge in our sample.')
  })

  it.each(LANGUAGES)('is whole, small and without reproach in every language (%s)', (language) => {
    const html = page(language)
    expect(html).not.toContain('undefined')
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(overTheWire(html)).toBeLessThan(16_000)
  })
})
