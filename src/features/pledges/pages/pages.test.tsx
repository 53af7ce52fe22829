import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import missionsFile from '../../../../data/missions.json' with { type: 'json' }
import themesFile from '../../../../data/themes.json' with { type: 'json' }
import { compareIn } from '../../../i18n/collation.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import {
  shippedCapabilities,
  shippedCategories,
  shippedEditions,
  shippedPapers,
  shippedParties,
  shippedPledges,
} from '../../../testing/record.ts'
import { themesFrom } from '../../capabilities/shipped.ts'
import { Theme } from '../../capabilities/themes.model.ts'
import { Mission } from '../../parties/missions.model.ts'
import { facetsOf } from '../find/facets.ts'
import { lineOf } from '../find/lines.ts'
import { Wish } from '../find/wish.ts'
import { pledgesNamedIn } from '../model.ts'
import { publicFrom } from '../terms/public.ts'
import { EditionSection } from './edition-section.tsx'
import { ListPage } from './list/list-page.tsx'
import { pagesBeside } from './list/paging.tsx'
import { PartySection } from './party-section.tsx'
import { citationOf } from './pledge/citation.tsx'
import type { PledgeDesk } from './pledge/desk.tsx'
import { PledgePage } from './pledge/pledge-page.tsx'
import { timelineOf } from './pledge/timeline.tsx'
import { printPledge } from './pledge.print.ts'

const PLEDGES = shippedPledges()
const TODAY = '2026-11-26'
const parties = new Map(shippedParties().map((one) => [one.code, one]))
const editions = new Map(shippedEditions().map((one) => [String(one.id), one]))
const capabilities = new Map(shippedCapabilities().map(({ code, names }) => [code, names]))
const categories = new Map(
  shippedCategories().flatMap((set) =>
    set.categories.map(({ code, names }) => [code, names] as const),
  ),
)
const themes = themesFrom(themesFile).map((one) => Theme.parse(one))
const missions = new Map(
  missionsFile.missions.map((one) => [one.acronym, Mission.parse(one)] as const),
)
const requirements = new Map(
  shippedPapers().flatMap((paper) =>
    paper.requirements.map(({ id, words }) => [id, words] as const),
  ),
)
const namesake = ({ id, terms, announcedOn }: (typeof PLEDGES)[number]) => ({
  id,
  conference: terms.conference,
  announcedOn,
  title: terms.title,
})

function deskOf(id: string, language: Language): PledgeDesk {
  const shipped = PLEDGES.find((one) => one.id === id)
  if (!shipped) throw new Error(`There is no ${id}`)
  const { terms, delivery, readiness, announcedOn, asOf, state } = shipped
  const pledge = publicFrom({
    record: {
      ...{ id: shipped.id, conference: terms.conference, announcedOn, asOf, state, terms },
      version: 1,
    },
    history: { delivery, readiness },
    versions: [],
    deeds: [],
    named: PLEDGES.filter((one) => pledgesNamedIn(terms).includes(one.id)).map(namesake),
    naming: PLEDGES.filter((one) => pledgesNamedIn(one.terms).includes(shipped.id)).map((one) => ({
      ...namesake(one),
      links: one.terms.links,
      partOf: one.terms.partOf,
    })),
  })
  return {
    ...{ language, parties, editions, capabilities, categories, themes, missions, requirements },
    today: TODAY,
    pledge,
  }
}
const page = (id: string, language: Language = 'en') =>
  `${PledgePage({ desk: deskOf(id, language), origin: 'https://plenum.example' })}`
const text = (html: string) =>
  html
    .replace(/<(?:svg|style)[\s\S]*?<\/(?:svg|style)>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const lines = PLEDGES.map((one) =>
  lineOf({ ...one, conference: one.terms.conference, lead: one.terms.lead }, one),
)
function listOf(language: Language, query: object = {}, shown = lines.slice(0, 25)) {
  const compare = compareIn(language)
  const labels = [...parties.values()]
    .map(({ code, namings }) => ({
      code,
      name: namings.at(-1)?.names[language] ?? { short: code, formal: code },
    }))
    .sort((a, b) => compare(a.name.sort ?? a.name.short, b.name.sort ?? b.name.short))
  return `${ListPage({
    desk: { language, parties, editions, capabilities, today: TODAY },
    wish: Wish.parse(query),
    facts: {
      lines: shown,
      count: shown.length === 0 ? 0 : 258,
      page: 1,
      pages: shown.length === 0 ? 0 : 11,
      offered: {
        facets: new Set(PLEDGES.flatMap((one) => facetsOf(one.terms, one.delivery, one.readiness))),
        parties: new Map(labels.map((one) => [String(one.code), one])),
        ...{ editions, capabilities, categories: shippedCategories() },
        themes: themes.filter(({ scheme }) => scheme === 'cross-cutting'),
        missions: [...missions.values()],
      },
    },
  })}`
}

/** Words that no page may print: what a template left behind, and codes in the place of words. */
const RAW =
  /undefined|\[object|NaN|ready-not-requested|partly-delivered|un-request|own-source|takes-over|re-announces|adds-detail|crossCutting/

describe.each(LANGUAGES)('every page of a pledge, in %s', (language) => {
  const pages = PLEDGES.map(({ id }) => ({ id, html: page(id, language) }))

  it('says everything in words', () => {
    for (const { id, html } of pages) expect(text(html).match(RAW)?.[0], id).toBeUndefined()
  })

  it('stays within its weight', () => {
    const heaviest = Math.max(
      ...pages
        .toSorted((a, b) => b.html.length - a.html.length)
        .slice(0, 5)
        .map(({ html }) => brotliCompressSync(html).length),
    )
    expect(heaviest).toBeLessThan(20_000)
  })

  it('never prints the address of a source', () => {
    for (const { html } of pages) {
      expect(text(html).replace(/https:\/\/plenum\.example\S+/g, '')).not.toMatch(/https?:\/\//)
    }
  })
})

describe('the page of a pledge', () => {
  it('says that no party has confirmed it, as a label with names', () => {
    const html = text(page('KOR-2021-01'))
    expect(html).toContain('Not confirmed by Republic of Korea · United States of America · Kenya')
    expect(html).not.toContain('Confirmed by')
  })

  it('says who does what and how we know, each party once', () => {
    const html = text(page('KOR-2021-01'))
    expect(html).toContain(
      'Republic of Korea Lead or coordination Equipment · 16 helicopters stated in a source of the party itself',
    )
    expect(html).toContain(
      'United States of America Refurbishment · 16 helicopters Transport · 16 helicopters Funding named in the announcement',
    )
    expect(html).toContain('it counts once, whoever takes part')
  })

  it('says how far it is: 6 of 16, the last report, and until when sources were read', () => {
    const html = text(page('KOR-2021-01'))
    expect(html).toContain('partly delivered · 21 December 2023 · 6 helicopters')
    expect(html).toContain(
      'last public report: 1 February 2024 · sources read until 6 February 2026',
    )
  })

  it('marks what is ours: classification and inference', () => {
    const html = text(page('KOR-2021-01'))
    expect(html).toContain('Utility helicopter unit our classification')
    expect(html).toContain('A4P+ 3 · Capabilities and mindsets our classification')
    expect(html).toContain('8 helicopters · inferred by us')
  })

  it('prints names of the day of the announcement', () => {
    expect(text(page('KOR-2021-01', 'ru'))).toContain('Республика Корея')
    const of2015 = PLEDGES.find(({ terms }) => terms.conference === 'newyork2015')
    expect(of2015).toBeDefined()
  })

  it('lets both sides stand where sources differ', () => {
    const html = text(page('KOR-2021-01'))
    expect(html).toMatch(/received by Kenya\s+Tripfoumi\s+·\s+3 February 2024/)
    expect(html).toMatch(/in the United States of America for refurbishment\s+Pulse Kenya/)
  })

  it('links both ways, and tells a re-announcement by where else it was announced', () => {
    expect(text(page('NPL-2023-01'))).toMatch(
      /Also announced at Up to 10,000 troops on request New York 2019/,
    )
    expect(text(page('NPL-2019-06'))).toMatch(
      /Also announced at Up to 10,000 troops on request, repeated Accra 2023/,
    )
    expect(text(page('CAN-2017-03'))).toMatch(/Renewed by Tactical airlift continues from Entebbe/)
    expect(text(page('CAN-2023-03'))).toMatch(/Renews Tactical airlift from Entebbe Vancouver 2017/)
    expect(text(page('CAN-2023-02'))).toContain('Part of')
    expect(text(page('CAN-2023-01'))).toContain('Contains')
  })

  it('never lets a level of readiness look like a hospital of a level', () => {
    const ladder = page('CHN-2015-01')
    expect(ladder).toContain('<bdi>PCRS 3</bdi>')
    expect(text(ladder)).not.toMatch(/(?<!readiness )level 3/i)
    expect(text(page('GBR-2016-02'))).toContain('Level 2 hospital')
    expect(page('GBR-2016-02')).not.toContain('PCRS')
  })

  it('prints a mission as the United Nations does where it has no host state', () => {
    const html = text(page('VNM-2021-01'))
    expect(html).toContain(
      'UNISFA · United Nations Interim Security Force for Abyei Abyei, final status not determined',
    )
    expect(text(page('DEU-2025-02'))).toContain('Western Sahara')
  })

  it('says who took turns with what, and that the quantity stays one', () => {
    const html = text(page('NOR-2016-01'))
    expect(html).toContain('Quantity 1 aircraft')
    expect(html).toContain('Norway · 2016 – November 2016 · inferred by us Portugal')
  })

  it('cites itself, with version and day', () => {
    expect(citationOf(deskOf('KOR-2021-01', 'en'))).toBe(
      'Republic of Korea, United States of America, Kenya. “Helicopter unit for UN missions: Republic of Korea, United States of America, Kenya”. Plenum, Pledge KOR-2021-01, version 1, as of 6 February 2026.',
    )
    expect(page('KOR-2021-01')).toContain('https://plenum.example/en/pledges/KOR-2021-01')
  })

  it('says that reports tied to it by our inference do not count', () => {
    expect(text(page('VNM-2015-01'))).toContain('only by our inference')
    expect(text(page('CAN-2017-01'))).toContain('No public report after the announcement was found')
  })
})

describe('the timeline', () => {
  it('is a chart with a title, a rule and every report as a row', () => {
    for (const { id, delivery, readiness } of PLEDGES) {
      const { title, rule, table } = timelineOf(deskOf(id, 'en'))
      expect([title.length > 10, rule.length > 10]).toEqual([true, true])
      expect(table.rows).toHaveLength(delivery.length + readiness.length)
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
    }
  })

  it('stands in the page with its files', () => {
    const html = page('KOR-2021-01', 'ar')
    for (const ending of ['svg', 'png', 'csv']) {
      expect(html).toContain(`href="/ar/pledges/KOR-2021-01-timeline.${ending}"`)
    }
  })
})

describe('a pledge for machines', () => {
  it('says what its page says, and whose it is', () => {
    const { pledge } = deskOf('KOR-2021-01', 'fr')
    const twin = JSON.parse(
      printPledge(pledge, {
        language: 'fr',
        address: 'https://plenum.example/fr/pledges/KOR-2021-01',
        notice: 'A sample',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
      }),
    )
    expect(twin).toMatchObject({
      id: 'KOR-2021-01',
      asOf: '2026-02-06',
      standing: { stage: 'partly-delivered' },
      notConfirmedBy: ['KOR', 'USA', 'KEN'],
      notice: 'A sample',
    })
    expect(twin.terms.shares).toHaveLength(7)
    expect(twin.terms.audiences).toBeUndefined()
    expect(twin.connections[0].pledge.id).toBe('USA-2024-01')
  })
})

describe.each(LANGUAGES)('the list of pledges, in %s', (language) => {
  it('says everything in words', () => {
    expect(text(listOf(language)).match(RAW)?.[0]).toBeUndefined()
    expect(text(listOf(language, { order: 'reported' }, lines)).match(RAW)?.[0]).toBeUndefined()
  })

  it('leads to every state that has a pledge in one step, by its name', () => {
    const html = listOf(language)
    const kenya = parties.get(PartyCode.parse('KEN'))?.namings.at(-1)?.names[language].short
    expect(html).toContain(`href="/${language}/pledges?party=KEN">${kenya}</a>`)
    expect(html).toContain(`href="/${language}/pledges?edition=seoul2021"`)
    expect(html).toContain(`href="/${language}/pledges?capability=aviation"`)
  })

  it('offers filters that work without JavaScript, and says what is asked for', () => {
    const html = listOf(language, { party: 'KEN', stage: 'delivered', q: 'x' })
    expect(html).toContain('<form method="get"')
    expect(html).toMatch(/<option value="KEN" selected/)
    expect(html).toContain(`href="/${language}/pledges?q=x&amp;stage=delivered"`)
    expect(html).toContain(`href="/${language}/pledges?party=KEN&amp;stage=delivered"`)
  })
})

describe('the list of pledges', () => {
  it('stays within its weight, however long its pledges are', () => {
    const longest = lines.toSorted((a, b) => b.shares.length - a.shares.length).slice(0, 25)
    for (const language of LANGUAGES) {
      expect(brotliCompressSync(listOf(language, {}, longest)).length).toBeLessThan(16_000)
    }
  })

  it('says in the reader’s language what a pledge is about where its title is in another', () => {
    const helicopters = lines.filter(({ id }) => id === 'KOR-2021-01')
    expect(text(listOf('ko', {}, helicopters))).toContain('다목적 헬기부대')
    expect(text(listOf('en', { order: 'announced' }, helicopters))).not.toContain(
      'Utility helicopter unit ·',
    )
  })

  it('says plainly that nothing was found', () => {
    expect(text(listOf('en', { q: 'zirconium' }, []))).toContain('No pledge matches')
  })

  it('has the pages beside this one, the first and the last', () => {
    expect(pagesBeside(1, 1)).toEqual([1])
    expect(pagesBeside(1, 11)).toEqual([1, 2, 3, 11])
    expect(pagesBeside(6, 11)).toEqual([1, 4, 5, 6, 7, 8, 11])
    expect(pagesBeside(11, 11)).toEqual([1, 9, 10, 11])
  })
})

describe('the pledges on the page of a party', () => {
  const section = (code: string, language: Language = 'en') => {
    const party = PartyCode.parse(code)
    const own = lines.filter(
      (line) => line.parties.includes(party) || line.beneficiaries.includes(party),
    )
    return `${PartySection({
      desk: { language, parties, editions, capabilities, today: TODAY },
      party,
      lines: own.slice(0, 60),
      count: own.length,
    })}`
  }

  it('are its own, its part in others’, and what is meant for it', () => {
    const html = text(section('KEN'))
    expect(html).toMatch(/Own pledges.*Part in the pledges of others.*Named as recipient/)
    expect(html).toMatch(/Part: Unit · Recipient Partners: Republic of Korea/)
  })

  it.each(['CAN', 'KOR', 'USA', 'UN'])('weigh little, also for the largest: %s', (code) => {
    for (const language of LANGUAGES) {
      expect(brotliCompressSync(section(code, language)).length).toBeLessThan(12_000)
    }
  })
})

describe('the pledges on the page of an edition', () => {
  it('are a number with its rule, leading to the list', () => {
    const edition = [...editions.values()].find(({ id }) => id === 'seoul2021')
    if (!edition) throw new Error('Seoul is missing')
    const html = `${EditionSection({ language: 'fr', edition: edition.id, count: 32 })}`
    expect(html).toContain('href="/fr/pledges?edition=seoul2021"')
    expect(text(html)).toContain('une seule entrée')
  })
})
